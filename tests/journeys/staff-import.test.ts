import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { pngSize } from '../support/png.ts';
import { newestFile, newestPicture } from './arrived.ts';
import { openDay } from './day.ts';
import { card, during } from './seen.ts';
import { askedForList, registerOf, sendRows, until } from './staff-lists.ts';

const HEADINGS = [
  'Акыркы окуусу',
  'Аты-жөнү',
  'Телефону',
  'Дайындалган күнү',
  'Кызмат орду',
  'Класстык чени',
  'Чен берилген күнү',
];
const INSPECTOR = 'муниципалдык кызматтын 1-класстагы инспектору';
const COUNSELLOR = 'муниципалдык кызматтын 1-класстагы муниципалдык кеңешчиси';
const ASANOVA = 'Асанова Айгүл Бакытовна';

/** As it lies on an officer's computer: a title, a column of her own, dates as each hand wrote them. */
const HERS = [
  ['Ак-Кыя айыл өкмөтүнүн кызматчылары, 2026-жыл'],
  [],
  HEADINGS,
  ['03.12.2022', 'Үсөнов Эрмек', '0700', 44_197, 'жер адиси', INSPECTOR, '2024-02-01'],
  [new Date(Date.UTC(2025, 4, 20)), ASANOVA, '', '2019-03-12', 'башкы адис', COUNSELLOR, '1.6.23'],
  ['2023-02-01', 'Өмүрова Бурул', '', '5.1.2018', 'катчы', COUNSELLOR, 45_292],
] as const;

test('an officer sends her table as it is, and works her first digest off from the message', async () => {
  const town = await openDay();
  const officer = await askedForList(town);
  await sendRows(officer, HERS);
  expect(card(officer)).toMatchInlineSnapshot(`
    "Текшерилди: кызматчылар.xlsx
    Ак-Кыя айыл өкмөтү
    Саптар: 3
    Жаңы: 3 · өзгөргөн: 0 · өзгөрбөгөн: 0

    Жаңылар:
    • Үсөнов Эрмек – жер адиси
    • Асанова Айгүл Бакытовна – башкы адис
    • Өмүрова Бурул – катчы

    Бул тилкелер окулган жок: Телефону
    [Жүктөө]
    [Жокко чыгаруу]"
  `);
  await officer.tap('Жүктөө');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Тизме жүктөлдү. Жаңы: 3 · өзгөргөн: 0 · кеткен: 0

    Мөөнөтү өткөндөр: 1

    1. Үсөнов Э. – окутуу, мөөнөтү 03.12.2025, 40 күн өттү. Акыркы окуусу: 03.12.2022.

    Калган эстетмелер: 4. Аларды «Эстетмелер» баскычынан көрөсүз.
    [Жокко чыгаруу]
    [Эстетмелер]
    [Кызматчылар]"
  `);

  expect(await during(officer, () => until(town, '2026-01-13', '08:59'))).toEqual([]);
  expect(await during(officer, () => until(town, '2026-01-13'))).toMatchInlineSnapshot(`
    [
      "13.01.2026. Эстетмелер: 3

    1. Үсөнов Э. – окутуу, мөөнөтү 03.12.2025 күнү өттү. Акыркы окуусу: 03.12.2022.
    Эмне кылуу керек: окууга жөнөтүү.

    2. Өмүрова Б. – окутуу, мөөнөтү 01.02.2026, 19 күн калды. Акыркы окуусу: 01.02.2023.
    Эмне кылуу керек: окууга жөнөтүү.

    3. Кызматчылар: 3 – декларация, мөөнөтү 01.04.2026, 78 күн калды.
    Негизи такталган эмес: басма сөз боюнча.
    Эмне кылуу керек: декларация тапшырылганын тактоо.
    [1. Аткарылды] [1. Кийинчерээк]
    [2. Аткарылды] [2. Кийинчерээк]
    [3. Ачуу]
    [Эмне үчүн?] [Баары]",
    ]
  `);
  await officer.tap('1. Аткарылды');
  await officer.tap(/^Бүгүн/);
  await officer.tap('Квалификацияны жогорулатуу');
  await officer.say('№ 45, 36 саат');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Сакталды: Үсөнов Э. – окутуу, 13.01.2026.
    Буйрук: № 45.
    Саат: 36.
    Кийинки дата: 13.01.2029.
    [Жокко чыгаруу]
    [Күндүк эстетмеге кайтуу]
    [Кызматчыны ачуу]
    [Бардык эстетмелер]"
  `);
  await officer.tap('Кызматчыны ачуу');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Үсөнов Эрмек
    жер адиси

    Дайындалган: 01.01.2021
    Класстык чен: 1-класстагы инспектор, 01.02.2024

    Мөөнөттөр
    1. Окутуу – мөөнөтү 13.01.2029. Акыркы окуусу: 13.01.2026.
    2. Декларация – мөөнөтү 01.04.2026, 78 күн калды. Тапшырылганы жазылган эмес. Негизи такталган эмес: басма сөз боюнча.
    [2. Аткарылды] [2. Кийинчерээк]
    [1. Эмне үчүн?] [2. Эмне үчүн?]
    [Жазуу кошуу] [Оңдоо]
    [Тарыхы: 3] [Көктөмөсү]
    [‹ Кызматчылар]"
  `);
  await officer.say('/staff');
  await officer.tap('Дагы');
  await officer.tap('Акыркы өзгөртүүлөр');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Акыркы өзгөртүүлөр

    1. 13.01.2026, 09:00 · Үсөнов Э. · жазуу кошулду
    2. 12.01.2026, 09:05 · тизме жүктөлдү – кызматчылар.xlsx (жаңы: 3, өзгөргөн: 0, кеткен: 0)
    [1. Жокко чыгаруу] [2. Жокко чыгаруу]
    [‹ Кызматчылар]"
  `);
  await officer.tap('1. Жокко чыгаруу');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Жокко чыгарылды.

    Үсөнов Эрмек
    жер адиси

    Дайындалган: 01.01.2021
    Класстык чен: 1-класстагы инспектор, 01.02.2024

    Мөөнөттөр
    1. Окутуу – мөөнөтү 03.12.2025, 41 күн өттү. Акыркы окуусу: 03.12.2022.
    2. Декларация – мөөнөтү 01.04.2026, 78 күн калды. Тапшырылганы жазылган эмес. Негизи такталган эмес: басма сөз боюнча.
    [1. Аткарылды] [1. Кийинчерээк]
    [2. Аткарылды] [2. Кийинчерээк]
    [1. Эмне үчүн?] [2. Эмне үчүн?]
    [Жазуу кошуу] [Оңдоо]
    [Тарыхы: 2] [Көктөмөсү]
    [‹ Кызматчылар]"
  `);
  await officer.say('/reminders');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Эстетмелер · Ак-Кыя айыл өкмөтү
    Мөөнөтү өттү: 1 · күтүп жатат: 0 · жакынкы 90 күндө: 4

    1. Үсөнов Э. – окутуу, мөөнөтү 03.12.2025, 41 күн өттү.

    2. Өмүрова Б. – окутуу, мөөнөтү 01.02.2026, 19 күн калды.

    3. Кызматчылар: 3 – декларация, мөөнөтү 01.04.2026, 78 күн калды. Негизи такталган эмес: басма сөз боюнча.
    [1. Үсөнов Э.] [2. Өмүрова Б.]
    [3. Ачуу]
    [Бир жыл (сүрөт)] [Excel]
    [Календарга (.ics)]
    [Кызматчылар] [Башкы бет]"
  `);

  await officer.tap('Календарга (.ics)');
  const calendar = newestFile(town, officer);
  const events = calendar.bytes.toString('utf8').replaceAll('\r\n ', '').split('\r\n');
  expect({
    name: calendar.name,
    ends: [events[0], events.at(-1)],
    days: events.filter((line) => /^(DTSTART|SUMMARY)/.test(line)),
  }).toMatchInlineSnapshot(`
    {
      "days": [
        "DTSTART;VALUE=DATE:20260201",
        "SUMMARY:Окутуу: мөөнөтү · кызматчылар: 1",
        "DTSTART;VALUE=DATE:20260401",
        "SUMMARY:Декларация: мөөнөтү · кызматчылар: 3",
      ],
      "ends": [
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
      ],
      "name": "Ак-Кыя_айыл_өкмөтү_Эстетмелер.ics",
    }
  `);

  await officer.tap('Бир жыл (сүрөт)');
  expect(pngSize(newestPicture(town, officer))).toMatchInlineSnapshot(`
    [
      1080,
      1500,
    ]
  `);

  await officer.tap('Excel');
  const table = newestFile(town, officer);
  const workbook = new Workbook();
  await workbook.xlsx.load(table.bytes);
  const sheet = workbook.worksheets[0];
  const rows: string[] = [];
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String).join(' | ')));
  expect({ name: table.name, rows }).toMatchInlineSnapshot(`
    {
      "name": "Ак-Кыя_айыл_өкмөтү_Эстетмелер_2026-01-13.xlsx",
      "rows": [
        "№ | Аты-жөнү | Кызмат орду | Эмне | Дата | Мааниси | Калган күн (минус – өттү) | Эмнеден эсептелди | Негизи",
        "1 | Үсөнов Эрмек | жер адиси | Окутуу | 03.12.2025 | ушул күнгө чейин | -41 | акыркы окуусу: 03.12.2022 | расмий",
        "2 | Өмүрова Бурул | катчы | Окутуу | 01.02.2026 | ушул күнгө чейин | 19 | акыркы окуусу: 01.02.2023 | расмий",
        "3 | Асанова Айгүл Бакытовна | башкы адис | Декларация | 01.04.2026 | ушул күнгө чейин | 78 | тапшырылганы жазылган эмес | такталган эмес: басма сөз боюнча",
        "4 | Өмүрова Бурул | катчы | Декларация | 01.04.2026 | ушул күнгө чейин | 78 | тапшырылганы жазылган эмес | такталган эмес: басма сөз боюнча",
        "5 | Үсөнов Эрмек | жер адиси | Декларация | 01.04.2026 | ушул күнгө чейин | 78 | тапшырылганы жазылган эмес | такталган эмес: басма сөз боюнча",
      ],
    }
  `);
});

const BAD = [
  ['Аты-жөнү', 'Кызмат орду', 'Дайындалган күнү', 'Акыркы окуусу'],
  ['Асанова Айгүл', 'башкы адис', '12.03.2021', '03.12.2023'],
  ['', 'катчы', '12.03.2021', '03.12.2023'],
  ['Үсөнов Эрмек', 'жер адиси', '32.01.2020', '03.12.2027'],
] as const;
const MENDED = [
  BAD[0],
  BAD[1],
  ['Өмүрова Бурул', 'катчы', '12.03.2021', '03.12.2023'],
  ['Үсөнов Эрмек', 'жер адиси', '31.01.2020', '03.12.2024'],
] as const;

test('bad cells keep the list out, named and marked; mended it goes in, is taken back, goes in again', async () => {
  const town = await openDay();
  const officer = await askedForList(town);
  await sendRows(officer, BAD);
  expect(card(officer)).toMatchInlineSnapshot(`
    "Текшерилди: кызматчылар.xlsx
    Ак-Кыя айыл өкмөтү
    Саптар: 3
    Жаңы: 1 · өзгөргөн: 0 · өзгөрбөгөн: 0

    Оңдой турган жерлер: 3
    • «Тизме», 3-сап, A («Аты-жөнү»): бош. Аты-жөнү жок. Фамилиясын, атын, атасынын атын жазыңыз же сапты өчүрүңүз.
    • «Тизме», 4-сап, C («Дайындалган күнү»): «32.01.2020». Дата түшүнүксүз. Толук датаны күн.ай.жыл түрүндө жазыңыз, мисалы: 12.03.2021. Билбесеңиз, бош калтырыңыз.
    • «Тизме», 4-сап, D («Акыркы окуусу»): «03.12.2027». 03.12.2027 күнү али келе элек, бүгүн 12.01.2026. Датаны текшерип, кайра жазыңыз.
    Файлды оңдоп, кайра жөнөтүңүз. Азырынча эч нерсе өзгөргөн жок.

    Жаңылар:
    • Асанова Айгүл – башкы адис
    [Каталар: 3]
    [Белгиленген көчүрмө]
    [Жокко чыгаруу]"
  `);
  expect((await registerOf(town, 'Ак-Кыя айыл өкмөтү')).people).toEqual({});
  await officer.tap(/^Каталар/);
  expect(card(officer)).toMatchInlineSnapshot(`
    "Каталар: 1–3 / 3

    1. «Тизме», 3-сап, A («Аты-жөнү»): бош. Аты-жөнү жок. Фамилиясын, атын, атасынын атын жазыңыз же сапты өчүрүңүз.

    2. «Тизме», 4-сап, C («Дайындалган күнү»): «32.01.2020». Дата түшүнүксүз. Толук датаны күн.ай.жыл түрүндө жазыңыз, мисалы: 12.03.2021. Билбесеңиз, бош калтырыңыз.

    3. «Тизме», 4-сап, D («Акыркы окуусу»): «03.12.2027». 03.12.2027 күнү али келе элек, бүгүн 12.01.2026. Датаны текшерип, кайра жазыңыз.
    [Белгиленген көчүрмө]
    [‹ Текшерүү]"
  `);
  await officer.tap('Белгиленген көчүрмө');
  const marked = new Workbook();
  await marked.xlsx.load(newestFile(town, officer).bytes);
  const sheet = marked.getWorksheet('Тизме');
  const notes: Record<string, unknown> = {};
  sheet?.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (cell.note) notes[cell.address] = cell.note;
    }),
  );
  expect(notes).toMatchInlineSnapshot(`
    {
      "A3": "Аты-жөнү жок. Фамилиясын, атын, атасынын атын жазыңыз же сапты өчүрүңүз.",
      "C4": "Дата түшүнүксүз. Толук датаны күн.ай.жыл түрүндө жазыңыз, мисалы: 12.03.2021. Билбесеңиз, бош калтырыңыз.",
      "D4": "03.12.2027 күнү али келе элек, бүгүн 12.01.2026. Датаны текшерип, кайра жазыңыз.",
    }
  `);

  await sendRows(officer, MENDED, 'оңдолгон.xlsx');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Текшерилди: оңдолгон.xlsx
    Ак-Кыя айыл өкмөтү
    Саптар: 3
    Жаңы: 3 · өзгөргөн: 0 · өзгөрбөгөн: 0

    Жаңылар:
    • Асанова Айгүл – башкы адис
    • Өмүрова Бурул – катчы
    • Үсөнов Эрмек – жер адиси
    [Жүктөө]
    [Жокко чыгаруу]"
  `);
  await officer.tap('Жүктөө');
  const loaded = await registerOf(town, 'Ак-Кыя айыл өкмөтү');
  expect(Object.keys(loaded.people)).toEqual(['Асанова Айгүл', 'Өмүрова Бурул', 'Үсөнов Эрмек']);
  await officer.tap('Жокко чыгаруу');
  expect((await registerOf(town, 'Ак-Кыя айыл өкмөтү')).people).toEqual({});
  expect(card(officer)).toMatchInlineSnapshot(`
    "Жокко чыгарылды.

    Кызматчылар: 0
    Ак-Кыя айыл өкмөтү

    Тизме бош. Excel файлын жүктөңүз же кызматчыларды бирден кошуңуз: баштоого аты-жөнү жетиштүү.
    [Тизмени жүктөө]
    [Кошуу] [Дагы]
    [Башкы бет]"
  `);

  await officer.tap('Тизмени жүктөө');
  await sendRows(officer, MENDED, 'оңдолгон.xlsx');
  await officer.tap('Жүктөө');
  const again = await registerOf(town, 'Ак-Кыя айыл өкмөтү');
  expect(Object.keys(again.people)).toEqual(Object.keys(loaded.people));
  // A number that was taken back is never given again.
  const numbers = Object.values(loaded.people);
  expect(Object.values(again.people).filter((number) => numbers.includes(number))).toEqual([]);
  await officer.say('/staff');
  await officer.tap('Дагы');
  await officer.tap('Тизмени жүктөө');
  await sendRows(officer, MENDED, 'оңдолгон.xlsx');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Текшерилди: оңдолгон.xlsx
    Ак-Кыя айыл өкмөтү
    Саптар: 3
    Жаңы: 0 · өзгөргөн: 0 · өзгөрбөгөн: 3
    Өзгөрө турган эч нерсе жок.
    [Жокко чыгаруу]"
  `);
});
