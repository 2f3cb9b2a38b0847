import { fold } from '../shared/fold.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import {
  type CellProblem,
  LIST_ROWS,
  type ListedServant,
  type ListRefusal,
} from './import.model.ts';
import { madeOf, shownCell, spokenOf } from './list-cells.rules.ts';
import { factsOfRow, nameOfRow } from './list-facts.rules.ts';
import type { ListHeader } from './list-header.rules.ts';
import { mergesOf } from './list-merges.rules.ts';
import { type RankedLine, rankSaid, withoutRanks } from './list-no-rank.rules.ts';
import { speaksOfNobody } from './list-nobody.rules.ts';
import { recordsOfRow, type RowContext } from './list-records.rules.ts';
import { problemAt, readRow, type ReadRow } from './list-row.rules.ts';
import {
  LISTED_PROBLEMS,
  type ListRow,
  type ListTable,
  type ReadList,
} from './list-table.model.ts';
import { typedNumber } from './list-values.rules.ts';

/** Sums under a table. */
const TOTAL = /^(?:итого|всего|бардыгы|баары|жыйынтыгы|жалпы саны|total)(?:$|[^\p{Letter}])/u;

/**
 * The people below the headings. Passed over: empty and merely numbered rows, headings printed
 * again, the row of column numbers, sums, titles of sections, vacancies, and notes below. Refuses more than LIST_ROWS
 * people, and a list without any.
 */
export function readRows(
  table: ListTable,
  header: ListHeader,
  context: RowContext,
): Result<Omit<ReadList, 'passedOver'>, ListRefusal> {
  const { sheet } = table;
  const problems: CellProblem[] = [];
  const lines: RankedLine[] = [];
  const seen = { people: new Map<string, number>(), numbers: new Map<number, number>() };
  const merges = mergesOf(table, header);
  let rows = 0;
  for (const bare of table.rows) {
    if (bare.row <= header.lastRow) continue;
    if (isPassedOver(bare, header)) continue;
    const title = merges.titleAt(bare);
    if (title) {
      problems.push(problemAt(sheet, bare.row, undefined, title, { code: 'merged' }, false));
      continue;
    }
    if (speaksOfNobody(bare, header)) continue;
    if (++rows > LIST_ROWS) {
      return refused({ code: 'list.tooManyRows', values: { max: LIST_ROWS } });
    }
    const row = readRow(sheet, merges.fill(bare), header, problems);
    const person = personOf(row, sheet, context, merges.nameIsJoined(bare.row));
    noteTwice(row, person, seen);
    if (person && !row.stopped()) lines.push({ person, said: rankSaid(row) });
  }
  if (rows === 0) return refused({ code: 'list.empty' });
  for (const column of header.unknown) {
    const fault = { code: 'columnUnknown' } as const;
    problems.push(problemAt(sheet, header.lastRow, column, column.heading, fault, false));
  }
  const stopping = problems.filter(({ stops }) => stops);
  const others = problems.filter(({ stops }) => !stops);
  return ok({
    sheet,
    rows,
    listed: withoutRanks(lines, header.columns.has('servant')),
    problems: [...stopping, ...others].slice(0, LISTED_PROBLEMS),
    problemsInAll: problems.length,
    stopping: stopping.length,
    unknownHeadings: header.unknown.map(({ heading }) => heading),
  });
}

function personOf(
  row: ReadRow,
  sheet: string,
  context: RowContext,
  nameIsJoined: boolean,
): ListedServant | null {
  const name = nameOfRow(row);
  const number = row.has('servant')
    ? row.take('servant', madeOf(spokenOf(row.cell('servant')), typedNumber, 'numberUnclear'))
    : null;
  const facts = factsOfRow(row, context);
  const records = recordsOfRow(row, context);
  if (name === null) {
    const field = row.has('name') ? 'name' : 'surname';
    if (!row.stopped()) row.note(field, { code: nameIsJoined ? 'merged' : 'nameMissing' });
    return null;
  }
  return { sheet, row: row.row, servant: number, facts: { ...facts, name }, records };
}

/**
 * The same person twice: one number, or one name with the same position and day of appointment.
 * Two people of one name are two people.
 */
function noteTwice(
  row: ReadRow,
  person: ListedServant | null,
  seen: { readonly people: Map<string, number>; readonly numbers: Map<number, number> },
): void {
  if (!person) return;
  const { name, position, appointedOn } = person.facts;
  const key = [name, position ?? '', appointedOn ?? ''].map(fold).join('\n');
  const other = person.servant === null ? seen.people.get(key) : seen.numbers.get(person.servant);
  if (other !== undefined) {
    const field = person.servant === null ? (row.has('name') ? 'name' : 'surname') : 'servant';
    row.note(field, { code: 'duplicate', values: { row: other } });
  }
  if (person.servant === null) seen.people.set(key, row.row);
  else seen.numbers.set(person.servant, row.row);
}

function isPassedOver({ cells }: ListRow, { columns, texts }: ListHeader): boolean {
  let said = 0;
  let repeated = 0;
  for (const [field, { at }] of columns) {
    const cell = cells[at];
    if (cell === undefined || field === 'number') continue;
    const text = shownCell(cell);
    if (text === '') continue;
    said++;
    if (texts.get(at) === fold(text)) repeated++;
  }
  return said === 0 || (repeated >= 2 && repeated === said) || isNumbering(cells) || isTotal(cells);
}

/** «1 2 3 4 …» under the headings. */
function isNumbering(cells: ListRow['cells']): boolean {
  const said = cells.filter((cell) => cell !== undefined && shownCell(cell) !== '');
  return (
    said.length >= 3 &&
    said.every((cell, at) => cell !== undefined && Number(shownCell(cell)) === at + 1)
  );
}

function isTotal(cells: ListRow['cells']): boolean {
  const said = cells.filter((cell) => cell !== undefined && shownCell(cell) !== '');
  const [first] = said;
  return said.length <= 3 && first !== undefined && TOTAL.test(shownCell(first).toLowerCase());
}
