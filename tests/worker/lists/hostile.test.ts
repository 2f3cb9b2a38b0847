import { expect, test } from 'vitest';
import { translate } from '../../../src/chat/translator.ts';
import type { ListSource } from '../../../src/domain/register/import.model.ts';
import { listMark } from '../../../src/domain/register/list-mark.rules.ts';
import { LANGUAGES } from '../../../src/domain/shared/language.ts';
import { readList } from '../../../src/worker/list-reading.ts';
import { archive } from '../../bad-input/archive.ts';
import { compoundFile, HEADINGS, rowsXml, sheetOf, workbook } from './workbook-bytes.ts';

const TODAY = '2026-01-15';
const ORG = 5;
const file = (bytes: Uint8Array, name = 'тизме.xlsx'): ListSource => ({
  kind: 'file',
  name,
  bytes,
});
const read = (bytes: Uint8Array) => readList(file(bytes), TODAY, ORG, 'municipal');
const csv = (text: string) => Buffer.from(text, 'utf8');

const ASANOV = ['Асанов Үсөн', 'адис', '12.03.2021', '15.05.2024'];
const good = sheetOf([HEADINGS, ASANOV]);
const manyRows = (count: number) =>
  Array.from({ length: count }, (_, n) => [`Асанов ${n}`, 'адис', '12.03.2021']);
const wide = Array.from({ length: 5000 }, (_, n) => `сан ${n}`);
const shared = (text: string) => ({
  name: 'xl/sharedStrings.xml',
  text: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${text}</sst>`,
});
const koi8 = Buffer.from([
  0xc6, 0xc9, 0xcf, 0x3b, 0xc4, 0xcf, 0xcc, 0xd6, 0xce, 0xcf, 0xd3, 0xd4, 0xd8, 0x0a, 0xe1, 0xd3,
  0xc1, 0xce, 0xcf, 0xd7, 0x3b, 0xc1, 0xc4, 0xc9, 0xd3,
]);
const lostLetters = Buffer.concat([
  Buffer.from([0xc0, 0xf2, 0xfb, 0x3f, 0xe6, 0xee, 0xed, 0x3b]),
  Buffer.from([0xca, 0xfb, 0xe7, 0xec, 0xe0, 0xf2, 0x0a, 0xc0, 0xf1, 0x3f, 0xed, 0x3b, 0xc0]),
]);

const REFUSED: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['an empty file', 'list.empty', () => Buffer.alloc(0)],
  ['a page of a website saved as .xls', 'list.notASpreadsheet', () => csv('<html><table>…')],
  ['a picture', 'list.notASpreadsheet', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0, 9])],
  [
    'a text document',
    'list.notASpreadsheet',
    () => archive([{ name: 'word/document.xml', bytes: Buffer.from('<w/>') }]),
  ],
  ['an old .xls', 'list.oldExcel', () => compoundFile('Workbook')],
  ['an old Word document', 'list.notASpreadsheet', () => compoundFile('WordDocument')],
  ['a workbook with a password', 'list.encrypted', () => compoundFile('EncryptedPackage')],
  ['a PDF renamed', 'list.pdf', () => Buffer.from('%PDF-1.7 …')],
  ['a workbook cut off', 'list.damaged', () => good.subarray(0, good.length - 40)],
  [
    'a workbook with a byte changed',
    'list.damaged',
    () => {
      const bytes = Buffer.from(good);
      const at = bytes.indexOf('sheet0.xml') + 40;
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
      return bytes;
    },
  ],
  [
    'a workbook that is no XML',
    'list.damaged',
    () => workbook([{ name: 'A', data: '<row><c></row>' }]),
  ],
  [
    'a sheet that unpacks to 101 MB',
    'list.tooLarge',
    () => workbook([{ name: 'A', data: ' '.repeat(101 * 1024 * 1024) }]),
  ],
  [
    'sheets that unpack to 200 MB together',
    'list.tooLarge',
    () => {
      const data = ' '.repeat(50 * 1024 * 1024);
      return workbook(['A', 'B', 'C', 'D'].map((name) => ({ name, data })));
    },
  ],
  [
    'a row that Excel does not have',
    'list.damaged',
    () => workbook([{ name: 'A', data: rowsXml([HEADINGS]) + rowsXml([ASANOV], 1_000_000_000) }]),
  ],
  [
    'shared texts that unpack to 60 MB',
    'list.tooLarge',
    () =>
      workbook(
        [{ name: 'A', data: '' }],
        [shared(`<si><t>${'а'.repeat(30 * 1024 * 1024)}</t></si>`)],
      ),
  ],
  [
    'a million shared texts',
    'list.tooLarge',
    () => workbook([{ name: 'A', data: '' }], [shared('<si/>'.repeat(1_000_000))]),
  ],
  ['a file of 11 MB', 'list.tooLarge', () => Buffer.alloc(11 * 1024 * 1024, 'а;')],
  ['10 001 people', 'list.tooManyRows', () => sheetOf([HEADINGS, ...manyRows(10_001)])],
  ['a sheet of 5 000 columns', 'list.tooManyCells', () => sheetOf([HEADINGS, wide])],
  ['a sheet without headings', 'list.noHeader', () => sheetOf([ASANOV])],
  [
    'names and nothing else',
    'list.columnsMissing',
    () =>
      sheetOf([
        ['Аты-жөнү', 'Телефону'],
        ['Асанов', '0555'],
      ]),
  ],
  [
    'positions without names',
    'list.columnsMissing',
    () => sheetOf([HEADINGS.slice(1), ASANOV.slice(1)]),
  ],
  ['one column twice', 'list.columnTwice', () => sheetOf([[...HEADINGS, 'ФИО'], ASANOV])],
  ['headings and nobody', 'list.empty', () => sheetOf([HEADINGS])],
  ['a sheet with nothing', 'list.empty', () => sheetOf([])],
  ['KOI8-R', 'list.encoding', () => koi8],
  ['Windows-1251 in which ө and ү are lost', 'list.encoding', () => lostLetters],
  [
    'text with letters already replaced',
    'list.encoding',
    () => csv('Аты-ж\uFFFDн\uFFFD;Кызмат\nАсанов;адис'),
  ],
  [
    'the export of another body',
    'list.foreign',
    () =>
      workbook(
        [{ name: 'A', data: rowsXml([HEADINGS, ASANOV]) }],
        [{ name: 'docProps/core.xml', text: `<c><keywords>${listMark(ORG + 1)}</keywords></c>` }],
      ),
  ],
];

test.each(REFUSED)('%s is refused: %s', async (_name, code, make) => {
  const list = await read(make());
  expect(list.ok ? list.value : list.error.code).toBe(code);
  if (list.ok) return;
  for (const language of LANGUAGES) {
    const sentence = translate(language).plain(`errors:${list.error.code}`, list.error.values);
    expect(sentence).toMatch(/^[^{}]{20,}\.$/);
  }
});

const CELLS: readonly (readonly [
  string,
  string,
  readonly (string | number | { xml: string })[],
])[] = [
  ['a date of the future', 'dateFuture', ['Асанов', 'адис', '12.03.2031', '']],
  ['Excel’s 1900', 'dateOld', ['Асанов', 'адис', { xml: '<c s="1"><v>1</v></c>' }, '']],
  ['a day that is not', 'dateUnclear', ['Асанов', 'адис', '31.02.2021', '']],
  ['a year alone', 'dateUnclear', ['Асанов', 'адис', 2021, '']],
  [
    'a formula without its value',
    'formula',
    ['Асанов', { xml: '<c><f>A1&amp;B1</f></c>' }, '', ''],
  ],
  ['a command in a text', 'formula', ["=cmd|' /C calc'!A0", 'адис', '', '']],
  ['an error of Excel', 'errorValue', ['Асанов', { xml: '<c t="e"><v>#REF!</v></c>' }, '', '']],
  ['a row without a name', 'nameMissing', ['', 'адис', '12.03.2021', '']],
  ['a name of 200 letters', 'nameLong', ['а'.repeat(200), 'адис', '', '']],
  ['a position of 20 000 letters', 'textLong', ['Асанов', 'а'.repeat(20_000), '', '']],
];

test.each(CELLS)('%s is told with its cell: %s', async (_name, code, cells) => {
  const list = await read(sheetOf([HEADINGS, cells, ASANOV]));
  const read1 = list.ok ? list.value : null;
  expect(read1?.problems.map((one) => [one.code, one.sheet, one.row, one.stops])).toEqual([
    [code, 'Тизме', 2, true],
  ]);
  expect(read1?.listed.map(({ facts }) => facts.name)).toEqual(['Асанов Үсөн']);
  const [problem] = read1?.problems ?? [];
  if (!problem) return;
  for (const language of LANGUAGES) {
    const sentence = translate(language).plain(`list:cell.${problem.code}`, problem.values);
    expect(sentence).toMatch(/^[^{}]{20,}\.$/);
  }
});

test('a bad cell is told by sheet, row, column and what stands there', async () => {
  const list = await read(sheetOf([['Тизме'], HEADINGS, ['Асанов', 'адис', 'мурда', '']]));
  expect(list.ok && list.value.problems).toEqual([
    {
      sheet: 'Тизме',
      row: 3,
      column: { letter: 'C', heading: 'Дайындалган күнү' },
      value: 'мурда',
      code: 'dateUnclear',
      values: {},
      stops: true,
    },
  ]);
});

test('the same person twice is told; two people of one name are two people', async () => {
  const other = ['Асанов Үсөн', 'айдоочу', '12.03.2021', ''];
  const list = await read(sheetOf([HEADINGS, ASANOV, other, ASANOV]));
  expect(list.ok && list.value.listed.map(({ row }) => row)).toEqual([2, 3]);
  expect(
    list.ok && list.value.problems.map(({ row, code, values }) => [row, code, values]),
  ).toEqual([[4, 'duplicate', { row: 2 }]]);
});

test('a million empty rows are passed over', async () => {
  const empty = '<row ht="15"/>'.repeat(1_000_000);
  const data = rowsXml([HEADINGS, ASANOV]) + empty;
  const list = await read(workbook([{ name: 'A', data }]));
  expect(list.ok && list.value.listed).toHaveLength(1);
}, 30_000);

test('one text of 30 000 letters in every cell of 1 000 rows is read', async () => {
  const cell = { xml: '<c t="s"><v>0</v></c>' };
  const rows = Array.from({ length: 1000 }, () => Array.from({ length: 20 }, () => cell));
  const bytes = workbook(
    [{ name: 'A', data: rowsXml([HEADINGS, ...rows]) }],
    [shared(`<si><t>${'а'.repeat(30_000)}</t></si>`)],
  );
  const list = await read(bytes);
  expect(
    list.ok && [list.value.rows, list.value.listed.length, list.value.problems.length],
  ).toEqual([1000, 0, 200]);
}, 30_000);

test('quotes never closed swallow no row', async () => {
  const list = await read(csv('ФИО;Должность\n"Асанов;адис\nУсонов;адис\nБакиров;адис'));
  expect(list.ok && list.value.listed.map(({ facts }) => facts.name)).toEqual([
    '"Асанов',
    'Усонов',
    'Бакиров',
  ]);
});

test('macros, links to other files and hidden sheets are left alone', async () => {
  const bytes = workbook(
    [
      { name: 'Жашыруун', data: rowsXml([HEADINGS, ['Усонов', 'адис', '', '']]), hidden: true },
      { name: 'Тизме', data: rowsXml([HEADINGS, ASANOV]) },
    ],
    [
      { name: 'xl/vbaProject.bin', text: 'Sub Auto_Open' },
      {
        name: 'xl/externalLinks/externalLink1.xml',
        text: '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
      },
    ],
  );
  const list = await read(bytes);
  expect(list.ok && [list.value.sheet, list.value.passedOver, list.value.listed.length]).toEqual([
    'Тизме',
    ['Жашыруун'],
    1,
  ]);
});

test.each(['.', ','])('cells of a thousand «%s» take no minute to read', async (sign) => {
  // A person each, for whom a search that tries every beginning would take some 5 ms.
  const cell = `1${sign.repeat(998)}x`;
  const rows = Array.from({ length: 5000 }, (_, n) => [`Асанов ${n}`, cell, cell, cell, cell]);
  const list = await read(sheetOf([[...HEADINGS, 'Чен берилген күнү'], ...rows]));
  expect(list.ok && list.value.rows).toBe(5000);
  expect(list.ok && new Set(list.value.problems.map(({ code }) => code))).toEqual(
    new Set(['textLong']),
  );
});

test('the name of a sheet and the code of a number format are as long as they may be', async () => {
  const long = 'Т'.repeat(100_000);
  const styles = `<styleSheet><numFmts><numFmt numFmtId="165" formatCode="${'['.repeat(1_000_000)}"/></numFmts><cellXfs><xf numFmtId="165"/></cellXfs></styleSheet>`;
  const list = await read(
    workbook(
      [{ name: long, data: rowsXml([HEADINGS, ['Асанов', 'адис', '31.02.2020', '']]) }],
      [{ name: 'xl/styles.xml', text: styles }],
    ),
  );
  expect(list.ok && list.value.problems.map(({ sheet }) => sheet)).toEqual([long.slice(0, 50)]);
});
