import type { FrozenDirection, FrozenItem, FrozenSubmission } from '../assessment/frozen.model.ts';
import { RATINGS, type Rating } from '../checklist/model.ts';

/** How many items of a direction got each rating. */
export interface DirectionCounts {
  readonly direction: FrozenDirection;
  readonly ratings: Readonly<Record<Rating, number>>;
  readonly unanswered: number;
  readonly total: number;
}

export const itemsOf = (direction: FrozenDirection): readonly FrozenItem[] =>
  direction.groups.flatMap((group) => group.items);

/** Counts of each direction in the memo's order. */
export function countsByDirection(submission: FrozenSubmission): readonly DirectionCounts[] {
  return submission.directions.map((direction) => {
    const items = itemsOf(direction);
    const count = (rating: Rating | null) => items.filter((item) => item.rating === rating).length;
    return {
      direction,
      ratings: {
        yes: count('yes'),
        partly: count('partly'),
        no: count('no'),
        'no-case': count('no-case'),
        'not-applicable': count('not-applicable'),
      },
      unanswered: count(null),
      total: items.length,
    };
  });
}

/** The figures of a row of counts in the order of its columns; unanswered only where some are. */
export const countFigures = (
  counts: {
    readonly ratings: Readonly<Record<Rating, number>>;
    readonly unanswered: number;
    readonly total: number;
  },
  withUnanswered: boolean,
): readonly number[] => [
  ...RATINGS.map((rating) => counts.ratings[rating]),
  ...(withUnanswered ? [counts.unanswered] : []),
  counts.total,
];

/** The sum over all directions, as frozen. */
export const countsInAll = ({ counts }: FrozenSubmission) => ({
  ratings: counts,
  unanswered: counts.total - counts.answered,
  total: counts.total,
});

/** Per cent of an exact fraction, rounded half up. */
export const percentOf = (score: {
  readonly numerator: number;
  readonly denominator: number;
}): number => Math.floor((200 * score.numerator + score.denominator) / (2 * score.denominator));
