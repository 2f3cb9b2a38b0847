import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
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

/** What is run, with the project's own Node and tools before those of the machine. */
function command(node, name, args) {
  const file = TOOLS[name];
  if (!file) stop(`unknown tool ${name}; there are ${Object.keys(TOOLS).join(', ')}.`, 2);
  const modules = path.join(ROOT, 'node_modules');
  const own = [path.dirname(node), path.join(modules, '.bin')].join(path.delimiter);
  const env = { ...process.env, PATH: `${own}${path.delimiter}${process.env.PATH ?? ''}` };
  return { args: [path.join(modules, file), ...args], options: { cwd: ROOT, env } };
}

/** Runs one tool in the project's folder; returns its exit code. */
export function runTool(node, name, given) {
  const { args, options } = command(node, name, given);
  const { status, error } = spawnSync(node, args, { ...options, stdio: 'inherit' });
  if (error) stop(`${name} could not be run: ${error.message}.`);
  return status ?? 1;
}

/** Runs tools side by side; gives what each has printed, in the order given, with its exit code. */
export function runToolsTogether(node, tools) {
  return Promise.all(
    tools.map(async ([name, given]) => {
      const { args, options } = command(node, name, given);
      const child = spawn(node, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
      try {
        const [[code], out, err] = await Promise.all([
          once(child, 'close'),
          text(child.stdout),
          text(child.stderr),
        ]);
        return { code: code ?? 1, output: out + err };
      } catch (error) {
        return stop(`${name} could not be run: ${error.message}.`);
      }
    }),
  );
}
