import { Workbook } from '@cj-tech-master/excelts';
import { beforeAll, describe, expect, test } from 'vitest';
import { sheetsXlsx } from '../../src/documents/xlsx.ts';
import { readFrozen } from '../../src/domain/summary/frozen-reading.rules.ts';
import { submissionSheets } from '../../src/domain/summary/submission-sheets.rules.ts';
import { frozenSubmission, KYRGYZ_LETTERS, PEOPLE } from '../support/frozen.ts';
import { unzip, xmlOf } from '../support/zip.ts';

describe('the workbook', () => {
  let bytes: Uint8Array;
  let workbook: Workbook;
  beforeAll(async () => {
    const submission = frozenSubmission(
      {},
      { '5.1': { comment: '=1+1' }, '5.2': { comment: KYRGYZ_LETTERS }, '5.3': { comment: '1e5' } },
    );
    bytes = await sheetsXlsx(
      submissionSheets(readFrozen(JSON.stringify(submission)), PEOPLE, 'ky'),
    );
    workbook = new Workbook();
    await workbook.xlsx.load(Buffer.from(bytes));
  });

  const commentOf = (item: string): unknown => {
    const sheet = workbook.getWorksheet('Суроолор');
    for (let row = 2; row <= (sheet?.rowCount ?? 0); row += 1) {
      if (sheet?.getCell(row, 3).value === item) return sheet.getCell(row, 11).value;
    }
    return undefined;
  };

  test('it has items, counts and evidence', () => {
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Суроолор', 49],
      ['Жыйынтык', 16],
      ['Документтер', 40],
    ]);
  });

  test('what people typed is text: no formula, no number made of it, all letters kept', () => {
    expect([commentOf('5.1'), commentOf('5.2'), commentOf('5.3')]).toEqual([
      "'=1+1",
      KYRGYZ_LETTERS,
      '1e5',
    ]);
    const sheets = [...unzip(bytes)].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets.map(([, xml]) => xml.toString('utf8').includes('<f>'))).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('the head is frozen and filtered, columns have widths, long texts wrap', () => {
    const xml = xmlOf(bytes, 'xl/worksheets/sheet1.xml');
    expect([
      /<pane[^>]*ySplit="1"[^>]*state="frozen"/.test(xml),
      /<autoFilter ref="A1:P49"/.test(xml),
      workbook.getWorksheet('Суроолор')?.getColumn(4).width,
      workbook.getWorksheet('Суроолор')?.getCell(2, 4).alignment?.wrapText,
    ]).toEqual([true, true, 48, true]);
  });
});
