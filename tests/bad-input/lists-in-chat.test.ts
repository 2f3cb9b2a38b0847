import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { encode } from '../../src/chat/callback.ts';
import { newestFile } from '../journeys/arrived.ts';
import { openDay } from '../journeys/day.ts';
import { PHOTO } from '../journeys/papers-at-hand.ts';
import { card, during } from '../journeys/seen.ts';
import { askedForList, registerOf, sendRows, until } from '../journeys/staff-lists.ts';
import type { Town } from '../support/town.ts';

const ORG = 'Ак-Кыя айыл өкмөтү';
/** As far as its content tells it: a compound file that holds a workbook. */
const OLD_EXCEL = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(1024),
  Buffer.from('Workbook', 'utf16le'),
  Buffer.alloc(1024),
]);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

test('what is no list gets its sentence and the question again; a list after all is taken', async () => {
  const town = await openDay();
  const officer = await askedForList(town);
  const { client } = town.app.service().database;
  const place = { personId: officer.personId, chatId: officer.personId };
  const sendings: Record<string, () => Promise<unknown>> = {
    'too large': () =>
      officer.upload([{ name: 'кызматчылар.xlsx', bytes: Buffer.alloc(21 * 1024 * 1024) }]),
    'old Excel': () => officer.upload([{ name: 'кызматчылар.xls', bytes: OLD_EXCEL }]),
    'a PDF renamed': () => officer.upload([{ name: 'кызматчылар.xlsx', bytes: PDF }]),
    empty: () => officer.upload([{ name: 'кызматчылар.csv', bytes: Buffer.alloc(0) }]),
    'a photo': () => officer.upload([PHOTO], { as: 'photo' }),
    'a voice': async () => {
      town.world.sendOdd(place, 'voice');
      await town.quiet();
    },
  };
  const answers: Record<string, string> = {};
  const question = card(officer);
  for (const [name, send] of Object.entries(sendings)) {
    const [sentence = '', ...asked] = await during(officer, send);
    answers[name] = sentence;
    expect([name, asked]).toEqual([name, [question]]);
  }
  expect(answers).toMatchInlineSnapshot(`
    {
      "a PDF renamed": "Бул PDF файл, андан тизме окулбайт. Тизменин Excel файлын (.xlsx) жөнөтүңүз.",
      "a photo": "Бул файл Excel таблицасы эмес. Тизмени Excel программасында ачып, «Excel китеби (.xlsx)» түрүндө сактап, кайра жөнөтүңүз.",
      "a voice": "Бул жерге тизме гана кабыл алынат: Excel же CSV файлы, же көчүрүлгөн саптар.",
      "empty": "Файлда бир да кызматчы жок. Ар бир кызматчыны өз сабына жазып, кайра жөнөтүңүз.",
      "old Excel": "Бул эски Excel файлы (.xls). Аны Excel программасында ачып, «Башкача сактоо» менен .xlsx түрүндө сактап, кайра жөнөтүңүз.",
      "too large": "Файл өтө чоң: эң көбү 10 МБ. Тизменин өзүн гана жаңы файлга көчүрүп (астындагы бош саптарсыз, сүрөтсүз), кайра жөнөтүңүз.",
    }
  `);
  // What is too large is not even fetched.
  expect(town.journal.of('getFile').length).toBe(4);
  expect(await client.staffImport.count()).toBe(0);

  // A sentence is a name for all the bot can tell: it is shown, and nobody is in the list.
  await officer.say('Тизмени эртең жөнөтөм');
  expect(card(officer)).toContain('• Тизмени эртең жөнөтөм');
  await officer.tap('Жокко чыгаруу');
  expect((await registerOf(town, ORG)).people).toEqual({});
  await officer.tap('Тизмени жүктөө');
  await sendRows(officer, [
    ['ФИО', 'Должность'],
    ['Асанова Айгүл', 'адис'],
  ]);
  await officer.tap('Жүктөө');
  expect(Object.keys((await registerOf(town, ORG)).people)).toEqual(['Асанова Айгүл']);
});

const MARKUP = '<b>Асанова</b> & "Айгүл"';
const FORMULA = "=cmd|' /C calc'!A0";

test('names of markup and of a formula are text on every screen and in every table', async () => {
  const town = await openDay();
  const officer = await askedForList(town);
  const heading = ['Аты-жөнү', 'Кызмат орду', 'Акыркы окуусу', 'Декларация тапшырылган күнү'];
  await sendRows(officer, [heading, [MARKUP, '<i>адис</i>', '03.12.2022', '12.01.2026']]);
  expect(card(officer)).toContain(`• ${MARKUP} – <i>адис</i>`);
  await officer.tap('Жүктөө');
  const { orgId, people } = await registerOf(town, ORG);
  const person = [orgId, people[MARKUP] ?? 0];
  const screens = [card(officer)];
  for (const data of [
    encode('staff', [orgId, 0]),
    encode('staffPerson', person),
    encode('staffHistory', [...person, 0]),
    encode('staffFiles', person),
    encode('staffCorrect', person),
    encode('staffRemove', person),
    encode('reminders', [orgId, 0]),
    encode('reminderWhy', [...person, 1]),
    encode('reminderDone', [...person, 1]),
    encode('reminderLater', [...person, 1]),
  ]) {
    await officer.press(data);
    screens.push(card(officer));
  }
  await until(town, '2026-01-13');
  screens.push(card(officer));
  expect(screens.map((screen) => screen.includes('<b>А'))).toEqual(screens.map(() => true));

  await officer.press(encode('staffAdd', [orgId]));
  await officer.say(FORMULA);
  await officer.press(encode('staffExport', [orgId]));
  const workbook = new Workbook();
  await workbook.xlsx.load(newestFile(town, officer).bytes);
  const cells: unknown[] = [];
  workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cells.push(cell.value)));
  expect(cells).toContain(`'${FORMULA}`);
  expect(cells).toContain(MARKUP);
  const computed = (value: unknown) => typeof value === 'object' && !(value instanceof Date);
  expect(cells.filter(computed)).toEqual([]);
});

test('typed dates, orders and names out of reach are asked for again, and nothing is kept of them', async () => {
  const town = await openDay();
  const officer = await askedForList(town);
  await officer.say('Үсөнов Эрмек; адис; 12.03.2021; 03.12.2022');
  await officer.tap('Жүктөө');
  const { orgId, people } = await registerOf(town, ORG);
  const person = [orgId, people['Үсөнов Эрмек'] ?? 0];
  const before = JSON.stringify(await recordsOf(town));
  const answers: Record<string, string> = {};
  const ask = async (text: string) => {
    const [said = ''] = await during(officer, () => officer.say(text));
    answers[[...text].slice(0, 20).join('')] = said;
  };
  await officer.press(encode('reminderDoneOn', [...person, 1, 0]));
  await ask('32.01.2026');
  await ask('кечээ');
  await ask('13.01.2026');
  await officer.press(encode('reminderDoneWhat', [...person, 1, 20260112, 1]));
  await ask('№ '.padEnd(500, '7'));
  await officer.press(encode('staffAdd', [orgId]));
  await ask('Өмүрова '.repeat(25));
  expect(answers).toMatchInlineSnapshot(`
    {
      "13.01.2026": "Бул дата келе элек. Бүгүнкү же мурунку датаны жазыңыз.
    [Жокко чыгаруу]",
      "32.01.2026": "Дата түшүнүксүз. Күн.ай.жыл түрүндө жазыңыз, мисалы: 15.03.2026.
    [Жокко чыгаруу]",
      "кечээ": "Дата түшүнүксүз. Күн.ай.жыл түрүндө жазыңыз, мисалы: 15.03.2026.
    [Жокко чыгаруу]",
      "Өмүрова Өмүрова Өмүр": "Аты-жөнү өтө узун: 199 белги, эң көбү 120. Кыскартып кайра жазыңыз.",
      "№ 777777777777777777": "Текст өтө узун: 500 белги, эң көбү 300. Кыскартып кайра жөнөтүңүз.
    [Жокко чыгаруу]",
    }
  `);
  expect(JSON.stringify(await recordsOf(town))).toBe(before);
  expect((await registerOf(town, ORG)).people).toEqual(people);
});

const recordsOf = (town: Town) =>
  town.app.service().database.client.staffRecord.findMany({ select: { date: true, what: true } });
