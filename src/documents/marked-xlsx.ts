import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import type { MarkedBook } from '../domain/summary/list-book.model.ts';
import type { Sheet } from '../domain/summary/sheets.model.ts';
import { addSheet } from './xlsx.ts';
import { linesOf } from './xlsx-look.ts';
import { streamedXlsx, writeTable } from './xlsx-stream.ts';

/** Excel cuts longer names of sheets off. */
const SHEET_NAME = 31;
const FILL = { stops: 'FFFFC7CE', look: 'FFFFEB9C' } as const;

type Note = MarkedBook['notes'][number];

/**
 * Her workbook as it was sent, a comment and a colour at each bad cell, and all problems on the first
 * sheet; null: it cannot be opened as a whole (what one program writes another cannot always read).
 */
export async function markedWorkbook(
  bytes: Uint8Array,
  book: MarkedBook,
): Promise<Uint8Array | null> {
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes);
  } catch {
    return null;
  }
  // A marked copy that was corrected and sent again is marked anew.
  workbook.getWorksheet(book.summary.name)?.destroy();
  addSheet(workbook, book.summary);
  const first = workbook.getWorksheet(book.summary.name);
  if (first) {
    fitHeights(first, book.summary);
    moveToFront(workbook, first);
  }
  for (const note of book.notes) {
    const worksheet = workbook.getWorksheet(note.sheet);
    if (worksheet) mark(worksheet.getCell(`${note.column ?? 'A'}${note.row}`), note);
  }
  // The library's self-check would print what it finds of her workbook to the service's log.
  return new Uint8Array(await workbook.xlsx.writeBuffer({ validate: false }));
}

/** The cells of a list that was no workbook, or too large a one, marked in the same way. */
export function markedCells(
  sheet: string,
  rows: readonly { readonly row: number; readonly cells: readonly (string | null)[] }[],
  book: MarkedBook,
): Promise<Uint8Array> {
  const notes = new Map<number, Note[]>();
  for (const note of book.notes) notes.set(note.row, [...(notes.get(note.row) ?? []), note]);
  const about = { title: book.title, author: '', keywords: null };
  return streamedXlsx(about, (workbook) => {
    writeTable(workbook, book.summary);
    const worksheet = workbook.addWorksheet(sheet.slice(0, SHEET_NAME));
    worksheet.columns = widthsOf(rows).map((width) => ({ width, style: { numFmt: '@' } }));
    for (const { row: number, cells } of rows) {
      const row = worksheet.getRow(number);
      row.values = [...cells];
      for (const note of notes.get(number) ?? []) mark(row.getCell(note.column ?? 'A'), note);
      row.commit();
    }
    worksheet.commit();
  });
}

function widthsOf(rows: Parameters<typeof markedCells>[1]): number[] {
  const widths: number[] = [];
  for (const { cells } of rows) {
    cells.forEach((text, at) => {
      widths[at] = Math.max(widths[at] ?? 10, Math.min(40, (text ?? '').length + 2));
    });
  }
  return Array.from(widths, (width) => width ?? 10);
}

function fitHeights(worksheet: Worksheet, { columns, rows }: Sheet): void {
  rows.forEach((row, at) => {
    const lines = row.map((cell, column) =>
      linesOf(String(cell ?? ''), columns[column]?.width ?? 10),
    );
    worksheet.getRow(at + 2).height = 16 * Math.max(...lines);
  });
}

function moveToFront(workbook: Workbook, first: Worksheet): void {
  const others = workbook.worksheets.filter((one) => one !== first);
  first.orderNo = 0;
  others.forEach((one, at) => {
    one.orderNo = at + 1;
  });
  workbook.views = [
    {
      x: 0,
      y: 0,
      width: 24_000,
      height: 12_000,
      firstSheet: 0,
      activeTab: 0,
      visibility: 'visible',
    },
  ];
}

function mark(cell: Cell, { text, stops }: Note): void {
  const before = cell.note;
  const said =
    before === undefined
      ? ''
      : typeof before === 'string'
        ? before
        : (before.texts ?? []).map((part) => part.text).join('');
  cell.note = said === '' || said.includes(text) ? text : `${said}\n${text}`;
  // A style is shared between cells: this one gets its own.
  cell.style = {
    ...cell.style,
    fill: {
      type: 'pattern',
      pattern: 'solid',
      fgColor: { argb: stops ? FILL.stops : FILL.look },
    },
  };
}
