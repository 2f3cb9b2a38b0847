import { Api } from 'grammy';
import { expect, onTestFinished, test } from 'vitest';
import { createLimiter } from '../../src/bot/limiter.ts';
import { type OutboxOptions, startOutbox } from '../../src/bot/outbox.ts';
import { createTelegramFetch } from '../../src/bot/telegram-fetch.ts';
import type { Recipient } from '../../src/chat/outgoing.ts';
import { translate } from '../../src/chat/translator.ts';
import type { Surroundings } from '../../src/chat/visit.ts';
import * as outbox from '../../src/domain/outbox/service.ts';
import type { OwedCard, OwedMessage } from '../../src/domain/shared/work.ts';
import { AIGUL, BAKYT, FORUM, GROUP, openTelegram, TOKEN } from '../sandbox/telegram.ts';
import { freshDatabase } from '../support/database.ts';
import { blocked, flood, refused, resetAfter, silence } from '../support/faults.ts';
import { sleep } from './updates.ts';

/** An outbox against a sandbox: `word` messages say their word, `state` cards show `look.text`. */
async function openOutbox() {
  const telegram = await openTelegram();
  const database = await freshDatabase();
  const http = createTelegramFetch(null);
  onTestFinished(() => http.close());
  const api = new Api(TOKEN, { apiRoot: telegram.base, fetch: http.fetch, timeoutSeconds: 2 });
  const look = { text: 'биринчи абал', topic: null as { orgId: number; name: string } | null };
  const silent: number[] = [];
  const groupsGone: number[] = [];
  const migrated: number[][] = [];
  const failures: string[] = [];
  const away = new Set<number>();
  let fails = 0;
  const options: OutboxOptions = {
    database,
    api,
    // Twenty times as fast as real: the windows have a test of their own.
    limiter: createLimiter({ clock: () => performance.now() * 20, sleep: (ms) => sleep(ms / 20) }),
    now: () => telegram.clock.now,
    sleep,
    messages: {
      word: (payload) =>
        Promise.resolve({ kind: 'screen', screen: { text: String(payload.word), rows: [] } }),
      nothing: () => Promise.resolve(null),
      broken: () => {
        fails += 1;
        return Promise.reject(new Error('a mistake in the words'));
      },
    },
    cards: {
      state: () =>
        Promise.resolve({
          screen: { text: look.text, rows: [] },
          ...(look.topic ? { topic: look.topic } : {}),
        }),
    },
    recipient: (personId, chatId) => {
      if (personId === 9) return Promise.resolve('gone');
      if (away.has(personId)) return Promise.resolve('unreachable');
      return Promise.resolve(recipient(personId, personId === 0 ? chatId : 100 + personId));
    },
    isForum: (chatId) => Promise.resolve(chatId === FORUM),
    async onMigrated(from, to) {
      migrated.push([from, to]);
      await outbox.moveGroup(database, from, to);
    },
    onUnreachable(personId) {
      silent.push(personId);
      away.add(personId);
      return Promise.resolve();
    },
    onGroupGone(chatId) {
      groupsGone.push(chatId);
      return Promise.resolve();
    },
    onFailure: (error) => failures.push(error instanceof Error ? error.message : ''),
  };
  const recipient = (personId: number, chatId: number): Recipient => ({
    personId,
    chatId,
    language: 'ky',
    t: translate('ky'),
    reader: database.read,
    around: {} as Surroundings,
    now: telegram.clock.now,
    today: '2026-11-02',
  });
  const start = () => {
    const running = startOutbox(options);
    onTestFinished(() => running.stop());
    return running;
  };
  const to = (person: number) => (person > 0 ? { personId: person } : { chatId: person });
  const owe = (person: number, word: string, change: Partial<OwedMessage> = {}) =>
    database.write((tx) =>
      outbox.owe(
        tx,
        { to: to(person), kind: 'word', payload: { word }, ...change },
        telegram.clock.now,
      ),
    );
  const card = (person: number, change: Partial<OwedCard> = {}) =>
    database.write((tx) =>
      outbox.refreshCard(
        tx,
        { to: to(person), kind: 'state', subject: 'submission:1', ...change },
        telegram.clock.now,
      ),
    );
  const said = (chatId: number) =>
    telegram.world
      .messages(chatId)
      .flatMap(({ from, text, deleted }) => (from === 'bot' && !deleted ? [text] : []));
  const rows = async () =>
    (await database.read.outboxMessage.findMany({ orderBy: { id: 'asc' } })).map((row) =>
      row.sentAt !== null ? 'sent' : row.failedAt !== null ? 'failed' : 'owed',
    );
  const cardRow = () => database.read.outboxCard.findFirstOrThrow();
  return {
    ...telegram,
    database,
    options,
    look,
    silent,
    groupsGone,
    migrated,
    failures,
    away,
    broken: () => fails,
    start,
    owe,
    card,
    said,
    rows,
    cardRow,
  };
}

test('what is owed is sent once, in its order, and recorded', async () => {
  const { owe, start, said, rows } = await openOutbox();
  await owe(1, 'бир');
  await owe(1, 'эки');
  const running = start();
  await running.drain();
  await running.drain();
  expect(said(AIGUL.id)).toEqual(['бир', 'эки']);
  expect(await rows()).toEqual(['sent', 'sent']);
});

test('a message that falls due later waits, one with a key known already is not owed again', async () => {
  const { owe, start, said, clock } = await openOutbox();
  await owe(1, 'эртең', { dueAt: clock.now + 60_000, uniqueKey: 'k' });
  await owe(1, 'кайра', { uniqueKey: 'k' });
  const running = start();
  await running.drain();
  expect(said(AIGUL.id)).toEqual([]);
  clock.now += 60_000;
  await running.drain();
  expect(said(AIGUL.id)).toEqual(['эртең']);
});

test('rows written by another process are noticed without anybody waking the outbox', async () => {
  const { owe, start, said } = await openOutbox();
  start();
  await owe(1, 'cli');
  await expect.poll(() => said(AIGUL.id), { timeout: 3000 }).toEqual(['cli']);
});

test('what has lost its sense or its recipient ends unsent', async () => {
  const { owe, start, rows, journal } = await openOutbox();
  await owe(1, '', { kind: 'nothing' });
  await owe(9, 'эч ким');
  await start().drain();
  expect([await rows(), journal.of('sendMessage')]).toEqual([['sent', 'sent'], []]);
});

test('a claim of a process that died is taken up at the start, even one made by a later clock', async () => {
  const { owe, start, said, database, clock } = await openOutbox();
  await owe(1, 'калган');
  await outbox.claim(database, clock.now + 30 * 24 * 3600_000, 20);
  expect(await outbox.nextDue(database.read)).toBe(null);
  await start().drain();
  expect(said(AIGUL.id)).toEqual(['калган']);
});

test('killed between sending and recording, a message repeats once and no more', async () => {
  const { owe, start, said, database, clock, options, rows } = await openOutbox();
  await owe(1, 'эки жолу');
  await outbox.claim(database, clock.now, 20);
  await options.api.sendMessage(AIGUL.id, 'эки жолу');
  await start().drain();
  await start().drain();
  expect([said(AIGUL.id), await rows()]).toEqual([['эки жолу', 'эки жолу'], ['sent']]);
});

test('what was sent but cannot be recorded is not sent again: the record is tried until the disk takes it', async () => {
  const { owe, options, said, database, rows, failures } = await openOutbox();
  await owe(1, 'бир жолу');
  let full = false;
  const running = startOutbox({
    ...options,
    sleep: () => sleep(5),
    messages: {
      word: () => {
        full = true;
        return Promise.resolve({ kind: 'screen', screen: { text: 'бир жолу', rows: [] } });
      },
    },
    database: {
      read: database.read,
      write: (work) => (full ? Promise.reject(new Error('disk is full')) : database.write(work)),
    },
  });
  onTestFinished(() => running.stop());
  await expect.poll(() => failures.length).toBeGreaterThan(2);
  full = false;
  await expect.poll(rows).toEqual(['sent']);
  expect(said(AIGUL.id)).toEqual(['бир жолу']);
});

test('somebody who blocked the bot ends the row, is reported once, and nothing more is sent to him', async () => {
  const { owe, start, rows, silent, journal, failures, faults, away, said } = await openOutbox();
  await owe(1, 'бир');
  await owe(1, 'эки');
  faults.order('sendMessage', blocked);
  const running = start();
  await running.drain();
  expect([await rows(), silent, failures]).toEqual([['failed', 'failed'], [1], []]);
  expect(journal.of('sendMessage')).toHaveLength(1);
  away.clear();
  await owe(1, 'үч');
  await running.drain();
  expect(said(AIGUL.id)).toEqual(['үч']);
});

test('a group that threw the bot out is reported as gone', async () => {
  const { owe, start, groupsGone, world, rows } = await openOutbox();
  world.kickBot({ personId: AIGUL.id, chatId: GROUP });
  await owe(GROUP, 'бир');
  await start().drain();
  expect([await rows(), groupsGone]).toEqual([['failed'], [GROUP]]);
});

test('a refusal for good ends the row at the first time', async () => {
  const { owe, start, rows, faults, failures, journal } = await openOutbox();
  await owe(1, 'бир');
  faults.order('sendMessage', refused(400, 'Bad Request: text must be non-empty'));
  await start().drain();
  expect([await rows(), failures.length, journal.of('sendMessage').length]).toEqual([
    ['failed'],
    1,
    1,
  ]);
});

test.each([
  ['a revoked token', refused(401, 'Unauthorized')],
  ['a second bot', refused(409, 'Conflict: terminated by other getUpdates request')],
  ['Telegram itself', refused(500, 'Internal Server Error: restart')],
])('%s ends nothing: the message waits and then goes out', async (_name, fault) => {
  const { owe, start, rows, faults, clock, said } = await openOutbox();
  await owe(1, 'бир');
  faults.order('sendMessage', fault);
  const running = start();
  await running.drain();
  expect(await rows()).toEqual(['owed']);
  clock.now += 5000;
  await running.drain();
  expect([await rows(), said(AIGUL.id)]).toEqual([['sent'], ['бир']]);
});

test('after 429 a message waits as long as Telegram says, not a moment less', async () => {
  const { owe, start, faults, clock, said } = await openOutbox();
  await owe(1, 'бир');
  faults.order('sendMessage', flood(90));
  const running = start();
  await running.drain();
  clock.now += 89_000;
  await running.drain();
  expect(said(AIGUL.id)).toEqual([]);
  clock.now += 1000;
  await running.drain();
  expect(said(AIGUL.id)).toEqual(['бир']);
});

test('a message with a mistake of ours is tried for a day and then ends; the others go out', async () => {
  const { owe, start, clock, rows, broken, said, world } = await openOutbox();
  world.start(BAKYT.id);
  await owe(1, '', { kind: 'broken' });
  await owe(2, 'бир');
  const running = start();
  for (let i = 0; i < 152; i += 1) {
    await running.drain();
    clock.now += 600_000;
  }
  expect([await rows(), broken()]).toEqual([['failed', 'sent'], 150]);
  expect(said(BAKYT.id)).toEqual(['бир']);
});

test('one recipient whose call hangs keeps nobody else waiting', async () => {
  const { owe, start, faults, said, world } = await openOutbox();
  world.start(BAKYT.id);
  for (let i = 0; i < 40; i += 1) await owe(1, `${i}`);
  for (const word of ['а', 'б', 'в']) await owe(2, word);
  faults.orderFor('sendMessage', ({ parameters }) => parameters.chat_id === AIGUL.id, silence);
  start();
  await expect.poll(() => said(BAKYT.id), { timeout: 6000 }).toEqual(['а', 'б', 'в']);
  expect(said(AIGUL.id)).toEqual([]);
});

test('many changes of a card are one message and then one edit in place', async () => {
  const { card, start, said, look, journal } = await openOutbox();
  await card(1);
  await card(1);
  const running = start();
  await running.drain();
  look.text = 'экинчи абал';
  for (let i = 0; i < 5; i += 1) await card(1);
  await running.drain();
  expect(said(AIGUL.id)).toEqual(['экинчи абал']);
  expect([journal.of('sendMessage').length, journal.of('editMessageText').length]).toEqual([1, 1]);
});

test('a card that looks the same already is left alone', async () => {
  const { card, start, failures, cardRow } = await openOutbox();
  await card(1);
  const running = start();
  await running.drain();
  await card(1);
  await running.drain();
  expect(failures).toEqual([]);
  expect(await cardRow()).toMatchObject({ wanted: 2, shown: 2, failure: null });
});

test('a card that changes while it is being sent is brought up to date after', async () => {
  const { card, options, said, look, database } = await openOutbox();
  await card(1);
  const running = startOutbox({
    ...options,
    cards: {
      async state() {
        const text = look.text;
        if (text === 'биринчи абал') {
          look.text = 'экинчи абал';
          await card(1);
        }
        return { screen: { text, rows: [] } };
      },
    },
  });
  onTestFinished(() => running.stop());
  await running.drain();
  expect(said(AIGUL.id)).toEqual(['экинчи абал']);
  expect(await outbox.nextDue(database.read)).toBe(null);
});

test('a card that was deleted is sent anew', async () => {
  const { card, start, said, look, result, cardRow } = await openOutbox();
  await card(1);
  const running = start();
  await running.drain();
  const former = await cardRow();
  await result('deleteMessage', { chat_id: AIGUL.id, message_id: former.messageId });
  look.text = 'жаңы';
  await card(1);
  await running.drain();
  expect(said(AIGUL.id)).toEqual(['жаңы']);
  expect((await cardRow()).messageId).not.toBe(former.messageId);
});

test('the cards of somebody who came back are shown as they are by then', async () => {
  const { card, start, said, faults, away, database, clock, look } = await openOutbox();
  await card(1);
  faults.order('sendMessage', blocked);
  const running = start();
  await running.drain();
  look.text = 'азыркы абал';
  away.clear();
  await outbox.revive(database, 1, clock.now);
  await running.drain();
  expect(said(AIGUL.id)).toEqual(['азыркы абал']);
});

test('what could not be said to somebody who blocked the bot is said when he comes back, not after a week', async () => {
  const { owe, start, said, faults, away, database, clock } = await openOutbox();
  await owe(1, 'эски');
  clock.now += 7 * 24 * 3600_000;
  await owe(1, 'кечээки');
  faults.order('sendMessage', blocked);
  const running = start();
  await running.drain();
  clock.now += 1;
  away.clear();
  await outbox.revive(database, 1, clock.now);
  await running.drain();
  expect(said(AIGUL.id)).toEqual(['кечээки']);
});

test('in a forum each organisation gets one topic, made once', async () => {
  const { card, start, look, journal, world, cardRow } = await openOutbox();
  look.topic = { orgId: 5, name: 'Көк-Жар АӨ' };
  await card(FORUM);
  await card(FORUM, { subject: 'submission:2' });
  await start().drain();
  expect(journal.of('createForumTopic').map(({ parameters }) => parameters.name)).toEqual([
    'Көк-Жар АӨ',
  ]);
  const threads = world
    .messages(FORUM)
    .flatMap(({ from, text, threadId }) =>
      from === 'bot' && text === look.text ? [threadId] : [],
    );
  expect(threads).toEqual([(await cardRow()).threadId, (await cardRow()).threadId]);
});

test('a topic that was deleted is made anew, with its card in it', async () => {
  const { card, start, look, journal, world, cardRow, refusedCalls } = await withRefusals();
  look.topic = { orgId: 5, name: 'Көк-Жар АӨ' };
  await card(FORUM);
  const running = start();
  await running.drain();
  const { threadId } = await cardRow();
  world.deleteTopic({ personId: AIGUL.id, chatId: FORUM, threadId: threadId ?? 0 });
  look.text = 'жаңы';
  await card(FORUM);
  await running.drain();
  expect(journal.of('createForumTopic').filter(({ ok }) => ok)).toHaveLength(2);
  expect((await cardRow()).threadId).not.toBe(threadId);
  expect(refusedCalls().every(({ status }) => status === 400)).toBe(true);
});

test('where the bot may make no topic, the card stands in the group itself', async () => {
  const { card, start, look, said, faults } = await openOutbox();
  look.topic = { orgId: 5, name: 'Көк-Жар АӨ' };
  faults.order(
    'createForumTopic',
    refused(400, 'Bad Request: not enough rights to create a topic'),
  );
  await card(FORUM);
  await start().drain();
  expect(said(FORUM)).toEqual(['биринчи абал']);
});

test('a group that became a supergroup gets what it is owed under its new id', async () => {
  const { card, owe, start, said, world, migrated, look } = await openOutbox();
  await card(GROUP);
  const running = start();
  await running.drain();
  const { chatId } = world.upgradeGroup({ personId: AIGUL.id, chatId: GROUP });
  look.text = 'жаңы';
  await card(GROUP);
  await owe(GROUP, 'сөз');
  await running.drain();
  expect(new Set(said(chatId))).toEqual(new Set(['жаңы', 'сөз']));
  expect(migrated[0]).toEqual([GROUP, chatId]);
});

test('a connection cut after Telegram took a card leaves one repetition at most', async () => {
  const { card, start, said, faults, clock } = await openOutbox();
  faults.order('sendMessage', resetAfter);
  await card(1);
  const running = start();
  await running.drain();
  clock.now += 5000;
  await running.drain();
  expect(said(AIGUL.id)).toEqual(['биринчи абал', 'биринчи абал']);
});

async function withRefusals() {
  const opened = await openOutbox();
  return { ...opened, refusedCalls: () => opened.journal.refused() };
}
