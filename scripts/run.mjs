// Runs a development tool with the project's own Node: node scripts/run.mjs biome format --write .
import { setUp } from './set-up/set-up.mjs';
import { runTool } from './set-up/tools.mjs';

const [tool = '', ...args] = process.argv.slice(2);
process.exitCode = runTool(setUp({ dev: true }), tool, args);
