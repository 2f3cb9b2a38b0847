import { typedDate } from '../domain/register/list-dates.rules.ts';
import { CORE_FIELDS } from '../domain/register/list-field.model.ts';
import { findHeader, type ListHeader } from '../domain/register/list-header.rules.ts';
import type { ListTable } from '../domain/register/list-table.model.ts';
import { isBlank } from '../domain/register/list-values.rules.ts';
import { eachDelimited, separatorOf } from '../domain/shared/delimited.ts';
import { CELL_LENGTH, collectRows } from './list-limits.ts';

/** A CSV file as a table. Throws ListProblem where it is too much. */
export function readDelimitedTable(text: string): ListTable {
  const collected = collectRows();
  for (const { line, cells } of eachDelimited(text)) collected.add(rowOf(line, cells));
  return { sheet: '', rows: collected.rows, merges: [] };
}

/**
 * Lines pasted into the chat: with headings as a table has them, else name, position, appointed on,
 * last training, in this order. Tabs or semicolons part the cells; without these commas do, and what
 * stands between the name and the dates is the position, commas and all.
 */
export function readLines(
  text: string,
  year: number,
): { readonly table: ListTable; readonly header: ListHeader | null } {
  const table = readDelimitedTable(text);
  if (findHeader(table).ok) return { table, header: null };
  const separator = separatorOf(text);
  const parted =
    separator === '\t' || separator === ';' ? withoutNumbers(table) : byCommas(text, year);
  return { table: parted, header: PASTED };
}

const PASTED: ListHeader = {
  lastRow: 0,
  columns: new Map(CORE_FIELDS.map((field, at) => [field, { at, heading: '' }])),
  unknown: [],
  texts: new Map(),
};

const rowOf = (row: number, cells: readonly string[]): ListTable['rows'][number] => ({
  row,
  cells: cells.map((cell) => cell.slice(0, CELL_LENGTH).trim() || undefined),
});

/** Copied out of a numbered table: the numbers are nobody's names. */
function withoutNumbers(table: ListTable): ListTable {
  const numbered = table.rows.every(
    ({ cells: [first] }) => typeof first === 'string' && /^\d+\.?$/.test(first),
  );
  if (!numbered) return table;
  return { ...table, rows: table.rows.map(({ row, cells }) => ({ row, cells: cells.slice(1) })) };
}

function byCommas(text: string, year: number): ListTable {
  const collected = collectRows();
  text.split(/\r\n?|\n/).forEach((line, at) => {
    const parts = line.split(',').map((part) => part.trim());
    const isDate = (part: string | undefined): boolean =>
      part !== undefined && (isBlank(part) || /^\d/.test(part) || typedDate(part, year) !== null);
    let dates = 0;
    while (dates < 2 && parts.length - dates > 1 && isDate(parts[parts.length - 1 - dates]))
      dates++;
    const [name = '', ...words] = parts.slice(0, parts.length - dates);
    collected.add(rowOf(at + 1, [name, words.join(', '), ...parts.slice(parts.length - dates)]));
  });
  return { sheet: '', rows: collected.rows, merges: [] };
}
