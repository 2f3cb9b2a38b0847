import { expect, test } from 'vitest';
import { encode } from '../../src/chat/callback.ts';
import { loadAllEditions } from '../../src/app/content.ts';
import { itemCode } from '../../src/domain/checklist/code.rules.ts';
import { items } from '../../src/domain/checklist/lookup.rules.ts';
import { RATINGS } from '../../src/domain/checklist/model.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { AIGUL, openTelegram, TOKEN } from '../sandbox/telegram.ts';
import { blocked, refused, restarting } from '../support/faults.ts';
import type { Journal } from '../support/journal.ts';
import { sleep } from '../bot/updates.ts';
import { freshFolder } from '../support/folder.ts';
import { testConfig } from '../support/town.ts';
import { runMain } from './process.ts';
import { seedOfficer } from './seeded.ts';

const PLACE = { personId: AIGUL.id, chatId: AIGUL.id };
const NO = RATINGS.indexOf('no') + 1;

/** Waits until the bot has called nothing but the long poll for a while. */
async function calm(journal: Journal): Promise<void> {
  const calls = () => journal.calls.filter(({ method }) => method !== 'getUpdates').length;
  for (let before = -1; before !== calls(); ) {
    before = calls();
    await sleep(300);
  }
}

/** Telegram, and the officer of a seeded database with the first card before her. */
async function openOffice() {
  const telegram = await openTelegram();
  telegram.clock.now = Date.now();
  const dataDir = freshFolder();
  const env = { BOT_TOKEN: TOKEN, BOT_API_ROOT: telegram.base, DATA_DIR: dataDir };
  const config = testConfig(dataDir, env);
  await seedOfficer(config, AIGUL.id, Date.now());
  const start = async () => {
    const running = runMain(env);
    await running.started();
    return running;
  };
  const { world, journal } = telegram;
  const firstCard = async () => {
    world.send({ ...PLACE, text: '/assess' });
    await expect
      .poll(() => world.messages(AIGUL.id).some(({ keyboard }) => keyboard), { timeout: 10_000 })
      .toBe(true);
    await calm(journal);
    const card = world.messages(AIGUL.id).findLast(({ keyboard }) => keyboard);
    if (!card) throw new Error('No card came');
    return card.id;
  };
  const look = async () => {
    const database = openDatabase(config.databaseFile);
    const answers = await database.read.answer.findMany({ where: { rating: 'no' } });
    const events = await database.read.answerEvent.findMany();
    const open = await database.read.inboxUpdate.count({ where: { doneAt: null } });
    await database.close();
    const rated = events.filter(({ after }) => after.includes('"rating"'));
    return {
      answered: answers.map(({ item }) => item).toSorted((a, b) => a - b),
      changes: rated.map(({ item }) => item).toSorted((a, b) => a - b),
      open,
    };
  };
  return { ...telegram, start, firstCard, look, dataDir, env };
}

/** Items of the memo that can be answered "no" at once. */
const ITEMS = rateable();

function rateable(): number[] {
  const editions = loadAllEditions('/nowhere');
  const edition = editions.ok ? editions.value.newest('monitoring-memo') : null;
  if (!edition) throw new Error('The checklist of the memo is missing');
  return items(edition)
    .filter(({ type }) => type === 'rating' || type === 'case')
    .map(({ id }) => itemCode(id))
    .toSorted((a, b) => a - b);
}

test('killed in the middle of a burst of taps, nothing acknowledged is lost and nothing is done twice', async () => {
  const { start, firstCard, look, world, journal } = await openOffice();
  const first = await start();
  const messageId = await firstCard();
  const presses = new Map<string, number>();
  for (const item of ITEMS) {
    const data = encode('rate', [1, item, NO, 0]);
    presses.set(world.press({ ...PLACE, messageId, data }).queryId, item);
  }
  const mark = journal.mark();
  const acknowledged = () =>
    [...presses].filter(([query]) => world.callback(query)?.answer).map(([, item]) => item);
  await expect.poll(() => acknowledged().length, { interval: 1 }).toBeGreaterThan(4);
  expect(await first.end('SIGKILL')).toEqual([null, 'SIGKILL']);
  const before = acknowledged();
  expect(before.length).toBeLessThan(ITEMS.length);
  const after = await look();
  expect(after.answered).toEqual(expect.arrayContaining(before));

  const second = await start();
  await expect.poll(() => acknowledged().length, { timeout: 15_000 }).toBe(ITEMS.length);
  await calm(journal);
  expect(await second.end('SIGTERM')).toEqual([0, null]);
  expect(await look()).toEqual({ answered: ITEMS, changes: ITEMS, open: 0 });
  const sent = journal.calls.slice(mark).filter(({ method, ok }) => method === 'sendMessage' && ok);
  expect(sent.length).toBeLessThanOrEqual(1);
});

test('killed again and again, each tap still counts once', async () => {
  const { start, firstCard, look, world, journal } = await openOffice();
  let bot = await start();
  const messageId = await firstCard();
  const queries = ITEMS.map(
    (item) => world.press({ ...PLACE, messageId, data: encode('rate', [1, item, NO, 0]) }).queryId,
  );
  const answered = () => queries.filter((query) => world.callback(query)?.answer).length;
  for (let kills = 0; kills < 3; kills += 1) {
    const goal = Math.min(answered() + 3, ITEMS.length);
    await expect.poll(answered, { interval: 1, timeout: 15_000 }).toBeGreaterThanOrEqual(goal);
    await bot.end('SIGKILL');
    bot = await start();
  }
  await expect.poll(answered, { timeout: 15_000 }).toBe(ITEMS.length);
  await calm(journal);
  await bot.end('SIGTERM');
  expect(await look()).toEqual({ answered: ITEMS, changes: ITEMS, open: 0 });
});

test('told to end, the process ends cleanly with code 0, while Telegram makes it wait too', async () => {
  const { start, world, faults, journal } = await openOffice();
  const bot = await start();
  const hour = { ok: false, error_code: 429, description: 'Too Many Requests: retry after 3600' };
  const body = { ...hour, parameters: { retry_after: 3600 } };
  faults.order('sendMessage', { kind: 'respond', status: 429, body });
  world.send({ ...PLACE, text: '/menu' });
  await journal.until(({ status }) => status === 429);
  const began = performance.now();
  expect(await bot.end('SIGTERM')).toEqual([0, null]);
  expect(performance.now() - began).toBeLessThan(6000);
  const again = await start();
  await journal.until(({ method, ok }) => method === 'sendMessage' && ok);
  expect(await again.end('SIGINT')).toEqual([0, null]);
});

test('the log holds no name, no text and no token, whatever fails', async () => {
  const { start, world, faults, journal } = await openOffice();
  const bot = await start();
  const words = 'Жашыруун сөз: Токтобаева';
  faults.order(
    'sendMessage',
    restarting,
    refused(400, "Bad Request: can't parse entities"),
    refused(400, "Bad Request: can't parse entities"),
    refused(400, "Bad Request: can't parse entities"),
    blocked,
  );
  world.send({ ...PLACE, text: words });
  await journal.until(({ status }) => status === 403);
  world.send({ ...PLACE, text: `/menu ${words}` });
  await calm(journal);
  await bot.end('SIGTERM');
  const output = bot.output();
  expect(output).toContain('An update failed');
  expect(output).not.toMatch(/Айгүл|Токто|Жашыруун|TEST-token|"payload"|"text"/);
});

test.each([
  ['HTTP_PORT', 'eighty'],
  ['BOT_TOKEN', 'no token'],
  ['DATABASE_URL', 'postgres://localhost/x'],
  ['TIME_ZONE', 'Asia/Nowhere'],
])('a wrong %s ends the start with one sentence and code 1', async (name, value) => {
  const bot = runMain({ DATA_DIR: freshFolder(), [name]: value });
  const [code] = await bot.ended();
  expect(code).toBe(1);
  expect(bot.output().trim().split('\n')).toHaveLength(1);
  expect(bot.output()).toMatch(new RegExp(`^${name} `));
});
