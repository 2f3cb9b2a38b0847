import type { RankCode } from '../register/model.ts';
import type { RuleBook } from '../rules/model.ts';
import { cutoffs } from './cutoffs.rules.ts';
import { duesOf, type Reckoned } from './due.rules.ts';
import { daysBetween, toTell } from './ladder.rules.ts';
import { DUE_KINDS, ESCALATE_AFTER, HORIZON, LADDERS } from './model.ts';
import type { DueKind, ReminderKind, Told } from './model.ts';
import type { Swept } from './sweep.model.ts';
import { campaignQuery, dueQuery, type SweepQuery } from './sweep.store.ts';

type Value = string | number | null;
type Row = readonly Value[];

/** Runs one search and hands out its rows one by one, each as the values of its columns. */
export type Search = (query: SweepQuery) => Iterable<Row>;

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
  const look = (query: SweepQuery, meaning: (row: Row) => Meaning) => {
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
  for (const kind of DUE_KINDS) {
    if (from[kind].length === 0) continue;
    const dueOn = (row: Row) =>
      duesOf(RECKONED[kind](row), rules, today).find((due) => due.kind === kind)?.on ?? null;
    look(dueQuery(kind, from[kind]), remembering(meaningOf(kind, today, dueOn)));
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

/** People of one date and one past mean the same: it is reckoned once. */
function remembering(meaning: (row: Row) => Meaning): (row: Row) => Meaning {
  const known = new Map<string, Meaning>();
  return (row) => {
    let key = '';
    for (let n = 1; n < row.length; n += 1) key += `${row[n]}|`;
    const before = known.get(key);
    if (before) return before;
    if (known.size >= REMEMBERED) known.clear();
    const fresh = meaning(row);
    known.set(key, fresh);
    return fresh;
  };
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
const RECKONED: Readonly<Record<DueKind, (row: Row) => Reckoned>> = {
  training: ([, nextTraining, trainedOn]) => ({ ...NOBODY, ...dates({ nextTraining, trainedOn }) }),
  rank: ([, nextRank, rank, rankedOn, serviceStart, appointedOn, group]) => ({
    ...NOBODY,
    ...dates({ nextRank, rankedOn, serviceStart, appointedOn }),
    rank: rank as RankCode | null,
    group: group as Reckoned['group'],
  }),
  attestation: ([, nextAttestation, attestedOn]) => ({
    ...NOBODY,
    ...dates({ nextAttestation, attestedOn }),
  }),
  declaration: ([, declaredOn, appointedOn, knownSince]) => ({
    ...NOBODY,
    ...dates({ declaredOn, appointedOn }),
    knownSince: knownSince as string,
  }),
};

const dates = <Name extends string>(values: Readonly<Record<Name, Value | undefined>>) =>
  values as Readonly<Record<Name, string | null>>;
