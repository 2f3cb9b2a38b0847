import { PaperSize, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import type { ListBook, ListBookCell, ListBookColumn } from '../domain/summary/list-book.model.ts';
import { addSheet } from './xlsx.ts';
import { dressHeading, FONT } from './xlsx-look.ts';

const FORMATS: Readonly<Record<ListBookColumn['format'], string>> = {
  text: '@',
  date: 'dd.mm.yyyy',
  number: '0',
};

/**
 * A workbook to be filled in: the list with frozen headings, drop-downs and date cells, the
 * instructions beside it, further sheets behind. Every text is a string cell, never a formula.
 */
export async function listXlsx(book: ListBook): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.title = book.title;
  workbook.creator = book.author;
  if (book.mark !== null) workbook.keywords = book.mark;
  addList(workbook, book);
  addInstructions(workbook, book.instructions);
  for (const sheet of book.others) addSheet(workbook, sheet);
  addWords(workbook, book);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addList(workbook: Workbook, { list, words }: ListBook): void {
  const worksheet = workbook.addWorksheet(list.name, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
    pageSetup: {
      paperSize: PaperSize.A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  worksheet.columns = list.columns.map(({ width, format }) => ({
    width,
    style: { font: { name: FONT, size: 11 }, numFmt: FORMATS[format] },
  }));
  const head = worksheet.addRow(list.columns.map(({ heading }) => heading));
  head.height = 48;
  list.columns.forEach(({ core }, at) => dressHeading(head.getCell(at + 1), core));
  for (const row of list.rows) worksheet.addRow(row.map(valueOf));
  const last = 1 + list.rows.length + list.spare;
  list.columns.forEach((column, at) => addValidation(worksheet, column, at + 1, last, words));
}

const valueOf = (cell: ListBookCell): string | number | Date | null =>
  cell !== null && typeof cell === 'object' ? new Date(`${cell.date}T00:00:00Z`) : cell;

function addValidation(
  worksheet: Worksheet,
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
function addWords(workbook: Workbook, { list, words }: ListBook): void {
  const worksheet = workbook.addWorksheet(words, { state: 'hidden' });
  list.columns.forEach(({ choices }, at) => {
    choices?.words.forEach((word, row) => {
      worksheet.getCell(row + 1, at + 1).value = word;
    });
  });
}

function addInstructions(workbook: Workbook, { name, lines }: ListBook['instructions']): void {
  const worksheet = workbook.addWorksheet(name);
  worksheet.columns = [{ width: 5 }, { width: 100 }];
  lines.forEach((line, at) => {
    const row = worksheet.addRow([`${at + 1}.`, line]);
    row.eachCell((cell) => {
      cell.font = { name: FONT, size: 12 };
      cell.alignment = { wrapText: true, vertical: 'top' };
    });
    // Excel does not fit the height of wrapped lines by itself when it opens a file.
    row.height = 17 * Math.ceil(line.length / 95);
  });
}
