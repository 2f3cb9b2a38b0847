import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './set-up.mjs';
import { stop } from './stop.mjs';

/** The development tools, as JavaScript files to run with the project's own Node. */
const TOOLS = {
  biome: '@biomejs/biome/bin/biome',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  oxlint: 'oxlint/bin/oxlint',
  prisma: 'prisma/build/index.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
};

/** Runs one tool in the project's folder; returns its exit code. */
export function runTool(node, name, args) {
  const file = TOOLS[name];
  if (!file) stop(`unknown tool ${name}; there are ${Object.keys(TOOLS).join(', ')}.`, 2);
  const modules = path.join(ROOT, 'node_modules');
  const own = [path.dirname(node), path.join(modules, '.bin')].join(path.delimiter);
  const { status, error } = spawnSync(node, [path.join(modules, file), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${own}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  if (error) stop(`${name} could not be run: ${error.message}.`);
  return status ?? 1;
}
