import { runSource } from './set-up/run-source.mjs';

await runSource('src/cli/main.ts', { dev: false });
