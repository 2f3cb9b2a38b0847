import { RANK_GRADES, type RankCode } from '../register/model.ts';
import type { RuleBook } from '../rules/model.ts';
import { type Cutoff, cutoffs, type DateColumn, stepsOf } from './cutoffs.rules.ts';
import { dueOf, type Reckoned } from './due.rules.ts';
import { daysBetween, toTell } from './ladder.rules.ts';
import { DUE_KINDS, ESCALATE_AFTER, HORIZON, LADDERS } from './model.ts';
import type { DueKind, ReminderKind, Told } from './model.ts';
import type { Swept } from './sweep.model.ts';
import type { Sql } from './sql.store.ts';
import { campaignQuery, dueQuery, type Silence } from './sweep.store.ts';

type Value = string | number | null;
type Row = readonly Value[];

/** Runs one search and hands out its rows one by one, each as the values of its columns. */
export type Search = (query: Sql) => Iterable<Row>;

/** What a row means on the day of the sweep. */
interface Meaning {
  readonly tells: boolean;
  readonly late: boolean;
}

const SILENT: Meaning = { tells: false, late: false };

/** So many meanings are remembered at most: the memory stays the same however many people there are. */
const REMEMBERED = 50_000;

/** Columns of what was last told, the last of each row. */
const TOLD = 4;

/**
 * Finds every organisation with something to tell on the local date `today`, in one search for each
 * kind. It blocks its thread for seconds where there are millions of people: for a worker.
 */
export function sweep(search: Search, rules: RuleBook, today: string): Swept[] {
  const found = new Map<number, { lines: number; late: boolean }>();
  const look = (query: Sql, meaning: (row: Row) => Meaning) => {
    for (const row of search(query)) {
      const { tells, late } = meaning(row);
      if (!tells && !late) continue;
      const orgId = row[0] as number;
      const known = found.get(orgId);
      if (!known) found.set(orgId, { lines: Number(tells), late });
      else {
        known.lines += Number(tells);
        known.late ||= late;
      }
    }
  };
  const from = cutoffs(rules, today, HORIZON);
  const silence = silenceOf(rules);
  for (const kind of DUE_KINDS) {
    if (from[kind].length === 0) continue;
    const dueOn = (row: Row) =>
      dueOf(RECKONED[kind](row, from[kind]), kind, rules, today)?.on ?? null;
    look(dueQuery(kind, from[kind], silence), remembering(meaningOf(kind, today, dueOn)));
  }
  const deadline = (row: Row) => row[1] as string;
  look(campaignQuery(today), meaningOf('campaign', today, deadline));
  return [...found].map(([orgId, what]) => ({ orgId, ...what }));
}

const meaningOf =
  (kind: ReminderKind, today: string, dueOn: (row: Row) => string | null) =>
  (row: Row): Meaning => {
    const on = dueOn(row);
    if (on === null) return SILENT;
    const told = toldOf(row);
    const same = told?.dueOn === on;
    const tells =
      toTell(on, today, LADDERS[kind], told) !== null || (same && told.toldOn === today);
    const putOff = same && told.snoozedUntil !== null && told.snoozedUntil > today;
    const owed = kind === 'training' || kind === 'declaration';
    return { tells, late: owed && !putOff && daysBetween(on, today) > ESCALATE_AFTER };
  };

function toldOf(row: Row): Told | null {
  const [dueOn, rung, toldOn, snoozedUntil] = row.slice(-TOLD);
  if (typeof dueOn !== 'string') return null;
  return {
    dueOn,
    rung: rung as number | null,
    toldOn: toldOn as string | null,
    snoozedUntil: snoozedUntil as string | null,
  };
}

/** Branches by the value of one column after the other; a row that was met before costs no more. */
type Branch = Map<Value, Branch | Meaning>;

/** People of one date and one past mean the same: it is reckoned once. */
function remembering(meaning: (row: Row) => Meaning): (row: Row) => Meaning {
  const root: Branch = new Map();
  let known = 0;
  return (row) => {
    // Where nothing was told, the columns of it say nothing more.
    const last = row[row.length - TOLD] === null ? row.length - TOLD : row.length - 1;
    let branch = root;
    for (let n = 1; n < last; n += 1) {
      const value = short(row[n] as Value);
      let next = branch.get(value) as Branch | undefined;
      if (!next) {
        next = new Map();
        branch.set(value, next);
      }
      branch = next;
    }
    const value = short(row[last] as Value);
    const before = branch.get(value) as Meaning | undefined;
    if (before) return before;
    const fresh = meaning(row);
    branch.set(value, fresh);
    known += 1;
    if (known > REMEMBERED) {
      root.clear();
      known = 0;
    }
    return fresh;
  };
}

const DASH = 45;
const ZERO = 48;

/** A date as the whole number YYYYMMDD, all else as it is: a map finds numbers several times as fast. */
function short(value: Value): Value {
  if (typeof value !== 'string' || value.length !== 10) return value;
  if (value.charCodeAt(4) !== DASH || value.charCodeAt(7) !== DASH) return value;
  const digit = (n: number) => value.charCodeAt(n) - ZERO;
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  return year * 10_000 + digit(5) * 1000 + digit(6) * 100 + digit(8) * 10 + digit(9);
}

const NOBODY: Reckoned = {
  group: null,
  appointedOn: null,
  serviceStart: null,
  leftOn: null,
  trainedOn: null,
  rank: null,
  rankedOn: null,
  attestedOn: null,
  declaredOn: null,
  nextTraining: null,
  nextRank: null,
  nextAttestation: null,
  knownSince: '',
};

/** The person behind a row, as far as this kind asks; the order of BASE in sweep.store.ts. */
const RECKONED: Readonly<Record<DueKind, (row: Row, cutoffs: readonly Cutoff[]) => Reckoned>> = {
  training: ([, nextTraining, trainedOn]) => ({ ...NOBODY, ...dates({ nextTraining, trainedOn }) }),
  rank: ([, nextRank, rank, highestOrRanked, base]) =>
    rank === null
      ? {
          ...NOBODY,
          ...dates({ nextRank, appointedOn: base }),
          group: highestOrRanked === 1 ? 'highest' : null,
        }
      : {
          ...NOBODY,
          ...dates({ nextRank, rankedOn: highestOrRanked, serviceStart: base }),
          rank: rank as RankCode,
        },
  attestation: ([, nextAttestation, attestedOn]) => ({
    ...NOBODY,
    ...dates({ nextAttestation, attestedOn }),
  }),
  declaration: ([, declaredOn, appointedOn, knownSince], some) => ({
    ...NOBODY,
    declaredOn: dateAt('declaredOn', declaredOn, some),
    appointedOn: dateAt('appointedOn', appointedOn, some),
    knownSince: dateAt('knownSince', knownSince, some) ?? '',
  }),
};

/** A date that stands to the cutoffs as the one behind this step (step in sweep.store.ts). */
function dateAt(column: DateColumn, step: Value | undefined, some: readonly Cutoff[]) {
  return typeof step === 'number' ? (stepsOf(column, some)[step] ?? LATER) : (step ?? null);
}

/** A date that never occurs. */
const LATER = '9999-12-31';

/** Which columns nothing hangs on, as the rules stand. */
export const silenceOf = (rules: RuleBook): Silence => ({
  timeInRank: RANK_GRADES.every((grade) =>
    (rules.get(`time-in-rank.${grade}`) ?? []).every(({ value }) => value === null),
  ),
});

const dates = <Name extends string>(values: Readonly<Record<Name, Value | undefined>>) =>
  values as Readonly<Record<Name, string | null>>;
