import type { RuleBook } from '../rules/model.ts';
import { cutoffs } from './cutoffs.rules.ts';
import { dueOf } from './due.rules.ts';
import { daysBetween, toTell } from './ladder.rules.ts';
import { DUE_KINDS, ESCALATE_AFTER, HORIZON, LADDERS, OWED_KINDS } from './model.ts';
import type { ReminderKind } from './model.ts';
import { remembering } from './remembering.rules.ts';
import { awardsOf, heldAgainstService } from './sweep-rank.rules.ts';
import { RECKONED, type Row, toldOf } from './sweep-row.rules.ts';
import type { Swept } from './sweep.model.ts';
import type { Sql } from './sql.store.ts';
import { campaignQuery, dueQuery, type Silence } from './sweep.store.ts';

/** Runs one search and hands out its rows one by one, each as the values of its columns. */
export type Search = (query: Sql) => Iterable<Row>;

/** What a row means on the day of the sweep. */
interface Meaning {
  readonly tells: boolean;
  readonly late: boolean;
}

const SILENT: Meaning = { tells: false, late: false };
/** By tells + 2 × late: the same few for every row. */
const MEANINGS = [
  SILENT,
  { tells: true, late: false },
  { tells: false, late: true },
  { tells: true, late: true },
];

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
    const meaning = remembering(meaningOf(kind, today, dueOn));
    if (kind !== 'rank') {
      look(dueQuery(kind, from[kind], silence), meaning);
      continue;
    }
    const held = heldAgainstService(awardsOf(rules), dueOn);
    look(dueQuery(kind, from[kind], silence), (row) => {
      const rest = held(row);
      return rest ? meaning(rest) : SILENT;
    });
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
    const owed = kind !== 'campaign' && OWED_KINDS.includes(kind);
    const late = owed && !putOff && daysBetween(on, today) > ESCALATE_AFTER;
    return MEANINGS[Number(tells) + 2 * Number(late)] ?? SILENT;
  };

/** Which columns nothing hangs on, as the rules stand. */
export const silenceOf = (rules: RuleBook): Silence => ({ undated: awardsOf(rules).silent });
