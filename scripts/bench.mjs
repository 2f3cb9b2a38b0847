import { runSource } from './set-up/run-source.mjs';

await runSource('bench/main.ts', { dev: true });
