import { cleanName } from '../shared/clean-name.ts';
import { shown } from '../shared/local-date.ts';
import { OLDEST, TEXT_LIMIT } from './facts.rules.ts';
import type { CellProblemCode } from './import.model.ts';
import { serialDate, typedDate } from './list-dates.rules.ts';
import type { ListCell } from './list-table.model.ts';
import { isBlank } from './list-values.rules.ts';

/** Dates a register may hold at all; later ones are slips of the keyboard. */
const LATEST = '2100-12-31';

/** What is wrong with a cell, and the values its sentence names. */
export interface CellFault {
  readonly code: CellProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A cell made out, or what is wrong with it. */
export type Made<T> = { readonly value: T } | { readonly fault: CellFault };

const fault = (code: CellProblemCode, values?: CellFault['values']): { fault: CellFault } => ({
  fault: { code, ...(values && { values }) },
});

/** The cell as the sheet shows it, on one line. */
export function shownCell(cell: ListCell): string {
  if (typeof cell === 'string') return unguarded(cleanName(cell));
  // 0.1 + 0.2 is kept by Excel as it is by us, and shown by it to 15 digits.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell.shown;
}

/** The apostrophe that an export puts before a text which looks like a formula is not the text's. */
const unguarded = (text: string): string => text.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '');

/** Text that a program would take for a formula or a command: «=cmd|…», «@SUM(…», «+A1!B2». */
const FORMULA = /^(?:[=＝]|[+\-@＋－＠].*[(|!])/u;
/** «="007"», which some programs write to keep a text a text. */
const QUOTED = /^="([^"]*)"$/;

/** The text of a cell; null: nothing is said. Faults: a formula, an error of Excel, too long. */
export function textOf(cell: ListCell | undefined): Made<string | null> {
  const said = spokenOf(cell);
  if ('fault' in said || said.value === null) return said;
  if (isBlank(said.value)) return { value: null };
  const n = [...said.value].length;
  return n > TEXT_LIMIT ? fault('textLong', { n, max: TEXT_LIMIT }) : said;
}

/** The same, where «жок» and a dash are an answer; null: the cell is empty. */
export function spokenOf(cell: ListCell | undefined): Made<string | null> {
  if (cell === undefined) return { value: null };
  if (typeof cell === 'object' && cell.kind !== 'date') {
    return fault(cell.kind === 'error' ? 'errorValue' : 'formula');
  }
  const guarded = typeof cell === 'string' && /^\s*'/.test(cell);
  const text = shownCell(cell);
  const plain = QUOTED.exec(text)?.[1] ?? text;
  if (!guarded && FORMULA.test(plain)) return fault('formula');
  return { value: plain === '' ? null : plain };
}

/**
 * The local date of a cell; null: nothing is said. `today` (local): nothing that has happened may be
 * later; null: the date may lie ahead.
 */
export function dateOf(
  cell: ListCell | undefined,
  today: string | null,
  year: number,
): Made<string | null> {
  if (typeof cell === 'object' && cell.kind === 'date') {
    return cell.date === null ? fault('dateUnclear') : within(cell.date, today);
  }
  if (typeof cell === 'number') {
    const date = serialDate(cell);
    return date === null ? fault('dateUnclear') : within(date, today);
  }
  const text = textOf(cell);
  if ('fault' in text || text.value === null) return text;
  const date = typedDate(text.value, year);
  return date === null ? fault('dateUnclear') : within(date, today);
}

/** A date that is read, held against today and against what can be. */
export function within(date: string, today: string | null): Made<string> {
  if (date < OLDEST) return fault('dateOld', { date: shown(date), oldest: shown(OLDEST) });
  if (today !== null && date > today) {
    return fault('dateFuture', { date: shown(date), today: shown(today) });
  }
  return date > LATEST ? fault('dateUnclear') : { value: date };
}

/** What `make` makes of a text that was said; `code` where it makes nothing. */
export function madeOf<T>(
  text: Made<string | null>,
  make: (text: string) => T | null,
  code: CellProblemCode,
): Made<T | null> {
  if ('fault' in text) return text;
  if (text.value === null) return { value: null };
  const value = make(text.value);
  return value === null ? fault(code) : { value };
}
