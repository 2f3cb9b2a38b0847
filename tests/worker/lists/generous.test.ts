import { expect, test } from 'vitest';
import type { ListSource } from '../../../src/domain/register/import.model.ts';
import { readList } from '../../../src/worker/list-reading.ts';
import { HEADINGS, rowsXml, sheetOf, workbook } from './workbook-bytes.ts';

const TODAY = '2026-01-15';
const read = async (source: ListSource) => {
  const list = await readList(source, TODAY, 5, 'municipal');
  if (!list.ok) throw new Error(list.error.code);
  return list.value;
};
const file = (bytes: Uint8Array): ListSource => ({ kind: 'file', name: 'тизме', bytes });
const lines = (text: string): ListSource => ({ kind: 'lines', text });
const training = (date: string) => ({
  kind: 'training',
  date,
  what: null,
  hours: null,
  orderNo: null,
});

/** What four columns say of each person. */
const told = ({ listed }: Awaited<ReturnType<typeof read>>) =>
  listed.map(({ facts, records }) => [
    facts.name,
    facts.position,
    facts.appointedOn,
    ...records.map(({ kind, date }) => `${kind} ${date}`),
  ]);

const ASANOV = ['Асанов Үсөн', 'Башкы адис', '2021-03-12', 'training 2024-05-15'];
const BAKIROVA = ['Бакирова Гүл', 'Адис, юрист', '2019-01-02'];

test('an officer’s Excel is read as it is: titles, two rows of headings, sections, sums', async () => {
  const bytes = workbook([
    {
      name: 'Лист1',
      data: rowsXml([
        ['Көк-Жар айыл өкмөтүнүн кызматчыларынын ТИЗМЕСИ'],
        ['2026-жылдын 1-январына карата'],
        [],
        [
          '№',
          'Фамилиясы',
          'Аты',
          'Атасынын аты',
          'Ээлеген\nкызматы',
          'Дайын-\nдалган күнү',
          'Туулган күнү',
          'Окуусу',
          '',
          'Класстык чени',
          '',
        ],
        ['', '', '', '', '', '', '', 'күнү', 'сааты', 'аталышы', 'берилген күнү'],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        ['', 'Каржы бөлүмү'],
        [
          1,
          'Асанов',
          'Үсөн',
          'Бакирович',
          'Башкы адис',
          { xml: '<c s="1"><v>44267</v></c>' },
          '01.01.1980',
          '15.05.2024',
          '72 саат',
          '3-класстагы инспектор',
          '2022-жылдын 5-апрели',
        ],
        [
          2,
          'Усонова',
          'Гүл',
          '',
          'Адис',
          { xml: '<c s="2"><f>TODAY()</f><v>44267.5</v></c>' },
          '',
          '-',
          '',
          'жок',
          '',
        ],
        ['', 'Бардыгы: 2'],
        [
          '№',
          'Фамилиясы',
          'Аты',
          'Атасынын аты',
          'Ээлеген\nкызматы',
          'Дайын-\nдалган күнү',
          '',
          '',
          '',
          '',
          '',
        ],
      ]),
      merges: [
        'A1:K1',
        'A2:K2',
        'H4:I4',
        'J4:K4',
        'A4:A5',
        'B4:B5',
        'C4:C5',
        'D4:D5',
        'E4:E5',
        'F4:F5',
        'G4:G5',
        'B7:K7',
      ],
    },
  ]);
  const list = await read(file(bytes));
  expect(list.listed.map(({ row, facts, records }) => ({ row, facts, records }))).toEqual([
    {
      row: 8,
      facts: {
        name: 'Асанов Үсөн Бакирович',
        position: 'Башкы адис',
        appointedOn: '2021-03-12',
        noRank: false,
      },
      records: [
        { ...training('2024-05-15'), hours: 72 },
        {
          kind: 'rank',
          date: '2022-04-05',
          what: 'municipal.inspector-3',
          hours: null,
          orderNo: null,
        },
      ],
    },
    {
      row: 9,
      // The column is kept: her empty cell says that she has none.
      facts: { name: 'Усонова Гүл', position: 'Адис', appointedOn: '2021-03-12', noRank: true },
      records: [],
    },
  ]);
  expect(list.problems.map(({ row, code, stops }) => [row, code, stops])).toEqual([
    [7, 'merged', false],
    [5, 'columnUnknown', false],
  ]);
  expect(list.unknownHeadings).toEqual(['Туулган күнү']);
});

test('a name in three columns below one heading is one name, whether they are named or not', async () => {
  const people = [
    ['1', 'АСАНОВ', 'Үсөн ', 'Бакирович', 'Башкы адис', '12.03.2021', '15.05.2024'],
    [],
    ['2', 'Бакирова', 'Гүл', '', 'Адис, юрист', '02.01.2019', ''],
  ];
  const headings = ['Занимаемая должность', 'Дата назначения', 'Повышение квалификации'];
  const named = sheetOf(
    [
      ['№ п/п', 'ФИО', '', '', ...headings],
      ['', 'Фамилиясы', 'Аты', 'Атасынын аты', '', '', ''],
      ...people,
    ],
    ['A1:A2', 'B1:D1', 'E1:E2', 'F1:F2', 'G1:G2'],
  );
  const unnamed = sheetOf([['№', 'Ф.И.О.', '', '', ...headings], ...people], ['B1:D1']);
  for (const bytes of [named, unnamed]) {
    const list = await read(file(bytes));
    expect(told(list)).toEqual([
      ['АСАНОВ Үсөн Бакирович', 'Башкы адис', '2021-03-12', 'training 2024-05-15'],
      ['Бакирова Гүл', 'Адис, юрист', '2019-01-02'],
    ]);
    expect(list.problems).toEqual([]);
  }
});

test('vacancies, sections and notes below a table are nobody', async () => {
  const bytes = sheetOf([
    HEADINGS,
    ['Каржы бөлүмү'],
    ['Асанов Үсөн', 'Башкы адис', '15.05.2024', '12.03.2021'],
    ['вакансия', 'экономист'],
    ['Бош орун', 'адис'],
    ['Бошкоев Бөлүмбек', '', '', ''],
    ['Исп. Асанова А. Б., тел. 0555 123456'],
    ['Башчысы ____________ К. Исаков'],
  ]);
  const { listed, problems } = await read(file(bytes));
  expect(listed.map(({ facts }) => facts.name)).toEqual(['Асанов Үсөн', 'Бошкоев Бөлүмбек']);
  expect(problems).toEqual([]);
});

test('cells joined over several rows speak for each of them, joined names do not', async () => {
  const bytes = sheetOf(
    [
      [...HEADINGS, 'Бөлүмү'],
      ['Асанов', 'адис', '', '12.03.2021', 'Каржы бөлүмү'],
      ['Усонов', 'адис', '', '', ''],
      ['', 'адис', '', '', ''],
    ],
    ['D2:D3', 'E2:E4', 'A3:A4'],
  );
  const list = await read(file(bytes));
  expect(list.listed.map(({ facts, records }) => [facts.name, facts.unit, records])).toEqual([
    ['Асанов', 'Каржы бөлүмү', [training('2021-03-12')]],
    ['Усонов', 'Каржы бөлүмү', [training('2021-03-12')]],
  ]);
  expect(list.problems.map(({ row, code, stops }) => [row, code, stops])).toEqual([
    [4, 'merged', true],
  ]);
});

test('a date and its order, and several dates of one cell, are entries of the history', async () => {
  const bytes = sheetOf([
    [...HEADINGS, 'Класстык чени'],
    [
      'Асанов',
      'адис',
      '12.03.2021, № 45-б',
      '15.05.2021 № 7; 16.06.2024',
      'инспектор 3 класса 01.02.2022',
    ],
  ]);
  const [person] = (await read(file(bytes))).listed;
  expect(person?.facts.appointedOn).toBe('2021-03-12');
  expect(person?.records).toEqual([
    { ...training('2021-05-15'), orderNo: '7' },
    training('2024-06-16'),
    { kind: 'rank', date: '2022-02-01', what: 'municipal.inspector-3', hours: null, orderNo: null },
  ]);
});

const TABLE =
  'ФИО;Должность;Дата назначения;Последнее обучение\nАсанов Усон;Башкы адис;12.03.2021;15.05.2024\n';

test('CSV is read in UTF-8, UTF-16 and Windows-1251', async () => {
  const cp1251 = Buffer.from(
    [...TABLE].map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return code < 128 ? code : code - 0x350;
    }),
  );
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TABLE, 'utf16le')]);
  const swapped = Buffer.from(utf16).swap16();
  for (const bytes of [
    Buffer.from(TABLE),
    Buffer.from(`\uFEFF${TABLE}`),
    cp1251,
    utf16,
    swapped,
    utf16.subarray(2),
  ]) {
    expect(told(await read(file(bytes)))).toEqual([
      ['Асанов Усон', 'Башкы адис', '2021-03-12', 'training 2024-05-15'],
    ]);
  }
});

test.each([
  [
    'tabs',
    'Асанов Үсөн\tБашкы адис\t12.03.2021\t15.05.2024\nБакирова Гүл\tАдис, юрист\t02.01.2019\t',
  ],
  [
    'semicolons',
    'Асанов Үсөн; Башкы адис; 12.03.2021; 15.05.2024\nБакирова Гүл; Адис, юрист; 02.01.2019',
  ],
  [
    'commas',
    'Асанов Үсөн, Башкы адис, 12.03.2021, 15.05.2024\nБакирова Гүл, Адис, юрист, 02.01.2019',
  ],
  [
    'headings',
    'Должность;ФИО;Последнее обучение;Назначен\nБашкы адис;Асанов Үсөн;15.05.2024;12.03.2021\nАдис, юрист;Бакирова Гүл;;02.01.2019',
  ],
  [
    'numbers before',
    '1.\tАсанов Үсөн\tБашкы адис\t12.03.2021\t15.05.2024\n2.\tБакирова Гүл\tАдис, юрист\t02.01.2019',
  ],
])('lines pasted with %s are read', async (_name, text) => {
  expect(told(await read(lines(text)))).toEqual([ASANOV, BAKIROVA]);
});

test('a bad date of pasted lines is told by its line', async () => {
  const list = await read(lines('Асанов; адис; 12.03.2021\nУсонов; адис; 2021'));
  expect(
    list.problems.map(({ row, column, code, value }) => [row, column?.letter, code, value]),
  ).toEqual([[2, 'C', 'dateUnclear', '2021']]);
});

test('of several sheets the one with most headings is read, and the others are named', async () => {
  const people = (name: string) => rowsXml([HEADINGS, [name, 'адис', '', '']]);
  const list = await read(
    file(
      workbook([
        { name: 'Негизги маалымат', data: rowsXml([['Көк-Жар']]) },
        { name: 'Эски', data: rowsXml([HEADINGS.slice(0, 3), ['Эски', 'адис', '']]) },
        { name: 'Азыркы', data: people('Азыркы') },
      ]),
    ),
  );
  expect([list.sheet, list.passedOver, list.listed.map(({ facts }) => facts.name)]).toEqual([
    'Азыркы',
    ['Эски'],
    ['Азыркы'],
  ]);
});

test('no class rank is what a list says: in words, or by an empty cell in a column that is kept', async () => {
  const noRanks = async (headings: string, ...rows: string[]) => {
    const text = [headings, ...rows].join('\n');
    const { listed, problems } = await read(file(Buffer.from(text)));
    const said = listed.map(({ facts, records }) => [facts.noRank, records.length]);
    return [said, problems.filter(({ stops }) => stops)];
  };
  const words = ['жок', 'Жок.', '-', '—', 'нет', 'чени жок', 'без чина', 'None'];
  const rows = words.map((word, n) => `Асанов ${n};адис;${word}`);
  expect(await noRanks('Аты-жөнү;Кызмат орду;Чени', ...rows)).toEqual([
    words.map(() => [true, 0]),
    [],
  ]);
  const own = 'Аты-жөнү;Кызмат орду;Чени;Чен берилген күн';
  const ranked = 'Асанов;адис;1-класстагы инспектор;05.04.2022';
  const undated = 'Асанова;адис;2-класстагы инспектор;';
  const dateOnly = 'Бакиров;адис;;05.04.2022';
  const unsaid = 'Осмонов;адис;белгисиз;';
  const empty = 'Үсөнов;адис;;';
  expect(await noRanks(own, empty, ranked, undated, dateOnly, unsaid)).toEqual([
    [
      [true, 0],
      [false, 1],
      [false, 0],
      [null, 0],
      [null, 0],
    ],
    [],
  ]);
  // Nobody's rank is written: the column may only stand there.
  expect(await noRanks(own, empty, 'Асанов;адис;жок;')).toEqual([
    [
      [null, 0],
      [true, 0],
    ],
    [],
  ]);
  // The bot's own lists leave empty what is not known.
  expect(await noRanks(`${own};Тизмедеги номери`, `${empty};`, `${ranked};7`)).toEqual([
    [
      [null, 0],
      [false, 1],
    ],
    [],
  ]);
  expect(await noRanks('Аты-жөнү;Кызмат орду', 'Асанов;адис')).toEqual([[[undefined, 0]], []]);
});
