import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { inherited } from '../support/inherited.ts';

const MAIN = path.resolve(import.meta.dirname, '../../src/main.ts');

/** The real process, as `npm start` runs it. */
export interface Running {
  readonly child: ChildProcess;
  /** What it has written so far. */
  output(): string;
  /** Resolves with the line that says it runs; rejects when it ended instead. */
  started(): Promise<string>;
  /** Sends a signal and waits for the end; returns exit code and signal. */
  end(signal: NodeJS.Signals): Promise<[number | null, string | null]>;
  /** Waits for the end; returns exit code and signal. */
  ended(): Promise<[number | null, string | null]>;
}

export function runMain(env: Record<string, string>): Running {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...inherited(), HTTP_PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const exited = once(child, 'close') as Promise<[number | null, string | null]>;
  const { promise: said, resolve, reject } = Promise.withResolvers<string>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    const line = /^Eskertkich (?:runs|, the sandbox).*$|^Eskertkich, the sandbox.*$/m.exec(text);
    if (line) resolve(line[0]);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  void exited.then(() => reject(new Error(`It ended:\n${text}`)));
  said.catch(() => {});
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  return {
    child,
    output: () => text,
    started: () => said,
    ended: () => exited,
    async end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}
