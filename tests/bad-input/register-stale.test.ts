import { expect, test } from 'vitest';
import { encode } from '../../src/chat/callback.ts';
import type { ChatClient } from '../support/chat.ts';
import { sentences } from './scene.ts';
import { flood, restarting } from '../support/faults.ts';
import { openTown, type Town } from '../support/town.ts';
import { openDay } from '../journeys/day.ts';
import { during, seen } from '../journeys/seen.ts';
import {
  askedForList,
  joined,
  openImport,
  registerOf,
  sendRows,
  until,
} from '../journeys/staff-lists.ts';

const ORG = 'Ак-Кыя айыл өкмөтү';
const HEADINGS = ['Аты-жөнү', 'Кызмат орду', 'Дайындалган күнү', 'Акыркы окуусу'];
const LIST = [HEADINGS, ['Үсөнов Эрмек', 'жер адиси', '01.02.2020', '03.12.2022']];
const LONGER = [...LIST, ['Асанова Айгүл', 'башкы адис', '12.03.2021', '03.12.2024']];
const GONE = sentences('errors:register.importGone').ky;
const SINCE = sentences('errors:register.changedSince').ky;

/** Who presses twice makes the bot show what stands there already. */
const UNCHANGED = 'Bad Request: message is not modified';

const people = async (town: Town) => Object.keys((await registerOf(town, ORG)).people);

/** Two presses before the bot has answered either; what each toast said. */
async function twice(town: Town, chat: ChatClient, data: string): Promise<(string | undefined)[]> {
  const place = { personId: chat.personId, chatId: chat.personId, messageId: chat.card().id };
  const queries = [town.world.press({ ...place, data }), town.world.press({ ...place, data })];
  await town.quiet();
  return queries.map(({ queryId }) => town.world.callback(queryId)?.answer?.text);
}

test('a list is loaded once, however often and late its buttons are pressed', async () => {
  const town = await openTown({ allowRefused: true });
  const officer = await askedForList(town);
  const { client } = town.app.service().database;
  town.faults.order('getFile', restarting);
  await sendRows(officer, LONGER);
  const replaced = officer.dataOf('Жүктөө');
  await sendRows(officer, LIST);
  const first = officer.dataOf('Жүктөө');
  expect(await client.storedFile.count({ where: { deletedAt: null } })).toBe(1);

  town.faults.order('editMessageText', restarting, flood(1));
  // A corrected list has taken the place of the one before it.
  expect(await officer.press(replaced)).toBe(GONE);
  expect(await twice(town, officer, first)).toEqual(['', '']);
  expect(town.faults.waiting()).toBe(0);
  expect(officer.card().text).toMatch(/^Тизме жүктөлдү\. Жаңы: 1 /);
  expect(await people(town)).toEqual(['Үсөнов Эрмек']);
  expect(await client.registerChange.count({ where: { kind: 'import', orgId: 2 } })).toBe(1);

  const undo = officer.dataOf('Жокко чыгаруу');
  const [undone, again] = await twice(town, officer, undo);
  expect(undone).toBe('');
  expect(again).toMatch(/^Муну жокко чыгарууга болбойт: ал мурда жокко чыгарылган/);
  expect(await people(town)).toEqual([]);
  const [orgId = 0, importId = 0] = first
    .split('.')
    .slice(1)
    .map((part) => parseInt(part, 36));
  for (const data of [
    first,
    encode('staffImportShow', [orgId, importId]),
    encode('staffImportProblems', [orgId, importId, 0]),
    encode('staffImportMarked', [orgId, importId]),
    encode('staffImportDrop', [orgId, importId]),
  ]) {
    expect([data, await officer.press(data)]).toEqual([data, GONE]);
  }
  expect(await people(town)).toEqual([]);

  // The register is another one by the time the button is pressed.
  await openImport(officer);
  await sendRows(officer, LONGER);
  const late = officer.dataOf('Жүктөө');
  await officer.press(encode('staffAdd', [orgId]));
  await officer.say('Үсөнов Эрмек');
  expect(await officer.press(late)).toBe(SINCE);
  expect(await people(town)).toEqual(['Үсөнов Эрмек']);

  // The same update once more, with its file.
  await openImport(officer);
  await sendRows(officer, LIST);
  const before = await client.staffImport.count();
  const newest = await client.inboxUpdate.findFirstOrThrow({ orderBy: { updateId: 'desc' } });
  const calls = town.journal.mark();
  town.world.redeliver(Number(newest.updateId));
  await town.quiet();
  expect(await client.staffImport.count()).toBe(before);
  const methods = town.journal.calls.slice(calls).map(({ method }) => method);
  expect(methods.filter((method) => method !== 'getUpdates')).toEqual([]);
  const refused = town.journal.refused().map(({ description }) => description ?? '');
  expect(refused.filter((one) => !one.startsWith(UNCHANGED))).toEqual([]);
});

test('a digest comes once through 429 and 500, and pressed weeks later it shows what stands', async () => {
  const town = await openDay();
  const officer = await joined(town, 'otherOfficer');
  await openImport(officer);
  await sendRows(officer, [
    ['Аты-жөнү', 'Акыркы окуусу', 'Декларация тапшырылган күнү'],
    ['Үсөнов Эрмек', '03.12.2022', '12.01.2026'],
  ]);
  await officer.tap('Жүктөө');
  const hers = ({ parameters }: { parameters: Record<string, unknown> }) =>
    parameters.chat_id === officer.personId;
  town.faults.orderFor('sendMessage', hers, restarting, flood(1));
  const came = await during(officer, async () => {
    await until(town, '2026-01-13');
    await expect.poll(() => town.faults.waiting(), { timeout: 10_000 }).toBe(0);
    await town.advance(60_000);
    await expect
      .poll(() => officer.last().text?.split('\n')[0], { timeout: 10_000 })
      .toMatch(/^13\.01\.2026/);
    await town.quiet();
  });
  expect(came.map((text) => text.split('\n')[0])).toMatchInlineSnapshot(`
    [
      "13.01.2026. Эстетмелер: 1",
    ]
  `);
  const digest = officer.last().id;
  const done = officer.dataOf('1. Аткарылды');
  const later = officer.dataOf('1. Кийинчерээк');

  const { orgId, people: numbers } = await registerOf(town, ORG);
  const servant = numbers['Үсөнов Эрмек'] ?? 0;
  await twice(town, officer, encode('reminderDonePlain', [orgId, servant, 1, 20260113, 0]));
  const { client } = town.app.service().database;
  expect(await client.staffRecord.count({ where: { servant, date: '2026-01-13' } })).toBe(1);
  await until(town, '2026-02-06');
  const shown = () =>
    officer
      .messages()
      .filter(({ id }) => id === digest)
      .map(seen);
  // The date is another one: it is shown before anything is asked.
  await officer.press(done, digest);
  expect(shown().join()).toContain('13.01.2026. Аткарылды');
  await officer.press(later, digest);
  expect(shown().join()).toContain('Окутуу: мөөнөтү 13.01.2029.');
  await officer.press(encode('digest', [20260113, 0]), digest);
  expect(shown()).toMatchInlineSnapshot(`
    [
      "13.01.2026. Аткарылды: бул эстетмеде ачык эч нерсе калган жок.
    [Баары]",
    ]
  `);
});
