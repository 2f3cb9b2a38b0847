import { expect, test } from 'vitest';
import { freshFolder } from '../support/folder.ts';
import { openTown } from '../support/town.ts';
import { DAY, MINUTE, MORNING, openDay } from './day.ts';
import { card, during } from './seen.ts';
import { joined, mornings, openImport, sendRows, until } from './staff-lists.ts';

const HEADINGS = ['Аты-жөнү', 'Дайындалган күнү', 'Акыркы окуусу', 'Декларация тапшырылган күнү'];
/** One person, of whom only the training speaks: its date passed on `21.04.2026`. */
const usonov = (declaredOn: string) => [HEADINGS, ['Үсөнов Эрмек', null, '21.04.2023', declaredOn]];

/** What was told, day by day: the numbered lines. */
const told = (came: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(came).map(([day, texts]) => [
      day,
      texts.flatMap((text) => text.split('\n').filter((line) => /^\d+\. /.test(line))),
    ]),
  );

test('what is overdue is told weekly, never on a day off; put off, it is silent until its day', async () => {
  // Monday, before the holidays of the first days of May.
  const town = await openTown({ overrides: { now: () => Date.parse('2026-04-27T09:05+06:00') } });
  const officer = await joined(town, 'otherOfficer');
  await openImport(officer);
  await sendRows(officer, usonov('27.04.2026'));
  await officer.tap('Жүктөө');
  await until(town, '2026-04-27', '20:30');
  await until(town, '2026-04-28', '08:00');
  await town.advance(60 * MINUTE);
  expect(card(officer)).toMatchInlineSnapshot(`
    "28.04.2026. Эстетмелер: 1

    1. Үсөнов Э. – окутуу, мөөнөтү 21.04.2026 күнү өттү. Акыркы окуусу: 21.04.2023.
    Эмне кылуу керек: окууга жөнөтүү.
    [1. Аткарылды] [1. Кийинчерээк]
    [Эмне үчүн?] [Баары]"
  `);
  expect(told(await mornings(town, officer, 14))).toMatchInlineSnapshot(`
    {
      "2026-05-11": [
        "1. Үсөнов Э. – окутуу, мөөнөтү 21.04.2026 күнү өттү. Акыркы окуусу: 21.04.2023.",
      ],
    }
  `);

  await officer.tap('1. Кийинчерээк');
  await officer.tap('Датасын жазуу');
  await officer.say('23.05.2026');
  await officer.say('Курс 23-майда ачылат');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Үсөнов Э. – окутуу: 23.05.2026 күнүнө чейин эске салынбайт. Себеби: Курс 23-майда ачылат
    [Жокко чыгаруу]
    [Кызматчыны ачуу]
    [Бардык эстетмелер]"
  `);
  // The day it was put off to is a Saturday.
  expect(told(await mornings(town, officer, 14))).toMatchInlineSnapshot(`
    {
      "2026-05-25": [
        "1. Үсөнов Э. – окутуу, мөөнөтү 21.04.2026 күнү өттү. Акыркы окуусу: 21.04.2023.",
        "2. Мониторинг – 28 күн калды, 0 / 48.",
      ],
    }
  `);

  await officer.tap('1. Аткарылды');
  await officer.tap(/^Бүгүн/);
  await officer.tap('Түрүн көрсөтпөө');
  await officer.tap('Буйруксуз сактоо');
  await officer.say('/staff');
  expect(told(await mornings(town, officer, 4))).toMatchInlineSnapshot(`{}`);
});

test('a service that stood still for three mornings sends one digest, and none on the same day again', async () => {
  const dataDir = freshFolder();
  const before = await openDay({ dataDir });
  const sender = await joined(before, 'otherOfficer');
  await openImport(sender);
  await sendRows(sender, [HEADINGS, ['Үсөнов Эрмек', null, '21.04.2022', '12.01.2026']]);
  await sender.tap('Жүктөө');
  await before.stop();

  const back = MORNING + 3 * DAY + 5 * 60 * MINUTE;
  const after = await openTown({ dataDir, allowRefused: true, overrides: { now: () => back } });
  const officer = after.chat('otherOfficer');
  await officer.say('/help');
  const came = await during(officer, () => after.advance(MINUTE));
  expect(came.map((text) => text.split('\n')[0])).toEqual(['15.01.2026. Эстетмелер: 1']);
  expect(await during(officer, () => after.advance(60 * MINUTE))).toEqual([]);
  await after.stop();

  const again = await openTown({
    dataDir,
    allowRefused: true,
    overrides: { now: () => back + 120 * MINUTE },
  });
  const same = again.chat('otherOfficer');
  await same.say('/help');
  expect(await during(same, () => again.advance(MINUTE))).toEqual([]);
  // The chats of the sandbox begin anew, and with them the messages whose buttons are taken off.
  const refused = [after, again].flatMap(({ journal }) => journal.refused());
  expect(new Set(refused.map(({ description }) => description))).toEqual(
    new Set(['Bad Request: message to edit not found']),
  );
});
