import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, setUp } from './set-up.mjs';
import { stop } from './stop.mjs';

/**
 * Runs a TypeScript file of the project, arguments and all, with the environment of .env where there
 * is one (variables already set win). Under the right Node this very process becomes the program, so
 * signals, exit code and a kill are its own. Under an older one (the very first start) the same script
 * is started again with the right Node.
 * @param {string} source path from the project's root
 * @param {{ dev: boolean }} needs
 */
export async function runSource(source, needs) {
  const node = setUp(needs);
  if (realpathSync(process.execPath) !== node) {
    passOn(node);
    return;
  }
  endWithParent();
  const environment = path.join(ROOT, '.env');
  if (existsSync(environment)) process.loadEnvFile(environment);
  await import(pathToFileURL(path.join(ROOT, source)).href);
}

function passOn(node) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // Ctrl+C in a terminal reaches the child by itself.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) =>
    stop(
      `${node} does not run on this machine (${error.message}): install Node 22.18 or newer and delete node_modules.`,
    ),
  );
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** The channel to the parent closes when it dies, however it dies. */
function endWithParent() {
  if (!process.channel) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
