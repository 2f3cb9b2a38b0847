// Takes the pictures of docs/screenshots anew, from the running product.
import { runSource } from './set-up/run-source.mjs';

await runSource('scripts/screenshots/main.ts', { dev: true });
