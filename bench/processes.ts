import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Order, Orders } from './fake/orders.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const running = new Set<ChildProcess>();

function watched(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends what is still running. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

export async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

type Remote = {
  [K in keyof Orders]: (...args: Parameters<Orders[K]>) => Promise<Awaited<ReturnType<Orders[K]>>>;
};

export interface FakeTelegram extends Remote {
  readonly url: string;
  readonly child: ChildProcess;
}

/** Starts a fake Telegram in its own process. */
export async function startFake(): Promise<FakeTelegram> {
  const child = watched(fork(path.join(import.meta.dirname, 'fake-api.ts')));
  const [{ port }] = (await once(child, 'message')) as [Order['ready']];
  const waiting = new Map<number, (result: unknown) => void>();
  let calls = 0;
  child.on('message', ({ id, result }: Order['result']) => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  const call =
    (name: keyof Orders) =>
    (...args: unknown[]) =>
      new Promise((resolve) => {
        const id = calls++;
        waiting.set(id, resolve);
        child.send({ id, name, args } satisfies Order['call']);
      });
  const names: readonly (keyof Orders)[] = [
    'acknowledged',
    'begin',
    'counts',
    'delay',
    'enforce',
    'firstPollAt',
    'flow',
    'goOn',
    'press',
    'rest',
    'walk',
  ];
  const remote = Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as Remote;
  return { ...remote, url: `http://127.0.0.1:${port}`, child };
}

/** Runs a file of bench/ in a process of its own: one message to it, one message back. */
export async function ask<Answer>(file: string, order: object): Promise<Answer> {
  const child = watched(fork(path.join(import.meta.dirname, file)));
  const answered = once(child, 'message');
  const ended = once(child, 'exit');
  child.send(order);
  const [answer] = (await Promise.race([
    answered,
    ended.then(([code]) => Promise.reject(new Error(`${file} ended (${code})`))),
  ])) as [Answer];
  return answer;
}

export interface Program {
  readonly child: ChildProcess;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** Runs a TypeScript file with this very Node; what it writes to standard error is shown. */
export function startProgram(
  file: string,
  env: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
  args: readonly string[] = [],
): Program {
  const startedAt = Date.now();
  const child = spawn(process.execPath, [...nodeOptions, path.join(ROOT, file), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...env },
  });
  return { child: watched(child), startedAt };
}

/** Resolves with the first match in what the program prints; rejects when it ends before. */
export function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const match = pattern.exec(text);
      if (match) resolve(match[1] ?? match[0]);
    });
    child.once('exit', (code) => reject(new Error(`It ended (${code}) after printing: ${text}`)));
  });
}
