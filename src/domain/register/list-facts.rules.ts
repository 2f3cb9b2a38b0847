import { cleanName } from '../shared/clean-name.ts';
import { shown } from '../shared/local-date.ts';
import { NAME_LIMIT } from './facts.rules.ts';
import { dateOf, madeOf, spokenOf, textOf } from './list-cells.rules.ts';
import type { DateField } from './list-field.model.ts';
import { parted } from './list-order.rules.ts';
import type { RowContext } from './list-records.rules.ts';
import type { ReadRow } from './list-row.rules.ts';
import { typedDocuments, typedGroup, typedYesNo } from './list-values.rules.ts';
import type { ServantFacts } from './model.ts';

type Facts = { -readonly [Fact in keyof ServantFacts]?: ServantFacts[Fact] };

const TEXTS = ['position', 'category', 'unit'] as const;
const PAST = ['appointedOn', 'serviceStart', 'leftOn'] as const;
const BY_HAND = ['nextTraining', 'nextRank', 'nextAttestation'] as const;

/** The name of a row, of one column or of three; null: none, or a fault that is noted. */
export function nameOfRow(row: ReadRow): string | null {
  const [field, ...others] = row.has('name')
    ? (['name'] as const)
    : (['surname', 'given', 'patronymic'] as const);
  const parts = [field, ...others].map((one) => row.take(one, textOf(row.cell(one))));
  // «1. Асанов» and «1) Асанов» are numbered by hand.
  const name = cleanName(parts.filter((part) => part !== null).join(' ')).replace(
    /^\d{1,5}\s*[.)]\s*(?=\p{Letter})/u,
    '',
  );
  if (name === '') return null;
  const n = [...name].length;
  if (n > NAME_LIMIT) row.note(field, { code: 'nameLong', values: { n, max: NAME_LIMIT } });
  return name;
}

/** What the list has columns for, an empty cell as null. */
export function factsOfRow(row: ReadRow, { today }: RowContext): Facts {
  const facts: Facts = {};
  const year = Number(today.slice(0, 4));
  for (const field of TEXTS) {
    if (row.has(field)) facts[field] = row.take(field, textOf(row.cell(field)));
  }
  for (const field of PAST) {
    if (row.has(field)) facts[field] = row.take(field, onlyDate(row, field, today, year));
  }
  for (const field of BY_HAND) {
    if (row.has(field)) facts[field] = row.take(field, onlyDate(row, field, null, year));
  }
  if (row.has('group')) {
    facts.group = row.take('group', madeOf(textOf(row.cell('group')), typedGroup, 'groupUnknown'));
  }
  if (row.has('labourBook')) {
    const said = spokenOf(row.cell('labourBook'));
    facts.labourBook = row.take('labourBook', madeOf(said, typedYesNo, 'yesNoUnclear'));
  }
  if (row.has('fileDocuments')) {
    const said = spokenOf(row.cell('fileDocuments'));
    facts.fileDocuments = row.take('fileDocuments', madeOf(said, typedDocuments, 'yesNoUnclear'));
  }
  noteOrder(row, facts, 'serviceStart', 'appointedOn');
  noteOrder(row, facts, 'appointedOn', 'leftOn');
  return facts;
}

/** «12.03.2021, № 45-б»: of an appointment the order's number has no place in the register. */
function onlyDate(row: ReadRow, field: DateField, today: string | null, year: number) {
  const cell = row.cell(field);
  return dateOf(typeof cell === 'string' ? parted(cell).before : cell, today, year);
}

function noteOrder(row: ReadRow, facts: Facts, before: DateField, after: DateField): void {
  const from = (facts as Partial<Record<DateField, string | null>>)[before];
  const to = (facts as Partial<Record<DateField, string | null>>)[after];
  if (!from || !to || from <= to) return;
  row.note(after, { code: 'dateOrder', values: { first: shown(from), second: shown(to) } });
}
