import type { Block, ReportCell, ReportTable } from '../../domain/summary/report.model.ts';
import { PAGE_MM, POINTS } from '../page.ts';
import { drawnRows } from './rows.ts';
import { textWidths } from './table.ts';
import { mmToPoints } from './units.ts';

/** Average width of a character of Tinos in Kyrgyz text, and height of a line, in em; rounded up. */
const CHARACTER_EM = 0.55;
const LINE_EM = 1.2;
/** Above and below a heading, and around a table's head. */
const SPACING = 18;

const PAGE_END = mmToPoints(PAGE_MM.height - PAGE_MM.bottom);
const TEXT_WIDTH = mmToPoints(PAGE_MM.width - PAGE_MM.left - PAGE_MM.right);

/**
 * Points from the top of a heading to the end of the first row (or two lines) of what it heads:
 * less room than that, and the heading goes to the next page. An estimate that errs upwards;
 * pdfmake keeps no heading with its table, and tells no height before it draws.
 */
export function roomForHeading(blocks: readonly Block[], at: number): number {
  let room = 0;
  for (const block of blocks.slice(at)) {
    if (block.kind === 'table') return room + SPACING + tableStart(block.table);
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return room;
    room += SPACING + linesHeight(block.text, TEXT_WIDTH, POINTS.body);
    if (block.kind === 'paragraph' && block.style !== 'lead') return room;
  }
  return room;
}

/** Whether a heading that starts at `top` has the room it needs. */
export const fitsPage = (top: number, room: number): boolean => top + room <= PAGE_END;

function tableStart(table: ReportTable): number {
  const sizes = textWidths(table.columns.map(({ percent }) => percent));
  const first = table.rows[0] ? drawnRows(table.rows[0])[0] : undefined;
  const cells = first?.cells ?? [];
  const heights = cells.map((cell, at) => cellHeight(cell, sizes[at] ?? TEXT_WIDTH));
  return LINE_EM * POINTS.cell * 2 + Math.max(0, ...heights);
}

const cellHeight = (cell: ReportCell, width: number): number =>
  cell.reduce(
    (sum, { label, text, style }) =>
      sum + linesHeight(`${label ?? ''}${text}`, width, POINTS[LINE_SIZE[style]]),
    0,
  );

const LINE_SIZE = { plain: 'cell', strong: 'cell', quote: 'quote', small: 'small' } as const;

const linesHeight = (text: string, width: number, points: number): number =>
  text
    .split('\n')
    .reduce(
      (lines, line) => lines + Math.ceil((line.length * points * CHARACTER_EM) / width || 1),
      0,
    ) *
  points *
  LINE_EM;
