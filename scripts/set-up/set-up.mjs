import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './installed.mjs';
import { nodeBinary } from './node-binary.mjs';
import { stop } from './stop.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Installs the packages when they are missing or stale, by npm alone and without install scripts
 * (nothing compiles, nothing downloads a binary of its own), and returns the Node to run with.
 * Speaks on standard error only; ends the process with a sentence when it cannot go on.
 * @param {{ dev: boolean }} needs whether the development packages are needed
 */
export function setUp(needs) {
  if (!isInstalled(ROOT, needs)) install(needs);
  const node = nodeBinary(ROOT);
  if (node.sentence) stop(node.sentence);
  return node.file;
}

function install({ dev }) {
  const byHand = `npm ci --ignore-scripts${dev ? '' : ' --omit=dev'}`;
  if (
    process.platform === 'win32' &&
    process.execPath.startsWith(path.join(ROOT, 'node_modules'))
  ) {
    // Windows does not let go of a running program's file.
    stop(`The packages have changed: run \`${byHand}\`, then start again.`);
  }
  process.stderr.write('Installing packages (the first time, and when they change) ...\n');
  const omit = dev ? ['--include=dev'] : ['--omit=dev'];
  const flags = ['ci', '--ignore-scripts', '--include=optional', '--loglevel=error', ...omit];
  // npm tells its scripts where it stands; `npm` on the PATH of Windows is a batch file.
  const runner = process.env.npm_execpath ?? '';
  const npm = path.basename(runner) === 'npm-cli.js' ? runner : null;
  const [command, args] = npm
    ? [process.env.npm_node_execpath ?? process.execPath, [npm, ...flags]]
    : ['npm', flags];
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  });
  if (error || status !== 0) {
    stop(
      `Installing the packages failed${error ? ` (${error.message})` : ''}: check the network and the registry (\`npm config get registry\`), run \`${byHand}\` to see more, then start again.`,
    );
  }
  if (!isInstalled(ROOT, { dev })) {
    stop(
      `npm installed other packages than package-lock.json names: delete node_modules and run \`${byHand}\`.`,
    );
  }
}
