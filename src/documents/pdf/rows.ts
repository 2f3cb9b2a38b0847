import type { CellLine, ReportCell, ReportRow } from '../../domain/summary/report.model.ts';

/** Characters a row may hold in one cell: well under a page in the narrowest wide column. */
const ROW_CHARACTERS = 700;

/** One row as drawn: `cells`, or one text `across` all columns but the first. */
export interface DrawnRow {
  readonly cells: readonly ReportCell[];
  readonly across: ReportCell;
  /** Goes on from the row above: no line between them. */
  readonly continues: boolean;
}

/**
 * Rows short enough to be kept on one page each. pdfmake cuts off what is higher than a page in a
 * row that may not break, and breaks others in the middle of a line of cells; so a long text goes
 * on in further rows without a line between them.
 */
export function drawnRows(row: ReportRow): readonly DrawnRow[] {
  const columns = row.cells.map(slices);
  const height = Math.max(...columns.map((parts) => parts.length), 1);
  const main = Array.from({ length: height }, (_unused, at) => ({
    cells: columns.map((parts) => parts[at] ?? []),
    across: [],
    continues: at > 0,
  }));
  const across = row.across.length === 0 ? [] : slices(row.across);
  return [...main, ...across.map((part, at) => ({ cells: [], across: part, continues: at > 0 }))];
}

/** A cell's lines in portions of at most ROW_CHARACTERS; at least one portion. */
function slices(cell: ReportCell): readonly ReportCell[] {
  const portions: CellLine[][] = [[]];
  let room = ROW_CHARACTERS;
  for (const line of cell.flatMap(shortLines)) {
    if (line.text.length > room) {
      portions.push([]);
      room = ROW_CHARACTERS;
    }
    portions.at(-1)?.push(line);
    room -= line.text.length;
  }
  return portions.filter((portion, at) => at === 0 || portion.length > 0);
}

/** A line cut after sentences, else words, else anywhere; the label stays with the first piece. */
function shortLines(line: CellLine): readonly CellLine[] {
  const pieces: CellLine[] = [];
  let rest = line.text;
  while (rest.length > ROW_CHARACTERS) {
    const at = cutPlace(rest);
    pieces.push({
      ...line,
      label: pieces.length === 0 ? line.label : null,
      text: rest.slice(0, at).trimEnd(),
    });
    rest = rest.slice(at).trimStart();
  }
  return [...pieces, { ...line, label: pieces.length === 0 ? line.label : null, text: rest }];
}

function cutPlace(text: string): number {
  const start = text.slice(0, ROW_CHARACTERS);
  const sentence = Math.max(start.lastIndexOf('. '), start.lastIndexOf('\n'));
  if (sentence > ROW_CHARACTERS / 2) return sentence + 1;
  const word = start.lastIndexOf(' ');
  if (word > 0) return word + 1;
  return start.isWellFormed() ? ROW_CHARACTERS : ROW_CHARACTERS - 1;
}
