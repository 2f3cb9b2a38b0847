import { expect, test } from 'vitest';
import { files } from './arrived.ts';
import { DAY, openDay } from './day.ts';
import { card, during, seen } from './seen.ts';

test('from the morning’s message to the tick and back, and the year as a picture', async () => {
  const town = await openDay();
  const officer = town.chat('officer');
  await officer.openLetter();
  await officer.tap('Ооба, бул менин мекемем');
  const [morning = ''] = await during(officer, () => town.advance(DAY));
  expect(morning.split('\n\n').slice(0, 2)).toEqual([
    '13.01.2026. Эстетмелер: 5',
    '1. Асанова А. Б. – окутуу, мөөнөтү 03.12.2025 күнү өттү. Акыркы окуусу: 03.12.2022.\n' +
      'Эмне кылуу керек: окууга жөнөтүү.',
  ]);
  expect(await during(officer, () => town.advance(60_000))).toEqual([]);

  await officer.tap('1. Аткарылды');
  await officer.tap('Датасын жазуу');
  await officer.say('10.01.2026');
  await officer.tap('Квалификацияны жогорулатуу');
  await officer.say('№ 45, 36 саат');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Сакталды: Асанова А. Б. – окутуу, 10.01.2026.
    Буйрук: № 45.
    Саат: 36.
    Кийинки дата: 10.01.2029.
    [Жокко чыгаруу]
    [Күндүк эстетмеге кайтуу]
    [Кызматчыны ачуу]
    [Бардык эстетмелер]"
  `);
  await officer.tap('Күндүк эстетмеге кайтуу');
  expect(card(officer).split('\n')[0]).toBe('13.01.2026. Эстетмелер: 4');

  await officer.tap('Баары');
  await officer.tap('Бир жыл (сүрөт)');
  const picture = officer.messages().at(-1);
  expect([picture?.photo?.width, picture?.photo?.height, picture && seen(picture)]).toEqual([
    1080,
    1500,
    'Көк-Жар айыл өкмөтү: бир жылга эстетмелер',
  ]);
  await officer.tap('Календарга (.ics)');
  await officer.tap('Excel');
  expect(files(town.world, officer).map(({ name }) => name)).toEqual([
    'Көк-Жар_айыл_өкмөтү_Эстетмелер.ics',
    'Көк-Жар_айыл_өкмөтү_Эстетмелер_2026-01-13.xlsx',
  ]);
});

test('what is put off for a typed reason is told again on its day', async () => {
  const town = await openDay();
  const officer = town.chat('officer');
  await officer.openLetter();
  await officer.tap('Ооба, бул менин мекемем');
  await town.advance(DAY);
  await officer.tap('1. Кийинчерээк');
  await officer.tap('1 апта');
  await officer.say('Курс 16-январда башталат');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Асанова А. Б. – окутуу: 20.01.2026 күнүнө чейин эске салынбайт. Себеби: Курс 16-январда башталат
    [Жокко чыгаруу]
    [Күндүк эстетмеге кайтуу]
    [Кызматчыны ачуу]
    [Бардык эстетмелер]"
  `);
  await officer.tap('Кызматчыны ачуу');
  expect(card(officer).split('\n')[0]).toBe('Асанова Айгүл Бакытовна');
  const soon = (await during(officer, () => town.advance(7 * DAY))).join('\n');
  expect(soon).toContain('20.01.2026. Эстетмелер');
  expect(soon).toContain('Асанова А. Б. – окутуу');
});
