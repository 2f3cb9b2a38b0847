import { RANK_LINES, type RankCode } from '../register/model.ts';
import { gradeOf, nextRank, ranksOf } from '../register/ranks.rules.ts';
import { dayOfYear, latestBase } from '../rules/interval.rules.ts';
import type { RuleBook, RuleCode } from '../rules/model.ts';
import { FOR_EVER, ruleDate } from '../rules/span.rules.ts';
import { addDays } from '../shared/local-date.ts';
import { firstRankRule, isStepByService, type Reckoned, serviceRule } from './due.rules.ts';
import type { DueKind } from './model.ts';

/** Columns of a person that hold a local date. */
export type DateColumn = Exclude<keyof Reckoned, 'group' | 'rank' | 'noRank' | 'leftOn'>;

/** One way to be due within a horizon: everything it says must hold of the person. */
export interface Cutoff {
  /** The date is there and not later than `upTo`; with `orUnknown` it may also be absent. */
  readonly dates: readonly {
    readonly column: DateColumn;
    readonly upTo: string;
    readonly orUnknown: boolean;
  }[];
  /** Columns that are null. */
  readonly unknown: readonly (DateColumn | 'rank')[];
  /** Said to have no rank yet. */
  readonly noRank: boolean;
  /** The rank is one of these; null: whatever it is. */
  readonly ranks: readonly RankCode[] | null;
  /** Whether the position is of the highest group (a group not known is not); null: either. */
  readonly highest: boolean | null;
}

const NOTHING: Cutoff = {
  dates: [],
  unknown: [],
  noRank: false,
  ranks: null,
  highest: null,
};
const by = (column: DateColumn, upTo: string) => [{ column, upTo, orUnknown: false }] as const;

/**
 * The latest base date from which some version of a rule can give a date up to `limit`; a version that
 * ended before `today` gives none. null: no version can.
 */
function latest(rules: RuleBook, code: RuleCode, today: string, limit: string): string | null {
  let found: string | null = null;
  for (const { value, unit, validFrom, validTo } of rules.get(code) ?? []) {
    const to = validTo ?? FOR_EVER;
    if (value === null || to < today || validFrom > limit) continue;
    const base = latestBase(to < limit ? to : limit, value, unit);
    if (found === null || base > found) found = base;
  }
  return found;
}

/** As `latest`, as a list of one cutoff or of none. */
type From = (code: RuleCode, column: DateColumn, rest: Partial<Cutoff>) => Cutoff[];

function rankCutoffs(from: From): Cutoff[] {
  const unknown = ['nextRank', 'rank'] as const;
  const first = (['highest', null] as const).flatMap((group) =>
    from(firstRankRule(group), 'appointedOn', {
      unknown,
      noRank: true,
      highest: group === 'highest',
    }),
  );
  const following = RANK_LINES.flatMap(ranksOf).flatMap((present) => {
    const next = nextRank(present);
    if (next === null) return [];
    const rest = { unknown: ['nextRank'], ranks: [present] } as const;
    const code = serviceRule(next);
    return [
      ...from(`time-in-rank.${gradeOf(present)}`, 'rankedOn', rest),
      ...(code && isStepByService(present, next) ? from(code, 'serviceStart', rest) : []),
    ];
  });
  return [...first, ...following];
}

/** One for each year whose declaration can be owed: this one, and the next when it is near. */
function declarationCutoffs(rules: RuleBook, today: string, limit: string): Cutoff[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].flatMap((each) => {
    const first = dayOfYear(each, 101);
    const versions = rules.get('income-declaration') ?? [];
    const date = ruleDate(versions, first, today, `${each}-12-31`);
    if (!date || date.on > limit) return [];
    return {
      ...NOTHING,
      dates: [
        { column: 'declaredOn', upTo: addDays(first, -1), orUnknown: true },
        { column: 'appointedOn', upTo: date.on, orUnknown: true },
        { column: 'knownSince', upTo: date.on, orUnknown: false },
      ],
    };
  });
}

/**
 * For a search in SQL: who can have a date of each kind up to `horizon` days after `today`. Whoever
 * has one by duesOf meets at least one cutoff of the kind; who meets one is to be asked by duesOf.
 */
export function cutoffs(
  rules: RuleBook,
  today: string,
  horizon: number,
): Readonly<Record<DueKind, readonly Cutoff[]>> {
  const limit = addDays(today, horizon);
  const hand = (column: DateColumn): Cutoff => ({ ...NOTHING, dates: by(column, limit) });
  const from: From = (code, column, rest) => {
    const upTo = latest(rules, code, today, limit);
    return upTo === null ? [] : [{ ...NOTHING, ...rest, dates: by(column, upTo) }];
  };
  return {
    training: [
      hand('nextTraining'),
      ...from('training', 'trainedOn', { unknown: ['nextTraining'] }),
      ...from('training', 'appointedOn', { unknown: ['nextTraining', 'trainedOn'] }),
    ],
    rank: [hand('nextRank'), ...rankCutoffs(from)],
    attestation: [
      hand('nextAttestation'),
      ...from('attestation', 'attestedOn', { unknown: ['nextAttestation'] }),
    ],
    declaration: declarationCutoffs(rules, today, limit),
  };
}

/** The dates of a column at which some cutoff of one kind is passed, each once, the earliest first. */
export const stepsOf = (column: DateColumn, some: readonly Cutoff[]): string[] => {
  const steps = some.flatMap(({ dates }) => dates.filter((date) => date.column === column));
  return [...new Set(steps.map(({ upTo }) => upTo))].toSorted();
};
