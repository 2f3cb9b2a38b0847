import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { takeLock } from '../../src/storage/lock.ts';
import { freshFolder } from '../support/folder.ts';

const LOCK = path.resolve(import.meta.dirname, '../../src/storage/lock.ts');

/** Another process that takes the lock and keeps it until it is killed. */
async function otherBot(dir: string): Promise<{ child: ChildProcess; answer: string }> {
  const program = `
    const { takeLock } = await import(${JSON.stringify(LOCK)});
    const taken = takeLock(${JSON.stringify(dir)});
    process.stdout.write(taken.ok ? 'taken' : taken.error);
    if (taken.ok) setInterval(() => taken, 60_000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [answer] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, answer: answer.toString() };
}

test('a second bot of the same process is refused until the first lets go', () => {
  const dir = freshFolder();
  const first = takeLock(dir);
  if (!first.ok) throw new Error(first.error);
  expect(takeLock(dir)).toEqual({ ok: false, error: 'held' });
  first.value.release();
  const second = takeLock(dir);
  expect(second.ok).toBe(true);
  if (second.ok) second.value.release();
});

test('a bot in another process is refused, and another folder is another bot', async () => {
  const dir = freshFolder();
  const first = takeLock(dir);
  if (!first.ok) throw new Error(first.error);
  expect((await otherBot(dir)).answer).toBe('held');
  expect((await otherBot(freshFolder())).answer).toBe('taken');
  first.value.release();
});

test('a kill frees the lock at once', async () => {
  const dir = freshFolder();
  const { child, answer } = await otherBot(dir);
  expect(answer).toBe('taken');
  expect(takeLock(dir)).toEqual({ ok: false, error: 'held' });
  child.kill('SIGKILL');
  await once(child, 'exit');
  const mine = takeLock(dir);
  expect(mine.ok).toBe(true);
  if (mine.ok) mine.value.release();
});
