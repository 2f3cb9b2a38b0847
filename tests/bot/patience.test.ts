import { Api, type GrammyError, HttpError } from 'grammy';
import { expect, onTestFinished, test } from 'vitest';
import { createLimiter } from '../../src/bot/limiter.ts';
import { patience } from '../../src/bot/patience.ts';
import { createTelegramFetch } from '../../src/bot/telegram-fetch.ts';
import { AIGUL, openTelegram, TOKEN } from '../sandbox/telegram.ts';
import {
  blocked,
  flood,
  gatewayPage,
  refused,
  resetAfter,
  resetBefore,
  restarting,
  silence,
} from '../support/faults.ts';
import { sleep } from './updates.ts';

/** An Api against a sandbox. Pauses after failures are cut to a hundredth, floods are waited out really. */
async function openApi(prompt = 5000) {
  const telegram = await openTelegram();
  const http = createTelegramFetch(null);
  onTestFinished(() => http.close());
  const api = new Api(TOKEN, { apiRoot: telegram.base, fetch: http.fetch, timeoutSeconds: 20 });
  const retries: string[] = [];
  const pause = (ms: number) => sleep(ms === 1000 ? ms : ms / 100);
  const limiter = createLimiter({ clock: () => performance.now(), sleep });
  const onRetry = (reason: string) => retries.push(reason);
  api.config.use(patience({ limiter, sleep: pause, onRetry, prompt }));
  const texts = () =>
    telegram.world.messages(AIGUL.id).flatMap(({ from, text }) => (from === 'bot' ? [text] : []));
  return { ...telegram, api, retries, texts };
}

test('429 is waited out, and nothing else goes to that chat meanwhile', async () => {
  const { api, faults, journal, retries, texts } = await openApi();
  faults.order('sendMessage', flood(1));
  const first = api.sendMessage(AIGUL.id, 'биринчи');
  await expect.poll(() => retries, { interval: 2 }).toEqual(['flood']);
  await Promise.all([
    first,
    api.sendMessage(AIGUL.id, 'экинчи'),
    api.sendChatAction(AIGUL.id, 'typing'),
  ]);
  expect(new Set(texts())).toEqual(new Set(['биринчи', 'экинчи']));
  expect(journal.breaches()).toEqual([]);
});

test('a flood in one chat holds up no other', async () => {
  const { api, faults, retries, world } = await openApi();
  world.start(102);
  faults.orderFor('sendMessage', ({ parameters }) => parameters.chat_id === AIGUL.id, flood(1));
  const held = api.sendMessage(AIGUL.id, 'а');
  await expect.poll(() => retries, { interval: 2 }).toEqual(['flood']);
  const began = performance.now();
  await api.sendMessage(102, 'б');
  expect(performance.now() - began).toBeLessThan(500);
  await held;
});

test('500 is tried again until it succeeds', async () => {
  const { api, faults, retries, texts } = await openApi();
  faults.order('sendMessage', restarting, restarting, restarting);
  await api.sendMessage(AIGUL.id, 'а');
  expect([retries, texts()]).toEqual([['server', 'server', 'server'], ['а']]);
});

test('500 for good is given back as Telegram said it', async () => {
  const { api, faults, retries } = await openApi();
  faults.order('sendMessage', ...Array.from({ length: 5 }, () => restarting));
  await expect(api.sendMessage(AIGUL.id, 'а')).rejects.toThrow(/500: Internal Server Error/);
  expect([retries.length, faults.waiting()]).toEqual([4, 0]);
});

test.each([
  ['a connection cut before the call', resetBefore],
  ['a page of HTML instead of an answer', gatewayPage],
])('%s is tried again', async (_name, fault) => {
  const { api, faults, texts, retries } = await openApi();
  faults.order('sendMessage', fault);
  await api.sendMessage(AIGUL.id, 'а');
  expect([texts(), retries]).toEqual([['а'], ['line']]);
});

test('a message whose fate is unknown is sent once more at most', async () => {
  const { api, faults, texts, retries } = await openApi();
  faults.order('sendMessage', resetAfter, resetAfter, resetAfter);
  await expect(api.sendMessage(AIGUL.id, 'а')).rejects.toBeInstanceOf(HttpError);
  expect([texts(), retries, faults.waiting()]).toEqual([['а', 'а'], ['line'], 1]);
});

test('an edit may be repeated as often as the line breaks: it makes no second message', async () => {
  const { api, faults, texts } = await openApi();
  const { message_id } = await api.sendMessage(AIGUL.id, 'а');
  faults.order('editMessageText', resetBefore, resetBefore, resetBefore);
  await api.editMessageText(AIGUL.id, message_id, 'б');
  expect(texts()).toEqual(['б']);
});

test('an answer that never comes is cut after its time, and the call made again', async () => {
  const { api, faults, texts } = await openApi(200);
  faults.order('sendMessage', silence);
  await api.sendMessage(AIGUL.id, 'а');
  expect(texts()).toEqual(['а']);
});

test.each([
  ['403', blocked, 403],
  ['400', refused(400, 'Bad Request: chat not found'), 400],
  ['401', refused(401, 'Unauthorized'), 401],
])('%s is not tried again', async (_name, fault, code) => {
  const { api, faults, retries, journal } = await openApi();
  faults.order('sendMessage', fault);
  const failure = await api.sendMessage(AIGUL.id, 'а').catch((error: unknown) => error);
  expect((failure as GrammyError).error_code).toBe(code);
  expect([retries, journal.of('sendMessage').length]).toEqual([[], 1]);
});

test('when the service stops, whoever waits for a flood to end waits no longer', async () => {
  const { base, faults, world } = await openApi();
  const http = createTelegramFetch(null);
  onTestFinished(() => http.close());
  const api = new Api(TOKEN, { apiRoot: base, fetch: http.fetch });
  const stopped = () => Promise.reject(new DOMException('stopped', 'AbortError'));
  const limiter = createLimiter({ clock: () => performance.now(), sleep: stopped });
  api.config.use(patience({ limiter, sleep: stopped, onRetry: () => {} }));
  faults.order('sendMessage', flood(3600));
  await expect(api.sendMessage(AIGUL.id, 'а')).rejects.toThrow('stopped');
  expect(world.messages(AIGUL.id).filter(({ from }) => from === 'bot')).toEqual([]);
});
