import { cleanName } from '../shared/clean-name.ts';
import { fold } from '../shared/fold.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { ListRefusal } from './import.model.ts';
import { shownCell } from './list-cells.rules.ts';
import { type Recognised, recognise } from './list-columns.rules.ts';
import { CORE_FIELDS, type ReadField } from './list-field.model.ts';
import { partOfName, shareName } from './list-name-parts.rules.ts';
import type { ListMerge, ListTable } from './list-table.model.ts';

/** Titles, stamps and the name of the body stand above a table; not more than this many rows. */
const LOOKED_THROUGH = 20;
/** Rows that one heading may take. */
const DEEPEST = 4;

export interface ListColumn {
  /** From 0. */
  readonly at: number;
  readonly heading: string;
}

export interface ListHeader {
  /** Row of the sheet below which the people stand. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<ReadField, ListColumn>;
  readonly unknown: readonly ListColumn[];
  /** The heading row's own texts, folded: pages printed repeat it. */
  readonly texts: ReadonlyMap<number, string>;
}

/** Letter of a column as sheets show it: 0 is A, 26 is AA. */
export const columnLetter = (at: number): string =>
  (at < 26 ? '' : columnLetter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/**
 * The row of headings among the first rows: the one in which most are known. Refuses a sheet without
 * one, one without the name or with nothing but the name, and two columns that mean the same.
 */
export function findHeader(table: ListTable): Result<ListHeader, ListRefusal> {
  let best: { row: number; named: readonly NamedColumn[]; depth: number; score: number } | null =
    null;
  for (const { row } of table.rows.slice(0, LOOKED_THROUGH)) {
    const depth = depthOf(table.merges, row);
    const named = headingsOf(table, row, depth);
    const score = new Set(named.flatMap(({ found }) => (found ? [found.field] : []))).size;
    if (score > (best?.score ?? 0)) best = { row, named, depth, score };
  }
  if (!best) return refused({ code: 'list.noHeader' });
  const columns = new Map<ReadField, NamedColumn>();
  for (const column of best.named) {
    const field = column.found?.field;
    const other = field && columns.get(field);
    if (!field || (other?.found?.whole && !column.found?.whole)) continue;
    if (other && other.found?.whole === column.found?.whole && field !== 'number') {
      return refused({
        code: 'list.columnTwice',
        values: {
          first: columnLetter(other.at),
          second: columnLetter(column.at),
          heading: column.heading,
        },
      });
    }
    columns.set(field, column);
  }
  settleNames(columns);
  if (!hasName(columns) || !enough(columns)) {
    const wanting = best.score < 2 || (best.score === 2 && columns.has('number'));
    return refused({
      code: wanting && !hasName(columns) ? 'list.noHeader' : 'list.columnsMissing',
    });
  }
  const taken = new Set([...columns.values()].map(({ at }) => at));
  return ok({
    lastRow: best.row + best.depth - 1,
    columns,
    unknown: best.named.filter(({ at }) => !taken.has(at)),
    texts: new Map(best.named.map(({ at, own }) => [at, fold(own)])),
  });
}

interface NamedColumn extends ListColumn {
  readonly own: string;
  readonly found: Recognised | null;
}

function headingsOf(table: ListTable, top: number, depth: number): NamedColumn[] {
  const rows = table.rows.filter(({ row }) => row >= top && row < top + depth);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const named: NamedColumn[] = [];
  for (let at = 0; at < width; at++) {
    const texts = Array.from({ length: depth }, (_, below) =>
      headingAt(table, rows, top + below, at),
    ).filter((text) => text !== '');
    const [own = ''] = texts;
    if (own === '') continue;
    const typed = texts.join(' ');
    const heading = cleanName(typed);
    const lowest = texts.at(-1) ?? '';
    const found = partOfName(recognise(typed), lowest) ?? recognise(lowest) ?? recognise(own);
    named.push({ at, heading, own, found });
  }
  const joined = table.merges.filter((merge) => merge.top >= top && merge.top < top + depth);
  return shareName(named, joined);
}

/** What stands there; of joined cells over several columns, what stands in the first. */
function headingAt(table: ListTable, rows: ListTable['rows'], row: number, at: number): string {
  const joined = table.merges.find(
    (merge) => merge.top === row && merge.left < at && merge.right >= at,
  );
  const cell = rows.find((one) => one.row === row)?.cells[joined?.left ?? at];
  // Line ends are kept: a heading hyphenated over lines is one word.
  return cell === undefined ? '' : typeof cell === 'string' ? cell.trim() : shownCell(cell);
}

/** Joined heading cells say how many rows the headings take. */
function depthOf(merges: readonly ListMerge[], top: number): number {
  const here = merges.filter((merge) => merge.top === top);
  const down = Math.max(0, ...here.map((merge) => merge.bottom - merge.top + 1));
  const across = here.filter((merge) => merge.right > merge.left && merge.bottom === top);
  // One cell over the whole table is a title, several over some columns are headings of groups.
  const groups = down > 1 ? across.length > 0 : across.length > 1;
  const deep = Math.max(1, down, groups ? 2 : 1);
  return deep > DEEPEST ? 1 : deep;
}

/** «Аты» beside «Фамилиясы» is a first name; alone it is the name. */
function settleNames(columns: Map<ReadField, NamedColumn>): void {
  const { surname, given, name } = {
    surname: columns.get('surname'),
    given: columns.get('given'),
    name: columns.get('name'),
  };
  if (!surname && !name && given) {
    columns.delete('given');
    columns.set('name', given);
  }
  if (surname && name && !given) {
    columns.delete('name');
    columns.set('given', name);
  }
}

const hasName = (columns: ReadonlyMap<ReadField, unknown>): boolean =>
  columns.has('name') || columns.has('surname');

const enough = (columns: ReadonlyMap<ReadField, unknown>): boolean =>
  CORE_FIELDS.some((field) => field !== 'name' && columns.has(field));
