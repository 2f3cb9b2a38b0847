import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import type { MarkedBook } from '../domain/summary/list-book.model.ts';
import { addSheet } from './xlsx.ts';

/** Excel cuts longer names of sheets off. */
const SHEET_NAME = 31;
const FILL = { stops: 'FFFFC7CE', look: 'FFFFEB9C' } as const;

/** What is marked: her own workbook, or the cells of a list that was none. */
export type MarkedSource =
  | { readonly kind: 'workbook'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'cells';
      readonly sheet: string;
      /** `row` from 1, `cells` by column. */
      readonly rows: readonly {
        readonly row: number;
        readonly cells: readonly (string | null)[];
      }[];
    };

/**
 * The list as it was sent, a comment and a colour at each bad cell, and all problems on the first
 * sheet. Rejects when the workbook cannot be opened.
 */
export async function markedXlsx(source: MarkedSource, book: MarkedBook): Promise<Uint8Array> {
  const workbook = new Workbook();
  if (source.kind === 'workbook') await workbook.xlsx.load(source.bytes);
  else addCells(workbook, source);
  // A marked copy that was corrected and sent again is marked anew.
  workbook.getWorksheet(book.summary.name)?.destroy();
  addSheet(workbook, book.summary);
  const first = workbook.getWorksheet(book.summary.name);
  if (first) moveToFront(workbook, first);
  for (const note of book.notes) {
    const worksheet = workbook.getWorksheet(note.sheet) ?? workbook.worksheets[1];
    if (worksheet) mark(worksheet.getCell(`${note.column ?? 'A'}${note.row}`), note);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addCells(
  workbook: Workbook,
  { sheet, rows }: Extract<MarkedSource, { kind: 'cells' }>,
): void {
  const worksheet = workbook.addWorksheet(sheet.slice(0, SHEET_NAME));
  const widths: number[] = [];
  for (const { row, cells } of rows) {
    cells.forEach((text, at) => {
      if (text === null) return;
      const cell = worksheet.getCell(row, at + 1);
      cell.value = text;
      cell.numFmt = '@';
      widths[at] = Math.max(widths[at] ?? 10, Math.min(40, text.length + 2));
    });
  }
  widths.forEach((width, at) => {
    worksheet.getColumn(at + 1).width = width;
  });
}

function moveToFront(workbook: Workbook, first: Worksheet): void {
  const others = workbook.worksheets.filter((one) => one !== first);
  first.orderNo = 0;
  others.forEach((one, at) => {
    one.orderNo = at + 1;
  });
  const [view] = workbook.views;
  if (view) workbook.views = [{ ...view, activeTab: 0, firstSheet: 0 }];
}

function mark(cell: Cell, { text, stops }: MarkedBook['notes'][number]): void {
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
