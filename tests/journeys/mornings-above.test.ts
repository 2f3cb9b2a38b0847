import { expect, test } from 'vitest';
import { encode } from '../../src/chat/callback.ts';
import { blocked } from '../support/faults.ts';
import { answerAll } from './answers.ts';
import { openDay } from './day.ts';
import { card, during } from './seen.ts';
import { joined, registerOf, until } from './staff-lists.ts';

/** Two messages of one moment come in either order. */
const byLetters = (a = '', b = ''): number => (a < b ? -1 : Number(a > b));

test('where no officer is left to read the digest, the head hears of it, and without one the operators', async () => {
  const town = await openDay();
  const [operator, head] = [town.chat('operator'), town.chat('head')];
  const { people } = await registerOf(town, 'Көк-Жар айыл өкмөтү');
  const names = Object.keys(people).map((name) => name.split(' ')[0] ?? '');
  expect(names).toContain('Асанова');
  // Nobody of the organisation has joined yet.
  const [toOperator] = await during(operator, () => until(town, '2026-01-13'));
  expect(toOperator).toMatchInlineSnapshot(`
    "Көк-Жар айыл өкмөтү: күндүк эстетме эч кимге жетпей жатат. Кадр иши боюнча жооптуу катталган эмес же ботту бөгөттөп койгон.

    Жооптууга жаңы чакыруу жөнөтүңүз.
    [Мекемени ачуу]"
  `);
  expect(names.filter((name) => toOperator?.includes(name))).toEqual([]);
  expect(await during(operator, () => until(town, '2026-01-14'))).toEqual([]);

  const officer = await joined(town, 'officer');
  await joined(town, 'head');
  town.faults.orderFor(
    'sendMessage',
    ({ parameters }) => parameters.chat_id === officer.personId,
    blocked,
  );
  const told = await during(head, () => until(town, '2026-01-15'));
  expect(town.faults.waiting()).toBe(0);
  expect(told.map((text) => text.split('\n')[0]).toSorted(byLetters)).toEqual([
    '15.01.2026. Мөөнөтү 30 күндөн ашык өттү: 1',
    expect.stringMatching(/^Гүлнур Өмүрова ботту өчүрүп койгондуктан, билдирүүлөр жетпей жатат\. /),
  ]);
  expect(await during(head, () => until(town, '2026-01-16'))).toEqual([]);
  const weekLater = await during(head, () => until(town, '2026-01-22'));
  expect(weekLater.toSorted(byLetters)).toMatchInlineSnapshot(`
    [
      "22.01.2026. Мөөнөтү 30 күндөн ашык өттү: 1

    Көк-Жар айыл өкмөтү

    1. Асанова А. Б. – окутуу, мөөнөтү 03.12.2025, 50 күн өттү.
    [Бардык эстетмелер]",
      "Көк-Жар айыл өкмөтү: күндүк эстетме эч кимге жетпей жатат. Кадр иши боюнча жооптуу катталган эмес же ботту бөгөттөп койгон.

    Жооптуудан ботту кайра ачуусун сураныңыз. Жооптуу алмашса, чакырууну мониторингди уюштургандардан алыңыз.
    [Бардык эстетмелер]",
    ]
  `);
  expect(operator.last().text).toBe(toOperator?.split('\n[')[0]);
});

test('the deadline of a monitoring leads from the digest into the walk, and is gone once all is sent', async () => {
  const town = await openDay();
  const officer = await joined(town, 'otherOfficer');
  const waiting = await joined(town, 'officer');
  const [digest] = await during(officer, () => until(town, '2026-02-09'));
  expect(digest).toMatchInlineSnapshot(`
    "09.02.2026. Эстетмелер: 1

    1. Мониторинг – 28 күн калды, 0 / 48.
    [1. Улантуу]
    [Баары]"
  `);
  await officer.tap('1. Улантуу');
  expect(card(officer).split('\n')[0]).toMatchInlineSnapshot(`"1.1 · 1 / 48 · Жалпы маалымат"`);
  await answerAll(town, 'otherOfficer');
  await officer.say('/menu');
  await officer.tap('Жөнөтүү алдындагы текшерүү');
  await officer.tap('Комиссияга жөнөтүү');
  await officer.tap('Ооба, жөнөтүү');
  expect(await during(officer, () => until(town, '2026-02-23'))).toEqual([]);
  expect(card(waiting)).toContain('Мониторинг – 14 күн калды, 0 / 48.');
  await officer.press(encode('digest', [20260209, 0]));
  expect(card(officer)).toMatchInlineSnapshot(`
    "09.02.2026. Аткарылды: бул эстетмеде ачык эч нерсе калган жок.
    [Баары]"
  `);
});
