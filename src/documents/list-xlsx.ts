import { PaperSize, type WorkbookWriter } from '@cj-tech-master/excelts';
import type { ListBook, ListBookCell, ListBookColumn } from '../domain/summary/list-book.model.ts';
import { dressHeading, FONT, linesOf } from './xlsx-look.ts';
import { streamedXlsx, type WorksheetWriter, writeTable } from './xlsx-stream.ts';

const FORMATS: Readonly<Record<ListBookColumn['format'], string>> = {
  text: '@',
  date: 'dd.mm.yyyy',
  number: '0',
};

/** Sheets of A4 side by side, the names on both: on a single one the letters are five points high. */
const PAGES_WIDE = 2;
/** Inches. */
const MARGINS = { left: 0.3, right: 0.3, top: 0.4, bottom: 0.4, header: 0.2, footer: 0.2 };

/**
 * A workbook to be filled in: the list with frozen headings, drop-downs and date cells, the
 * instructions beside it, further sheets behind. Every text is a string cell, never a formula.
 */
export const listXlsx = (book: ListBook): Promise<Uint8Array> =>
  streamedXlsx({ title: book.title, author: book.author, keywords: book.mark }, (workbook) => {
    addList(workbook, book);
    addInstructions(workbook, book.instructions);
    for (const sheet of book.others) writeTable(workbook, sheet);
    addWords(workbook, book);
  });

function addList(workbook: WorkbookWriter, { list, words }: ListBook): void {
  const worksheet = workbook.addWorksheet(list.name, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
    pageSetup: {
      paperSize: PaperSize.A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: PAGES_WIDE,
      fitToHeight: 0,
      margins: MARGINS,
      printTitlesRow: '1:1',
      printTitlesColumn: 'A:B',
    },
  });
  worksheet.columns = list.columns.map(({ width, format }) => ({
    width,
    style: { font: { name: FONT, size: 11 }, numFmt: FORMATS[format] },
  }));
  // Whole columns: the rows that have something in them are printed, however many are filled in.
  worksheet.pageSetup.printArea = `A:${worksheet.getColumn(list.printed).letter}`;
  const head = worksheet.addRow(list.columns.map(({ heading }) => heading));
  head.height = 48;
  list.columns.forEach(({ core }, at) => dressHeading(head.getCell(at + 1), core));
  head.commit();
  const last = 1 + list.rows.length + list.spare;
  list.columns.forEach((column, at) => addValidation(worksheet, column, at + 1, last, words));
  for (const row of list.rows) worksheet.addRow(row.map(valueOf)).commit();
  worksheet.commit();
}

const valueOf = (cell: ListBookCell): string | number | Date | null =>
  cell !== null && typeof cell === 'object' ? new Date(`${cell.date}T00:00:00Z`) : cell;

function addValidation(
  worksheet: WorksheetWriter,
  { choices, hint }: ListBookColumn,
  at: number,
  last: number,
  words: string,
): void {
  if (!hint) return;
  const letter = worksheet.getColumn(at).letter;
  const said = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: hint.title,
    prompt: hint.text,
    showErrorMessage: choices === null || choices.only,
    errorTitle: hint.title,
    error: hint.text,
  };
  worksheet.dataValidations.add(
    `${letter}2:${letter}${last}`,
    choices
      ? {
          type: 'list',
          formulae: [`'${words}'!$${letter}$1:$${letter}$${choices.words.length}`],
          errorStyle: 'stop',
          ...said,
        }
      : {
          type: 'date',
          operator: 'greaterThan',
          formulae: [new Date('1940-01-01T00:00:00Z')],
          errorStyle: 'warning',
          ...said,
        },
  );
}

/** The words of each drop-down, in the column in which it is offered. */
function addWords(workbook: WorkbookWriter, { list, words }: ListBook): void {
  const worksheet = workbook.addWorksheet(words, { state: 'hidden' });
  const most = Math.max(0, ...list.columns.map(({ choices }) => choices?.words.length ?? 0));
  for (let row = 0; row < most; row++) {
    worksheet.addRow(list.columns.map(({ choices }) => choices?.words[row] ?? null)).commit();
  }
  worksheet.commit();
}

function addInstructions(
  workbook: WorkbookWriter,
  { name, sections }: ListBook['instructions'],
): void {
  const worksheet = workbook.addWorksheet(name, {
    pageSetup: { paperSize: PaperSize.A4, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  worksheet.columns = [{ width: 5 }, { width: 100 }];
  for (const { title, lines } of sections) {
    const head = worksheet.addRow([null, title]);
    head.getCell(2).font = { name: FONT, size: 13, bold: true };
    head.commit();
    lines.forEach((line, at) => {
      const row = worksheet.addRow([`${at + 1}.`, line]);
      row.eachCell((cell) => {
        cell.font = { name: FONT, size: 12 };
        cell.alignment = { wrapText: true, vertical: 'top' };
      });
      row.height = linesOf(line, 85) * 17;
      row.commit();
    });
    worksheet.addRow([]).commit();
  }
  worksheet.commit();
}
