import type { RankCode, Servant } from '../register/model.ts';
import { gradeOf, nextRank } from '../register/ranks.rules.ts';
import type { Rule, RuleBook, RuleCode } from '../rules/model.ts';
import { type RuleDate, ruleDate } from '../rules/span.rules.ts';
import { type Due, DUE_KINDS, type DueBase, type DueKind, OWED_KINDS } from './model.ts';

/** What dates are reckoned from. */
export type Reckoned = Pick<
  Servant,
  | 'group'
  | 'appointedOn'
  | 'serviceStart'
  | 'leftOn'
  | 'trainedOn'
  | 'rank'
  | 'rankedOn'
  | 'noRank'
  | 'attestedOn'
  | 'declaredOn'
  | 'nextTraining'
  | 'nextRank'
  | 'nextAttestation'
  | 'knownSince'
>;

const NONE: readonly Rule[] = [];
const versions = (rules: RuleBook, code: RuleCode): readonly Rule[] => rules.get(code) ?? NONE;

const direction = (kind: DueKind): Due['direction'] =>
  OWED_KINDS.includes(kind) ? 'due-by' : 'possible-from';

const byHand = (kind: DueKind, on: string, nextRank: RankCode | null = null): Due => ({
  kind,
  direction: direction(kind),
  on,
  base: { from: 'hand', on },
  rule: null,
  nextRank,
});

const byRule = (
  kind: DueKind,
  date: RuleDate,
  base: DueBase,
  nextRank: RankCode | null = null,
): Due => ({
  kind,
  direction: date.rule.direction,
  on: date.on,
  base,
  rule: { id: date.rule.id, code: date.rule.code, status: date.rule.status },
  nextRank,
});

function training(servant: Reckoned, rules: RuleBook, today: string): Due | null {
  if (servant.nextTraining !== null) return byHand('training', servant.nextTraining);
  const on = servant.trainedOn ?? servant.appointedOn;
  if (on === null) return null;
  const date = ruleDate(versions(rules, 'training'), on, today);
  const from = servant.trainedOn === null ? 'appointed' : 'trained';
  return date && byRule('training', date, { from, on });
}

function attestation(servant: Reckoned, rules: RuleBook, today: string): Due | null {
  const { attestedOn: on, nextAttestation } = servant;
  if (nextAttestation !== null) return byHand('attestation', nextAttestation);
  if (on === null) return null;
  const date = ruleDate(versions(rules, 'attestation'), on, today);
  return date && byRule('attestation', date, { from: 'attested', on });
}

/** Whether the step from a rank into the next one is the one into the adviser or the counsellor ranks. */
export const isStepByService = (present: RankCode, next: RankCode): boolean =>
  serviceRule(next) !== serviceRule(present);

/** The rule of service that speaks of this rank; null: none does. */
export function serviceRule(rank: RankCode): 'service.adviser' | 'service.counsellor' | null {
  const grade = gradeOf(rank);
  if (grade.startsWith('adviser')) return 'service.adviser';
  return grade.startsWith('counsellor') ? 'service.counsellor' : null;
}

/** Code of the rule for a first rank. */
export const firstRankRule = (group: Servant['group']): RuleCode =>
  group === 'highest' ? 'first-rank.highest' : 'first-rank';

function rank(servant: Reckoned, rules: RuleBook, today: string): Due | null {
  const present = servant.rank;
  const next = present && nextRank(present);
  if (servant.nextRank !== null) return byHand('rank', servant.nextRank, next);
  if (present === null) {
    // Whether he has a rank may only not be known: then nothing is possible from any day.
    const on = servant.noRank === true ? servant.appointedOn : null;
    const date = on && ruleDate(versions(rules, firstRankRule(servant.group)), on, today);
    return date ? byRule('rank', date, { from: 'appointed', on }) : null;
  }
  return next && followingRank(servant, present, next, rules, today);
}

/**
 * The latest of what the time in the present rank and the service needed for the next one give. While
 * the time in the rank is not known, only a step into the adviser or the counsellor ranks has a date,
 * and none once the service sufficed when the present rank was awarded: nobody waits for a rank since
 * a day before he got the one below it.
 */
function followingRank(
  { rankedOn, serviceStart }: Reckoned,
  present: RankCode,
  next: RankCode,
  rules: RuleBook,
  today: string,
): Due | null {
  const time = versions(rules, `time-in-rank.${gradeOf(present)}`);
  const inRank = rankedOn === null ? null : ruleDate(time, rankedOn, today);
  const code = serviceRule(next);
  const speaks = inRank || isStepByService(present, next);
  const served =
    code && serviceStart && speaks && ruleDate(versions(rules, code), serviceStart, today);
  const since = inRank?.on ?? rankedOn ?? null;
  if (served && (since === null || served.on > since)) {
    return byRule('rank', served, { from: 'service', on: serviceStart }, next);
  }
  return inRank && rankedOn !== null
    ? byRule('rank', inRank, { from: 'ranked', on: rankedOn }, next)
    : null;
}

/**
 * The day by which a declaration is owed in `year`, as far as that year lasts; null: none is owed.
 * `declaredOn` of that year or later: it is there.
 */
function declarationOf(servant: Reckoned, rules: RuleBook, year: number, today: string) {
  const first = `${year}-01-01`;
  if (servant.declaredOn !== null && servant.declaredOn >= first) return null;
  const date = ruleDate(versions(rules, 'income-declaration'), first, today, `${year}-12-31`);
  if (!date) return null;
  const there = servant.appointedOn === null || servant.appointedOn <= date.on;
  return there && servant.knownSince <= date.on ? date : null;
}

function declaration(servant: Reckoned, rules: RuleBook, today: string): Due | null {
  const year = Number(today.slice(0, 4));
  const date =
    declarationOf(servant, rules, year, today) ?? declarationOf(servant, rules, year + 1, today);
  return date && byRule('declaration', date, { from: 'year', on: date.on });
}

/**
 * Every known date of a person, past and coming, however far: at most one of each kind. Rules that are
 * empty, and facts that are not known, give none; a person who left has none. A date entered by hand
 * stands instead of what the rules give. `today` is a local date: it chooses among the versions of a
 * rule (ruleDate) and the year of a declaration.
 */
export const duesOf = (servant: Reckoned, rules: RuleBook, today: string): Due[] =>
  DUE_KINDS.map((kind) => dueOf(servant, kind, rules, today)).filter((due) => due !== null);

/** The same of one kind; null: none. A search through a whole register asks for no other. */
export const dueOf = (
  servant: Reckoned,
  kind: DueKind,
  rules: RuleBook,
  today: string,
): Due | null => (servant.leftOn === null ? OF_KIND[kind](servant, rules, today) : null);

const OF_KIND: Readonly<
  Record<DueKind, (servant: Reckoned, rules: RuleBook, today: string) => Due | null>
> = { training, rank, attestation, declaration };
