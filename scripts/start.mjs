import { runSource } from './set-up/run-source.mjs';

await runSource('src/main.ts', { dev: false });
