import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freshFolder } from '../support/folder.ts';
import { inherited } from '../support/inherited.ts';

const MAIN = path.resolve(import.meta.dirname, '../../src/cli/main.ts');

const run = (env: Record<string, string>, ...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [MAIN, ...args],
      { env: { ...inherited(), ...env } },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

test('the real process: one JSON object on standard output, exit codes, no secret printed', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, result: { id: 1, username: 'kadr_bot' } }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const env = {
    DATA_DIR: freshFolder(),
    BOT_TOKEN: '123456:secret-of-the-bot',
    BOT_API_ROOT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    SECRET_KEY: 'a long secret of the tests',
  };
  const org = ['org', 'add', '--name', 'Көк-Жар', '--kind', 'municipal', '--region', 'naryn'];
  expect(await run(env, ...org, '--json')).toEqual({ code: 0, out: '{"id":1}\n', err: '' });
  const invited = await run(env, 'invite', '--role', 'officer', '--org', '1', '--json');
  expect(invited).toMatchObject({ code: 0, err: '' });
  const { token, link, expiresAt } = JSON.parse(invited.out) as Record<string, string>;
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(link).toBe(`https://t.me/kadr_bot?start=${token}`);
  expect(Number.isNaN(Date.parse(expiresAt ?? ''))).toBe(false);
  expect(asked).toEqual(['/bot123456:secret-of-the-bot/getMe']);

  server.close();
  server.closeAllConnections();
  await once(server, 'close');
  const silent = await run(env, 'invite', '--role', 'officer', '--org', '1');
  expect(silent).toMatchObject({ code: 1, out: '' });
  expect(silent.err).toContain('does not answer, so the link cannot name the bot');
  expect(silent.err).not.toContain('secret-of-the-bot');
  expect((await run(env, 'org', 'add')).code).toBe(2);
  const wrong = await run({ ...env, TIME_ZONE: 'Mars' }, 'org', 'list');
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.err).toContain('TIME_ZONE');
});
