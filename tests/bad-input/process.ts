import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { DEMO_CAST, DEMO_GROUP } from '../../src/app/demo-cast.ts';
import type { Intercept } from '../../src/sandbox/options.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { World } from '../../src/sandbox/world.ts';
import { freshFolder } from '../support/folder.ts';
import { inherited } from '../support/inherited.ts';

const MAIN = path.resolve(import.meta.dirname, '../../src/main.ts');
export const TOKEN = '7000000001:AAEskertkichKillTestTokenAAAAAAAAAAA';

/** A Telegram that outlives the bot, with the demo's people. */
export interface Telegram {
  readonly url: string;
  readonly world: World;
}

export async function openTelegram(intercept?: Intercept): Promise<Telegram> {
  const sandbox = createSandbox({
    token: TOKEN,
    bot: { id: 7000000001, first_name: 'Эскерткич', username: 'eskertkich_demo_bot' },
    now: Date.now,
    people: Object.values(DEMO_CAST).map(({ letter: _letter, ...person }) => person),
    groups: [DEMO_GROUP],
    ...(intercept ? { intercept } : {}),
  });
  const server = createServer((req, res) => {
    void sandbox.handle(req, res).then((known) => {
      if (!known) res.writeHead(404).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    await sandbox.close();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, world: sandbox.world };
}

/** A copy of data that a bot has left, of this test's own. */
export function copyOf(dataDir: string): string {
  const copy = path.join(freshFolder(), 'data');
  cpSync(dataDir, copy, { recursive: true, filter: (file) => !file.endsWith('bot.lock') });
  return copy;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export interface Program {
  readonly child: ChildProcess;
  /** Resolves when it says that it runs; rejects when it ends before. */
  readonly running: Promise<void>;
  readonly ended: Promise<Ended>;
}

/** The real program, `node src/main.ts`, with this environment and nothing else. */
export function runMain(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited(), HTTP_PORT: '0', ...env },
  });
  let out = '';
  let error = '';
  const begun = Promise.withResolvers<void>();
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    if (out.includes('Eskertkich runs on') || out.includes('the sandbox: open')) begun.resolve();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    error += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]) => {
    begun.reject(new Error(`It ended (${String(code)}): ${error}${out}`));
    return { code: code as number | null, out, error };
  });
  begun.promise.catch(() => {});
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, running: begun.promise, ended };
}

/** The program on Telegram; resolves when it polls. */
export async function runBot(telegram: Telegram, dataDir: string): Promise<Program> {
  const program = runMain({
    BOT_TOKEN: TOKEN,
    BOT_API_ROOT: telegram.url,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
  });
  await program.running;
  return program;
}

export async function end(program: Program, signal: 'SIGTERM' | 'SIGKILL'): Promise<Ended> {
  program.child.kill(signal);
  return program.ended;
}
