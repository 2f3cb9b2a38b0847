import { runSource } from './set-up/run-source.mjs';

await runSource('scripts/bench/main.ts', { dev: true });
