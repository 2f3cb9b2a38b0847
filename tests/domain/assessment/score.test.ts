import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counts, score } from '../../../src/domain/assessment/score.rules.ts';
import { RATINGS, type Rating } from '../../../src/domain/checklist/model.ts';
import { percentOf } from '../../../src/domain/summary/counts.rules.ts';

const rating = fc.constantFrom<Rating | null>(...RATINGS, null);
/** As many as the memo has. */
const sheet = fc.array(fc.array(rating, { maxLength: 12 }), { minLength: 1, maxLength: 14 });

const all = (length: number) => Array.from({ length }, () => 'yes' as const);

const HALVES: Partial<Record<Rating, number>> = { yes: 2, partly: 1, no: 0 };
const plain = (directions: readonly (readonly (Rating | null)[])[]): number | null => {
  const means = directions.flatMap((ratings) => {
    const halves = ratings.flatMap((one) => (one === null ? [] : [HALVES[one] ?? []])).flat();
    return halves.length === 0
      ? []
      : [halves.reduce((sum, one) => sum + one, 0) / 2 / halves.length];
  });
  return means.length === 0 ? null : means.reduce((sum, one) => sum + one, 0) / means.length;
};

describe('the score', () => {
  test('is the mean of the directions’ means, exactly', () => {
    expect(score([['yes', 'partly', 'no'], ['yes'], ['partly', 'partly', 'yes']])).toEqual({
      numerator: 13,
      denominator: 18,
    });
  });

  test('weighs a direction of one item as much as one of twelve', () => {
    expect(score([['no'], all(12)])).toEqual({
      numerator: 1,
      denominator: 2,
    });
  });

  test('leaves out no case, not applicable and unanswered, and directions of nothing else', () => {
    const same = score([['yes', 'no'], ['partly']]);
    expect(
      score([['yes', 'no-case', 'no', null], ['not-applicable', null], ['partly'], []]),
    ).toEqual(same);
    expect(same).toEqual({ numerator: 1, denominator: 2 });
  });

  test('is nothing where nothing counts', () => {
    expect(score([['no-case'], ['not-applicable', null]])).toBeNull();
    expect(score([])).toBeNull();
  });

  test('is 0 and 1 at the ends', () => {
    expect(score([['no'], ['no', 'no']])).toEqual({ numerator: 0, denominator: 1 });
    expect(score([['yes'], ['yes', 'yes']])).toEqual({ numerator: 1, denominator: 1 });
  });

  test('equals the plain calculation, in lowest terms, whatever the answers', () => {
    fc.assert(
      fc.property(sheet, (directions) => {
        const found = score(directions);
        const expected = plain(directions);
        expect(found === null).toBe(expected === null);
        if (found === null || expected === null) return;
        const { numerator, denominator } = found;
        const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
        expect(gcd(numerator, denominator)).toBe(1);
        expect(numerator / denominator).toBeCloseTo(expected, 12);
      }),
    );
  });

  test('does not depend on the order of directions or items', () => {
    fc.assert(
      fc.property(sheet, (directions) => {
        const turned = directions.map((ratings) => ratings.toReversed()).toReversed();
        expect(score(turned)).toEqual(score(directions));
      }),
    );
  });

  test('never falls when an answer becomes better', () => {
    const better: Partial<Record<Rating, Rating>> = { no: 'partly', partly: 'yes' };
    fc.assert(
      fc.property(sheet, fc.nat(), (directions, place) => {
        const spots = directions.flatMap((ratings, d) =>
          ratings.flatMap((one, i) => (one !== null && better[one] ? [{ d, i }] : [])),
        );
        const spot = spots[place % Math.max(1, spots.length)];
        if (!spot) return;
        const raised = directions.map((ratings, d) =>
          ratings.map((one, i) =>
            d === spot.d && i === spot.i && one !== null ? (better[one] ?? one) : one,
          ),
        );
        const [before, after] = [score(directions), score(raised)];
        expect(before && after && compare(after, before)).toBeGreaterThan(0);
      }),
    );
  });

  test('is rounded half up only when it is shown', () => {
    const half = score([['yes', 'no', 'no', 'no', 'no', 'no', 'no', 'no']]);
    expect(half).toEqual({ numerator: 1, denominator: 8 });
    expect(half && percentOf(half)).toBe(13);
    const below = score([['partly', ...all(11)]]);
    expect(below && percentOf(below)).toBe(96);
  });
});

type Fraction = NonNullable<ReturnType<typeof score>>;
const compare = (one: Fraction, other: Fraction): number =>
  one.numerator * other.denominator - other.numerator * one.denominator;

test('counts name every rating, the answered and all', () => {
  expect(counts(['yes', 'yes', 'partly', 'no', 'no-case', 'not-applicable', null])).toEqual({
    yes: 2,
    partly: 1,
    no: 1,
    'no-case': 1,
    'not-applicable': 1,
    total: 7,
    answered: 6,
  });
});
