import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { type App, createApp, type Overrides } from '../../src/app.ts';
import { AIGUL, openTelegram, TOKEN } from '../sandbox/telegram.ts';
import { refused } from '../support/faults.ts';
import { freshFolder } from '../support/folder.ts';
import { testConfig } from '../support/town.ts';

const ends: string[] = [];

async function begin(dataDir: string, env: Record<string, string> = {}, change: Overrides = {}) {
  const log = pino({ level: 'silent' });
  const onEnd = (reason: Error) => ends.push(reason.message);
  const app = await createApp(testConfig(dataDir, env), onEnd, { log, ...change });
  if (app.ok) onTestFinished(() => app.value.stop());
  return app;
}

async function running(
  dataDir: string,
  env: Record<string, string> = {},
  change: Overrides = {},
): Promise<App> {
  const app = await begin(dataDir, env, change);
  if (!app.ok) throw new Error(app.error);
  return app.value;
}

const get = async (url: string, where: string) => {
  const response = await fetch(`${url}${where}`);
  return { status: response.status, text: await response.text() };
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('health, readiness and figures are told; figures name nobody', async () => {
  const app = await running(freshFolder());
  expect(await get(app.url, '/healthz')).toEqual({ status: 200, text: 'ok\n' });
  expect(await get(app.url, '/readyz')).toEqual({ status: 200, text: 'ready\n' });
  const figures = await get(app.url, '/metrics');
  expect(figures.text).toContain('eskertkich_updates_parked 0');
  expect(figures.text).not.toMatch(/Гүлнур|Көк-Жар|1001/);
  expect((await get(app.url, '/nothing')).status).toBe(404);
});

test('a port that is taken stops the start with the cure', async () => {
  const app = await running(freshFolder());
  const { port } = new URL(app.url);
  expect(await begin(freshFolder(), { HTTP_PORT: port })).toEqual({
    ok: false,
    error: `127.0.0.1:${port} is in use: stop what listens there, or set HTTP_PORT.`,
  });
});

test('a second bot on the same data is refused, and may start when the first has ended', async () => {
  const dataDir = freshFolder();
  const first = await running(dataDir);
  const second = await begin(dataDir);
  expect(second).toEqual({
    ok: false,
    error: `Another Eskertkich is running on DATA_DIR (${path.join(dataDir, 'sandbox')}): stop it first, or set another DATA_DIR.`,
  });
  await first.stop();
  expect((await begin(dataDir)).ok).toBe(true);
});

test('the sandbox refuses to stand where a real database is, unless it is told to', async () => {
  const dataDir = freshFolder();
  const real = path.join(dataDir, 'eskertkich.db');
  writeFileSync(real, 'real');
  const refusal = await begin(dataDir);
  expect(refusal).toMatchObject({ ok: false, error: expect.stringContaining('-- --sandbox') });
  expect(readdirSync(dataDir)).toEqual(['eskertkich.db']);
  await running(dataDir, {}, { sandbox: true });
  expect(existsSync(path.join(dataDir, 'sandbox', 'eskertkich.db'))).toBe(true);
});

test('the sandbox is for this machine only', async () => {
  const dataDir = freshFolder();
  for (const host of ['0.0.0.0', '192.168.1.5', '::', 'example.org']) {
    expect(await begin(dataDir, { HTTP_HOST: host })).toEqual({
      ok: false,
      error: 'HTTP_HOST must be 127.0.0.1 for the sandbox: it is for this machine only.',
    });
  }
  const app = await running(dataDir, { HTTP_HOST: 'localhost' });
  expect(app.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
});

test('reset twice at once, the sandbox starts over and goes on', async () => {
  const app = await running(freshFolder());
  const world = app.sandbox?.world;
  await Promise.all([world?.reset(), world?.reset()]);
  expect((await get(app.url, '/readyz')).status).toBe(200);
});

test('a token that Telegram does not know stops the start with the cure and frees port and data', async () => {
  const { base, faults } = await openTelegram();
  const dataDir = freshFolder();
  const env = { BOT_TOKEN: TOKEN, BOT_API_ROOT: base, HTTP_PORT: String(await freePort()) };
  faults.order('getMe', refused(401, 'Unauthorized'));
  expect(await begin(dataDir, env)).toEqual({
    ok: false,
    error: 'Telegram does not know this BOT_TOKEN: copy it again from @BotFather.',
  });
  expect((await begin(dataDir, env)).ok).toBe(true);
});

test('on Telegram nothing of the sandbox is there', async () => {
  const { base } = await openTelegram();
  const app = await running(freshFolder(), { BOT_TOKEN: TOKEN, BOT_API_ROOT: base });
  expect(app.sandbox).toBe(null);
  expect((await get(app.url, '/')).status).toBe(404);
  expect((await get(app.url, '/sandbox/state')).status).toBe(404);
  expect((await get(app.url, '/readyz')).status).toBe(200);
});

test('a token revoked while the bot runs ends it with a sentence', async () => {
  const { base, faults, world } = await openTelegram();
  await running(freshFolder(), { BOT_TOKEN: TOKEN, BOT_API_ROOT: base });
  ends.length = 0;
  faults.order('getUpdates', refused(401, 'Unauthorized'));
  world.send({ personId: AIGUL.id, chatId: AIGUL.id, text: 'салам' });
  await expect
    .poll(() => ends)
    .toEqual(['Telegram does not know this BOT_TOKEN (any more); ask @BotFather for it.']);
});

test('by webhook a person is answered as by polling; a wrong secret reaches nobody', async () => {
  const { base, world, journal } = await openTelegram();
  const port = await freePort();
  const hook = `http://127.0.0.1:${port}/hook/of-telegram`;
  await running(freshFolder(), {
    BOT_TOKEN: TOKEN,
    BOT_API_ROOT: base,
    HTTP_PORT: String(port),
    WEBHOOK_URL: hook,
    WEBHOOK_SECRET: 'a-secret-of-the-webhook',
  });
  world.send({ personId: AIGUL.id, chatId: AIGUL.id, text: '/start' });
  await journal.until(({ method, ok }) => method === 'sendMessage' && ok);
  const forged = { update_id: 9, message: { text: '/start' } };
  const response = await fetch(hook, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': 'wrong' },
    body: JSON.stringify(forged),
  });
  expect(response.status).toBe(403);
  expect(journal.of('getUpdates')).toEqual([]);
  expect(journal.refused()).toEqual([]);
});

test('commands and description that Telegram will not have just now delay no start', async () => {
  const { base, faults, world, journal } = await openTelegram();
  faults.order('setMyCommands', { kind: 'hang' });
  await running(freshFolder(), { BOT_TOKEN: TOKEN, BOT_API_ROOT: base });
  world.send({ personId: AIGUL.id, chatId: AIGUL.id, text: '/start' });
  await journal.until(({ method, ok }) => method === 'sendMessage' && ok);
  expect(journal.of('setMyDescription')).toEqual([]);
});

test('a data folder that is a file stops the start with a sentence', async () => {
  const folder = freshFolder();
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'data');
  writeFileSync(file, '');
  const app = await begin(file, {});
  expect(app).toMatchObject({ ok: false, error: expect.stringContaining(file) });
});
