import type { Ladder, Told } from './model.ts';

const DAY = 24 * 3600_000;

/** Days from one local date to another; negative: backwards. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/**
 * The rung on which a date stands today: the smallest that is not less than the days left, and after
 * the date 0, then minus a whole number of `everyAfter`. null: the first rung is still ahead.
 */
export function reachedRung(dueOn: string, today: string, ladder: Ladder): number | null {
  const days = daysBetween(today, dueOn);
  if (days < 0) {
    const { everyAfter } = ladder;
    const past = everyAfter === null ? 0 : Math.floor(-days / everyAfter) * everyAfter;
    return past === 0 ? 0 : -past;
  }
  let reached: number | null = null;
  for (const rung of ladder.rungs) {
    if (rung >= days && (reached === null || rung < reached)) reached = rung;
  }
  return reached;
}

/**
 * The rung to be told today; null: nothing new since it was last told. What was told of another date
 * does not count. Put off, it is silent until the day named and speaks on it. After the date it is
 * not repeated sooner than `everyAfter` days after it was last told, whatever day the count began on.
 */
export function toTell(
  dueOn: string,
  today: string,
  ladder: Ladder,
  told: Told | null,
): number | null {
  const rung = reachedRung(dueOn, today, ladder);
  if (rung === null || told === null || told.dueOn !== dueOn) return rung;
  const { snoozedUntil, toldOn } = told;
  if (snoozedUntil !== null && snoozedUntil > today) return null;
  if (told.rung === null || toldOn === null) return rung;
  if (snoozedUntil !== null && snoozedUntil > toldOn) return rung;
  if (rung >= told.rung) return null;
  const rest = ladder.everyAfter ?? 0;
  return rung < 0 && told.rung <= 0 && daysBetween(toldOn, today) < rest ? null : rung;
}
