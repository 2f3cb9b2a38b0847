import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { expect, onTestFinished, test } from 'vitest';
import { type PollingOptions, startPolling } from '../../src/bot/polling.ts';
import { createTelegramFetch } from '../../src/bot/telegram-fetch.ts';
import { AIGUL, openTelegram, TOKEN } from '../sandbox/telegram.ts';
import { flood, gatewayPage, refused, resetBefore, restarting } from '../support/faults.ts';
import { sleep } from './updates.ts';

async function openPolling(change: Partial<PollingOptions> = {}) {
  const telegram = await openTelegram();
  const http = createTelegramFetch(null);
  onTestFinished(() => http.close());
  const api = new Api(TOKEN, { apiRoot: telegram.base, fetch: http.fetch });
  const taken: string[] = [];
  const noted: string[] = [];
  const waits: number[] = [];
  const ends: string[] = [];
  const begin = () =>
    startPolling(
      {
        api,
        take(updates: readonly Update[]) {
          taken.push(...updates.map(({ message }) => message?.text ?? ''));
          return Promise.resolve();
        },
        sleep(ms) {
          waits.push(ms);
          return sleep(1);
        },
        onFailure: (error) => noted.push(`failure ${String(error)}`.slice(0, 60)),
        onRefused: () => noted.push('not written'),
        onConflict: () => noted.push('conflict'),
        ...change,
      },
      (reason) => ends.push(reason.message),
    );
  const say = (text: string) => telegram.world.send({ personId: AIGUL.id, chatId: AIGUL.id, text });
  return { ...telegram, begin, say, taken, noted, waits, ends };
}

test('what people write is taken in batches, and confirmed only after that', async () => {
  const pendingWhenTaken: number[] = [];
  const { begin, say, world } = await openPolling({
    take() {
      pendingWhenTaken.push(world.pendingUpdates().length);
      return Promise.resolve();
    },
  });
  say('а');
  say('б');
  const polling = begin();
  await expect.poll(() => pendingWhenTaken).toEqual([2]);
  await polling.stop();
  expect(world.pendingUpdates()).toEqual([]);
});

test('a batch that cannot be written is not confirmed: it comes again until it can', async () => {
  let full = true;
  const seen: number[] = [];
  const { begin, say, world, noted } = await openPolling({
    take(updates) {
      if (full) return Promise.reject(new Error('the disk is full'));
      seen.push(...updates.map(({ update_id }) => update_id));
      return Promise.resolve();
    },
  });
  const polling = begin();
  say('а');
  await expect.poll(() => noted.length).toBeGreaterThan(2);
  expect([new Set(noted), world.pendingUpdates().length]).toEqual([new Set(['not written']), 1]);
  full = false;
  await expect.poll(() => seen).toHaveLength(1);
  await polling.stop();
});

test.each([
  ['500', restarting],
  ['a page of HTML', gatewayPage],
  ['a cut connection', resetBefore],
])('%s is survived', async (_name, fault) => {
  const { begin, say, taken, faults, noted } = await openPolling();
  faults.order('getUpdates', fault, fault);
  say('а');
  const polling = begin();
  await expect.poll(() => taken).toEqual(['а']);
  await polling.stop();
  expect(noted).toHaveLength(2);
});

test('429 is waited out as long as Telegram says', async () => {
  const { begin, say, taken, faults, waits } = await openPolling();
  faults.order('getUpdates', flood(17));
  say('а');
  const polling = begin();
  await expect.poll(() => taken).toEqual(['а']);
  await polling.stop();
  expect(waits).toEqual([17_000]);
});

test('another program on the same token is said once, and survived', async () => {
  const { begin, say, taken, faults, noted, ends } = await openPolling();
  const conflict = refused(409, 'Conflict: terminated by other getUpdates request');
  faults.order('getUpdates', conflict, conflict, conflict);
  say('а');
  const polling = begin();
  await expect.poll(() => taken).toEqual(['а']);
  await polling.stop();
  expect([noted, ends]).toEqual([['conflict'], []]);
});

test('a revoked token ends the loop with a sentence', async () => {
  const { begin, faults, ends, journal } = await openPolling();
  faults.order('getUpdates', refused(401, 'Unauthorized'));
  const polling = begin();
  await expect
    .poll(() => ends)
    .toEqual(['Telegram does not know this BOT_TOKEN (any more); ask @BotFather for it.']);
  await polling.stop();
  expect(journal.of('getUpdates')).toHaveLength(1);
});

test('stopping does not wait for the long poll', async () => {
  const { begin, journal, say, taken } = await openPolling();
  say('а');
  const polling = begin();
  await expect.poll(() => taken).toEqual(['а']);
  const before = performance.now();
  await polling.stop();
  expect(performance.now() - before).toBeLessThan(2000);
  expect(journal.refused()).toEqual([]);
});
