import { cleanName } from '../shared/clean-name.ts';
import { shown } from '../shared/local-date.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import { LIST_ROWS } from './import.model.ts';
import type { RecordFacts, RegisterRefusal, ServantFacts } from './model.ts';
import { isRank } from './ranks.rules.ts';

/** Characters of a name: the longest full names with a patronymic have about 60. */
export const NAME_LIMIT = 120;
/** Characters of a position, a unit, an order's number or other words. */
export const TEXT_LIMIT = 300;
/** Nobody who serves now did anything before this day. */
export const OLDEST = '1940-01-01';
/** People of one register: as many as a list can bring. */
export const REGISTER_LIMIT = LIST_ROWS;

/** A person of whom nothing is known but the name. */
export const NO_FACTS: Omit<ServantFacts, 'name'> = {
  position: null,
  group: null,
  category: null,
  unit: null,
  appointedOn: null,
  serviceStart: null,
  leftOn: null,
  fileDocuments: null,
  labourBook: null,
  noRank: null,
  nextTraining: null,
  nextRank: null,
  nextAttestation: null,
};

type Checked<T> = Result<T, RegisterRefusal>;
type DateField = 'appointedOn' | 'serviceStart' | 'leftOn';

/**
 * A person's facts as they may be stored: texts on one line, empty ones null. Refuses a missing or long
 * name, a long text, a date before 1940 or after `today` (local), and dates out of their order. Dates
 * entered by hand lie ahead or behind as they like.
 */
export function checkFacts(facts: ServantFacts, today: string): Checked<ServantFacts> {
  const clean: ServantFacts = {
    ...facts,
    name: cleanName(facts.name),
    position: text(facts.position),
    category: text(facts.category),
    unit: text(facts.unit),
  };
  return first<ServantFacts>(clean, [
    nameProblem(clean.name),
    ...[clean.position, clean.category, clean.unit].map(textProblem),
    ...[clean.appointedOn, clean.serviceStart, clean.leftOn].map((date) => past(date, today)),
    ...[clean.nextTraining, clean.nextRank, clean.nextAttestation].map(notOld),
    order(clean, 'serviceStart', 'appointedOn'),
    order(clean, 'appointedOn', 'leftOn'),
  ]);
}

/** The same for an entry of a history; a rank is one of the list. */
export function checkRecord(record: RecordFacts, today: string): Checked<RecordFacts> {
  const clean = { ...record, what: text(record.what), orderNo: text(record.orderNo) };
  const rankMissing = clean.kind === 'rank' && !(clean.what !== null && isRank(clean.what));
  return first<RecordFacts>(clean, [
    rankMissing ? { code: 'register.rankMissing' } : null,
    textProblem(clean.what),
    textProblem(clean.orderNo),
    past(clean.date, today),
  ]);
}

type Problem = RegisterRefusal | null;

function first<T>(value: T, problems: readonly Problem[]): Checked<T> {
  const problem = problems.find((one) => one !== null);
  return problem ? refused(problem) : ok(value);
}

const text = (typed: string | null): string | null => cleanName(typed ?? '') || null;

function nameProblem(name: string): Problem {
  if (name === '') return { code: 'register.nameMissing' };
  const n = [...name].length;
  return n > NAME_LIMIT ? { code: 'register.nameLong', values: { n, max: NAME_LIMIT } } : null;
}

function textProblem(typed: string | null): Problem {
  const n = [...(typed ?? '')].length;
  return n > TEXT_LIMIT ? { code: 'register.textLong', values: { n, max: TEXT_LIMIT } } : null;
}

const notOld = (date: string | null): Problem =>
  date !== null && date < OLDEST
    ? { code: 'register.dateOld', values: { date: shown(date), oldest: shown(OLDEST) } }
    : null;

const past = (date: string | null, today: string): Problem =>
  date !== null && date > today
    ? { code: 'register.dateFuture', values: { date: shown(date), today: shown(today) } }
    : notOld(date);

function order(facts: ServantFacts, before: DateField, after: DateField): Problem {
  const [from, to] = [facts[before], facts[after]];
  if (from === null || to === null || from <= to) return null;
  return { code: 'register.dateOrder', values: { first: shown(from), second: shown(to) } };
}
