import { expect, test } from 'vitest';
import { ACTIONS, type ActionName } from '../../src/chat/actions.ts';
import { encode } from '../../src/chat/callback.ts';
import { LANGUAGES } from '../../src/domain/shared/language.ts';
import type { ChatClient } from '../support/chat.ts';
import { inviteOfficer } from './filled.ts';
import { join, openScene, ratings, type Scene, sentences, speak } from './scene.ts';
import { allTables, written } from './tables.ts';

/** Plain ratings: 2.1 and 2.2. */
const FIRST = 201;
const SECOND = 202;
const YES = 1;
const NO = 3;

/** Several presses under the open card before the bot has answered any. */
async function burst({ town }: Scene, chat: ChatClient, presses: readonly string[]) {
  const messageId = chat.card().id;
  const { personId } = chat;
  const place = { personId, chatId: personId, messageId };
  const queries = presses.map((data) => town.world.press({ ...place, data }));
  await town.quiet();
  return queries.map(({ queryId }) => town.world.callback(queryId)?.answer?.text);
}

const parked = ({ client }: Scene) =>
  client.inboxUpdate.count({ where: { parkedAt: { not: null } } });

test('a forged or truncated button says that it is out of date and changes nothing', async () => {
  const scene = await openScene();
  const { officer, client, assessmentId } = scene;
  const stale = sentences('errors:walk.stale');
  const whole = encode('rate', [assessmentId, FIRST, YES, 0]);
  const forged = [
    'zz.1.2',
    'rate',
    whole.slice(0, -2),
    `${whole}.5`,
    'a.-1.2.3.4',
    'a.1.2;DROP.3.4',
    'a.1.ZZ.1.0',
    `a.${'z'.repeat(11)}.1.1.1`,
    '<b>a</b>',
    'constructor',
    '__proto__.1',
  ];
  for (const language of LANGUAGES) {
    await speak(officer, language);
    await officer.press(encode('card', [assessmentId, FIRST]));
    const { OpenCard: _open, CardMessage: _message, ...before } = await allTables(client);
    const card = officer.card().text;
    const toasts = await burst(scene, officer, language === 'ky' ? forged : forged.slice(0, 3));
    expect(new Set(toasts)).toEqual(new Set([stale[language]]));
    const { OpenCard: _now, CardMessage: _shown, ...after } = await allTables(client);
    expect(written(before, after)).toEqual({});
    expect(officer.card().text).toBe(card);
  }
  expect(await parked(scene)).toBe(0);
});

test('numbers that no button ever carried are refused by every action, and none of them stumbles', async () => {
  const scene = await openScene();
  const { officer, assessmentId } = scene;
  const LARGEST = Number.MAX_SAFE_INTEGER;
  const wild = (Object.keys(ACTIONS) as ActionName[]).flatMap((action) => {
    const { args } = ACTIONS[action];
    if (args.length === 0 || action === 'language') return [];
    return [0, LARGEST].flatMap((number) => {
      const own = args.map((name: string) => (name === 'assessment' ? assessmentId : number));
      const mine = args.map((name: string) =>
        name === 'assessment' ? assessmentId : name === 'item' ? FIRST : number,
      );
      const all = args.map(() => number);
      const forms = number === 0 ? [own] : [mine, all];
      return forms.flatMap((form) => {
        try {
          return [encode(action, form)];
        } catch {
          // Longer than callback data can be: no client can send it.
          return [];
        }
      });
    });
  });
  await burst(scene, officer, wild);
  expect(await parked(scene)).toBe(0);
  expect(await ratings(scene)).toEqual({});
  const changed = await scene.client.answer.findMany({ where: { revision: { gt: 0 } } });
  expect(changed.filter(({ later }) => !later)).toEqual([]);
});

test('a button of last week either still works or says who answered meanwhile', async () => {
  const scene = await openScene();
  const { officer, town, assessmentId } = scene;
  await officer.press(encode('card', [assessmentId, FIRST]));
  const old = encode('rate', [assessmentId, SECOND, NO, 0]);
  const first = encode('rate', [assessmentId, FIRST, YES, 0]);
  await town.advance(7 * 24 * 3600_000);
  expect(await officer.press(first)).toBe('');
  expect(await officer.press(encode('rate', [assessmentId, SECOND, YES, 0]))).toBe('');
  const toast = await officer.press(old);
  expect(toast).toMatch(/^Бул суроого жооп берилген: Гүлнур Өмүрова, \d\d:\d\d, «Ооба»\./);
  expect(await ratings(scene)).toEqual({ [FIRST]: 'yes', [SECOND]: 'yes' });
});

test('two officers who answer one item at once: one is saved, the other hears whose', async () => {
  const scene = await openScene();
  const { officer, town, client, assessmentId } = scene;
  const second = town.chat('head');
  await join(second, await inviteOfficer(scene));
  const colleagues = [officer, second];
  for (const [index, language] of LANGUAGES.entries()) {
    const item = FIRST + index;
    for (const colleague of colleagues) {
      await speak(colleague, language);
      await colleague.press(encode('card', [assessmentId, item]));
    }
    const queries = colleagues.map(({ personId, card }, place) =>
      town.world.press({
        personId,
        chatId: personId,
        messageId: card().id,
        data: encode('rate', [assessmentId, item, place === 0 ? YES : NO, 0]),
      }),
    );
    await town.quiet();
    const toasts = queries.map(({ queryId }) => town.world.callback(queryId)?.answer?.text);
    const { rating, answeredAt } = await client.answer.findFirstOrThrow({ where: { item } });
    const won = rating === 'yes' ? 0 : 1;
    const time = new Intl.DateTimeFormat('ru', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Asia/Bishkek',
    }).format(Number(answeredAt));
    const name = won === 0 ? 'Гүлнур Өмүрова' : 'Бакыт Токтобаев';
    const label = sentences(won === 0 ? 'walk:rating.yes' : 'walk:rating.no')[language];
    const overtaken = sentences('errors:walk.overtaken', { name, time, rating: label });
    expect(toasts[won]).toBe('');
    expect(toasts[1 - won]).toBe(overtaken[language]);
    expect(await client.answerEvent.count({ where: { item } })).toBe(1);
  }
});

test('ten taps in a second write one answer, and every tap is answered', async () => {
  const scene = await openScene();
  const { officer, client, town, assessmentId } = scene;
  await officer.press(encode('card', [assessmentId, FIRST]));
  const tap = encode('rate', [assessmentId, FIRST, YES, 0]);
  const toasts = await burst(
    scene,
    officer,
    Array.from({ length: 10 }, () => tap),
  );
  expect(await ratings(scene)).toEqual({ [FIRST]: 'yes' });
  expect(await client.answerEvent.count()).toBe(1);
  expect(toasts).toEqual(Array.from({ length: 10 }, () => ''));
  expect(town.journal.breaches()).toEqual([]);
});

test('ten quick ticks on a card of parts all count', async () => {
  const scene = await openScene();
  const { officer, client, assessmentId } = scene;
  const ITEM = 101;
  await officer.press(encode('card', [assessmentId, ITEM]));
  const tick = (part: number, on: number) => encode('part', [assessmentId, ITEM, part, on, 0]);
  const ticks = [1, 0, 1, 0, 1].flatMap((on) => [tick(1, on), tick(2, on)]);
  await burst(scene, officer, ticks);
  const { parts } = await client.answer.findFirstOrThrow({ where: { item: ITEM } });
  expect(parts).toBe(0b11);
});

test('a redelivered update is known and changes nothing, shows nothing', async () => {
  const scene = await openScene();
  const { officer, client, town, assessmentId } = scene;
  await officer.press(encode('card', [assessmentId, FIRST]));
  await officer.press(encode('rate', [assessmentId, FIRST, NO, 0]));
  await officer.say('Эки айдын ичинде план бекитебиз');
  const before = await allTables(client);
  const messages = officer.messages();
  const ids = await client.inboxUpdate.findMany({ select: { updateId: true } });
  for (const { updateId } of ids.slice(-3)) town.world.redeliver(Number(updateId));
  const asked = town.journal.mark();
  await town.quiet();
  expect(written(before, await allTables(client))).toEqual({});
  expect(officer.messages()).toEqual(messages);
  const calls = town.journal.calls.slice(asked).map(({ method }) => method);
  expect(calls.filter((method) => method !== 'getUpdates')).toEqual([]);
});

test('updates that arrive last first are handled in the order they were made', async () => {
  const scene = await openScene();
  const { officer, town, assessmentId } = scene;
  await officer.press(encode('card', [assessmentId, FIRST]));
  const messageId = officer.card().id;
  const { personId } = officer;
  const press = (data: string) => town.world.press({ personId, chatId: personId, messageId, data });
  town.world.reversed(() => {
    press(encode('rate', [assessmentId, FIRST, YES, 0]));
    press(encode('rate', [assessmentId, FIRST, NO, 0]));
    press(encode('rate', [assessmentId, SECOND, NO, 0]));
  });
  await town.quiet();
  expect(await ratings(scene)).toEqual({ [FIRST]: 'yes', [SECOND]: 'no' });
});

test('a press too old to be answered still saves what it said', async () => {
  const scene = await openScene({ allowed: ['Bad Request: query is too old'] });
  const { officer, town, assessmentId } = scene;
  await officer.press(encode('card', [assessmentId, FIRST]));
  const { personId } = officer;
  town.world.press({
    personId,
    chatId: personId,
    messageId: officer.card().id,
    data: encode('rate', [assessmentId, FIRST, YES, 0]),
    expired: true,
  });
  await town.quiet();
  expect(await ratings(scene)).toEqual({ [FIRST]: 'yes' });
  expect(officer.card().text).toContain('2.1: Ооба, сакталды');
});

test('the button of an assessment that was closed meanwhile changes nothing', async () => {
  const scene = await openScene();
  const { officer, client, assessmentId } = scene;
  await client.campaign.updateMany({ data: { closedAt: 1n } });
  const tap = encode('rate', [assessmentId, FIRST, YES, 0]);
  for (const language of LANGUAGES) {
    await speak(officer, language);
    const closed = [
      sentences('errors:walk.closed')[language],
      sentences('errors:walk.closedPhone', { phone: '+996 312 00 00 00' })[language],
    ];
    expect(closed).toContain(await officer.press(tap));
  }
  expect(await ratings(scene)).toEqual({});
});
