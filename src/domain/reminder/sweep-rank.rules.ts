import { RANK_LINES, type RankCode } from '../register/model.ts';
import { gradeOf, nextRank, ranksOf } from '../register/ranks.rules.ts';
import type { RuleBook } from '../rules/model.ts';
import { isStepByService } from './due.rules.ts';
import type { Row, Value } from './sweep-row.rules.ts';

/** What the day on which a rank was awarded means for the next one, as the rules stand. */
export interface Awards {
  /** It means nothing. */
  readonly silent: readonly RankCode[];
  /** The service alone leads on, where it did not suffice yet on that day. */
  readonly byService: readonly RankCode[];
}

export function awardsOf(rules: RuleBook): Awards {
  const untimed = RANK_LINES.flatMap(ranksOf).filter((rank) =>
    (rules.get(`time-in-rank.${gradeOf(rank)}`) ?? []).every(({ value }) => value === null),
  );
  const byService = untimed.filter((rank) => {
    const next = nextRank(rank);
    return next !== null && isStepByService(rank, next);
  });
  return { silent: untimed.filter((rank) => !byService.includes(rank)), byService };
}

/** Place of the day of the award in a row of ranks (BASE in sweep.store.ts). */
const AWARD = 3;

/**
 * Holds the day of the award against the day on which the service suffices, and takes it out of the
 * row: people of one service mean the same whenever they were awarded their rank. null: there is no
 * date. `dueOn` reckons a row's date.
 */
export function heldAgainstService(
  { byService }: Awards,
  dueOn: (row: Row) => string | null,
): (row: Row) => Row | null {
  const concerned = new Map(
    byService.map((rank) => [rank as Value, new Map<Value, string | null>()]),
  );
  return (row) => {
    const days = concerned.get(row[2] ?? null);
    if (!days) return row;
    const [, byHand, , award = null, serviceStart = null] = row;
    if (award === null || byHand !== null) return row;
    const bare = row.with(AWARD, null);
    let suffices = days.get(serviceStart);
    if (suffices === undefined) {
      suffices = dueOn(bare);
      days.set(serviceStart, suffices);
    }
    return suffices !== null && suffices > String(award) ? bare : null;
  };
}
