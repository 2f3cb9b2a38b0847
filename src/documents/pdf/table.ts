import type { ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { CellLine, ReportCell, ReportTable } from '../../domain/summary/report.model.ts';
import { GREY, TEXT_WIDTH_MM } from '../page.ts';
import { type DrawnRow, drawnRows } from './rows.ts';
import { breakable, paragraphOf } from './text.ts';
import { mmToPoints } from './units.ts';

const PADDING = 3.5;
const RULE = 0.5;

/** Widths of the texts in the columns, from per cents of the text width. */
export const textWidths = (percents: readonly number[]): number[] =>
  percents.map((percent) => (mmToPoints(TEXT_WIDTH_MM) * percent) / 100 - 2 * PADDING - RULE);

/** A ruled table whose head repeats on each page and whose rows stay whole. */
export function reportTable(table: ReportTable): ContentTable {
  const rows = table.rows.flatMap(drawnRows);
  const head: TableCell[] = table.columns.map(({ heading }) => ({
    text: heading,
    style: 'cellHead',
    fillColor: `#${GREY.headFill}`,
  }));
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: textWidths(table.columns.map(({ percent }) => percent)),
      body: [
        head,
        ...rows.map((row, at) => cells(row, table, table.totals && at === rows.length - 1)),
      ],
    },
    layout: ruled(rows),
  };
}

/** The head is row 0, so `rows[at - 1]` is the row below line `at`. */
const ruled = (rows: readonly DrawnRow[]): CustomTableLayout => ({
  hLineWidth: (at) => (rows[at - 1]?.continues ? 0 : RULE),
  vLineWidth: () => RULE,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 1.5,
  paddingBottom: () => 2,
});

function cells(row: DrawnRow, table: ReportTable, bold: boolean): TableCell[] {
  if (row.across.length > 0) {
    const span = table.columns.length - 1;
    return [
      '',
      { stack: stack(row.across, false), colSpan: span },
      ...Array.from({ length: span - 1 }, () => ''),
    ];
  }
  return row.cells.map((cell, at) => ({
    stack: stack(cell, bold),
    ...(table.columns[at]?.align === 'centre' ? { alignment: 'center' as const } : {}),
  }));
}

const STYLES = {
  plain: 'cellPlain',
  strong: 'cellStrong',
  quote: 'cellQuote',
  small: 'cellSmall',
} as const;

const stack = (cell: ReportCell, bold: boolean) => cell.map((line) => cellLine(line, bold));

const cellLine = (line: CellLine, bold: boolean) =>
  line.label === null && !bold
    ? paragraphOf(STYLES[line.style], line.text)
    : {
        text: [
          ...(line.label === null ? [] : breakable(`${line.label}: `, true)),
          ...breakable(line.text, bold),
        ],
        style: STYLES[line.style],
      };
