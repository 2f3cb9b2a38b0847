import { dateOf, madeOf, textOf, within } from './list-cells.rules.ts';
import { typedDate } from './list-dates.rules.ts';
import type { DateField, ListField } from './list-field.model.ts';
import { parted } from './list-order.rules.ts';
import { listRank } from './list-rank.rules.ts';
import type { ReadRow } from './list-row.rules.ts';
import { saysNoRank, typedHours, typedTraining } from './list-values.rules.ts';
import type { RankLine, RecordFacts, RecordKind } from './model.ts';

export interface RowContext {
  /** Local date. */
  readonly today: string;
  /** Line of ranks of the body; null: unknown. */
  readonly line: RankLine | null;
}

interface Dated {
  readonly date: string;
  readonly orderNo: string | null;
}

/** The entries of a row's histories. What has no date is noted and left out. */
export function recordsOfRow(row: ReadRow, context: RowContext): RecordFacts[] {
  return [
    ...trainings(row, context),
    ...ranked(row, context),
    ...worded(row, context, 'attestation', 'attestedOn', 'attestationWhat', 'attestationOrder'),
    ...worded(row, context, 'reward', 'rewardedOn', 'rewardWhat', 'rewardOrder'),
    ...worded(row, context, 'penalty', 'penaltyOn', 'penaltyWhat', 'penaltyOrder'),
    ...datesOf(row, 'declaredOn', context).map((dated) =>
      record('declaration', dated, { what: null }),
    ),
  ];
}

function trainings(row: ReadRow, context: RowContext): RecordFacts[] {
  const what = row.take(
    'trainingWhat',
    madeOf(text(row, 'trainingWhat'), typedTraining, 'textLong'),
  );
  const hours = row.take(
    'trainingHours',
    madeOf(text(row, 'trainingHours'), typedHours, 'numberUnclear'),
  );
  const orderNo = row.take('trainingOrder', text(row, 'trainingOrder'));
  const dates = datesOf(row, 'trainedOn', context);
  if (dates.length === 0) {
    undated(row, 'trainedOn', what !== null || hours !== null || orderNo !== null);
    return [];
  }
  // The details of the row are those of the newest.
  const newest = dates.reduce((a, b) => (b.date > a.date ? b : a));
  return dates.map((dated) =>
    dated === newest
      ? record('training', dated, { what, hours, orderNo })
      : record('training', dated, { what: null }),
  );
}

function ranked(row: ReadRow, context: RowContext): RecordFacts[] {
  const written = text(row, 'rank');
  const none = 'value' in written && written.value !== null && saysNoRank(written.value);
  const said = none ? { value: null } : written;
  const rank = row.take(
    'rank',
    madeOf(said, (words) => listRank(words, context.line), 'rankUnknown'),
  );
  const orderNo = row.take('rankOrder', text(row, 'rankOrder'));
  const [dated = rank === null || row.has('rankedOn') ? null : dateWithin(said, context)] = datesOf(
    row,
    'rankedOn',
    context,
  );
  if (rank !== null && dated) return [record('rank', dated, { what: rank, orderNo })];
  if (rank !== null) undated(row, 'rankedOn', true, 'rank');
  else if (dated && 'value' in said && said.value === null)
    row.note('rank', { code: 'rankUnknown' }, false);
  return [];
}

function worded(
  row: ReadRow,
  context: RowContext,
  kind: RecordKind,
  on: DateField,
  words: ListField,
  order: ListField,
): RecordFacts[] {
  const what = row.take(words, text(row, words));
  const orderNo = row.take(order, text(row, order));
  const [dated] = datesOf(row, on, context);
  if (dated) return [record(kind, dated, { what, orderNo })];
  undated(row, on, what !== null || orderNo !== null, words);
  return [];
}

const text = (row: ReadRow, field: ListField) => textOf(row.cell(field));

function record(
  kind: RecordKind,
  { date, orderNo }: Dated,
  facts: { readonly what: string | null; hours?: number | null; orderNo?: string | null },
): RecordFacts {
  return {
    kind,
    date,
    what: facts.what,
    hours: facts.hours ?? null,
    orderNo: facts.orderNo ?? orderNo,
  };
}

/** What is said without its date cannot stand in a history: to be looked at, once there is no other fault. */
function undated(row: ReadRow, on: DateField, said: boolean, instead?: ListField): void {
  if (!said || row.stopped()) return;
  row.note(row.has(on) ? on : (instead ?? null), { code: 'dateMissing' }, false);
}

/** The dates of a cell: one, or several parted by commas, semicolons or lines, each with its order. */
function datesOf(row: ReadRow, field: DateField, { today }: RowContext): Dated[] {
  const cell = row.cell(field);
  const year = Number(today.slice(0, 4));
  if (typeof cell === 'string') {
    const parts = cell.split(/[;\n]|,(?=\s*\d{1,2}[./])/u).filter((part) => part.trim() !== '');
    const dated = parts.map((part): Dated | null => {
      const { before, orderNo } = parted(part);
      const date = typedDate(before, year);
      return date === null ? null : { date, orderNo: orderNo?.slice(0, 100) ?? null };
    });
    const plain = dated.length === 1 && dated[0]?.orderNo === null;
    if (!plain && dated.length > 0 && dated.every((one) => one !== null)) {
      return dated.filter((one) => row.take(field, within(one.date, today)) !== null);
    }
  }
  const date = row.take(field, dateOf(cell, today, year));
  return date === null ? [] : [{ date, orderNo: null }];
}

/** «3-класстагы инспектор, 12.03.2021»: a rank with its date in one cell, in a list without its column. */
function dateWithin(said: ReturnType<typeof text>, { today }: RowContext): Dated | null {
  if ('fault' in said || said.value === null) return null;
  const [found] = /\d{1,2}[./]\d{1,2}[./]\d{4}/.exec(said.value) ?? [];
  const date = found ? typedDate(found, Number(today.slice(0, 4))) : null;
  return date !== null && !('fault' in within(date, today)) ? { date, orderNo: null } : null;
}
