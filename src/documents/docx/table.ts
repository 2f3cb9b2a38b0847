import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type {
  CellLine,
  ReportCell,
  ReportRow,
  ReportTable,
} from '../../domain/summary/report.model.ts';
import { GREY, TEXT_WIDTH_MM } from '../page.ts';
import { mm } from './styles.ts';
import { paragraphOf, runs } from './text.ts';

/**
 * Characters in one cell up to which a row is kept on one page: about half a page in the widest
 * column. Longer ones may break, or they would leave half a page empty.
 */
const KEPT_TOGETHER = 900;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

export const RULED = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
} as const;
export const UNRULED = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;
export const UNDERLINED = { top: NONE, bottom: LINE, left: NONE, right: NONE } as const;
const CELL_MARGINS = { top: 30, bottom: 30, left: 70, right: 70 } as const;

/** Per cents of the text width as twips. */
export const widths = (percents: readonly number[]): number[] =>
  percents.map((percent) => Math.round((mm(TEXT_WIDTH_MM) * percent) / 100));

/** A table of fixed columns over the whole text width. */
export const fixedTable = (
  percents: readonly number[],
  rows: readonly TableRow[],
  ruled: boolean,
): Table =>
  new Table({
    width: { size: mm(TEXT_WIDTH_MM), type: WidthType.DXA },
    columnWidths: widths(percents),
    layout: TableLayoutType.FIXED,
    borders: ruled ? RULED : UNRULED,
    margins: CELL_MARGINS,
    rows,
  });

/** A ruled table whose head repeats on each page and whose rows stay whole where they can. */
export function reportTable(table: ReportTable): Table {
  const percents = table.columns.map(({ percent }) => percent);
  const sizes = widths(percents);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      ({ heading }, at) =>
        new TableCell({
          width: { size: sizes[at] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill: GREY.headFill },
          verticalAlign: VerticalAlign.CENTER,
          children: [paragraphOf('CellHead', heading)],
        }),
    ),
  });
  const rows = table.rows.flatMap((row, at) => [
    tableRow(row, table, sizes, table.totals && at === table.rows.length - 1),
    ...acrossRow(row, sizes),
  ]);
  return fixedTable(percents, [head, ...rows], true);
}

function tableRow(
  row: ReportRow,
  table: ReportTable,
  sizes: readonly number[],
  bold: boolean,
): TableRow {
  return new TableRow({
    cantSplit: row.cells.every((cell) => lengthOf(cell) <= KEPT_TOGETHER),
    children: row.cells.map(
      (cell, at) =>
        new TableCell({
          width: { size: sizes[at] ?? 0, type: WidthType.DXA },
          children: cell.map((line) => cellLine(line, table.columns[at]?.align === 'centre', bold)),
        }),
    ),
  });
}

/** The row of long texts under a row: its first cell continues the one above. */
function acrossRow({ across }: ReportRow, sizes: readonly number[]): readonly TableRow[] {
  if (across.length === 0) return [];
  const [first = 0, ...rest] = sizes;
  return [
    new TableRow({
      cantSplit: lengthOf(across) <= KEPT_TOGETHER,
      children: [
        new TableCell({
          width: { size: first, type: WidthType.DXA },
          children: [paragraphOf('CellText', '')],
        }),
        new TableCell({
          columnSpan: rest.length,
          width: { size: rest.reduce((sum, size) => sum + size, 0), type: WidthType.DXA },
          children: across.map((line) => cellLine(line, false, false)),
        }),
      ],
    }),
  ];
}

const lengthOf = (cell: ReportCell): number =>
  cell.reduce((sum, { label, text }) => sum + (label?.length ?? 0) + text.length, 0);

const CELL_STYLES = {
  plain: 'CellText',
  strong: 'CellText',
  quote: 'CellQuote',
  small: 'CellSmall',
} as const;

function cellLine(line: CellLine, centred: boolean, bold: boolean): Paragraph {
  return new Paragraph({
    style: CELL_STYLES[line.style],
    ...(centred ? { alignment: 'center' } : {}),
    children: [
      ...(line.label === null ? [] : runs(`${line.label}: `, true)),
      ...runs(line.text, bold || line.style === 'strong'),
    ],
  });
}
