import type { Cell } from '@cj-tech-master/excelts';

export const FONT = 'Times New Roman';
const HEAD = 'FFF2F2F2';
const CORE = 'FFDDEBF7';

/** A heading; `core`: of a column that must not be missing. */
export function dressHeading(cell: Cell, core = false): void {
  cell.font = { name: FONT, size: 11, bold: true };
  cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: core ? CORE : HEAD } };
}

/** Lines that a wrapped text takes: programs do not fit the height of a row when they open a file. */
export const linesOf = (text: string, width: number): number =>
  Math.max(1, Math.ceil(text.length / width));
