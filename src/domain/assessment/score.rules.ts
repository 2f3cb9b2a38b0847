import type { Rating } from '../checklist/model.ts';
import type { Localised } from '../shared/language.ts';

/** An exact fraction in lowest terms; the denominator is positive. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Halves that a rating is worth; what is not here stays out of the score. */
const HALVES: Partial<Record<Rating, bigint>> = { yes: 2n, partly: 1n, no: 0n };

/**
 * Compliance: yes 1, partly ½, no 0; no case, not applicable and unanswered are left out; the mean of
 * the directions' means, where a direction with nothing counted is left out too. Exact: nothing is
 * rounded before it is shown. null: nothing counts. `directions`: the ratings of each one's items.
 */
export function score(directions: readonly (readonly (Rating | null)[])[]): Fraction | null {
  const means = directions.map(mean).filter((found) => found !== null);
  if (means.length === 0) return null;
  const sum = means.reduce((total, [n, d]) => reduced(total[0] * d + n * total[1], total[1] * d), [
    0n,
    1n,
  ] as Big);
  const [numerator, denominator] = reduced(sum[0], sum[1] * BigInt(means.length)).map(Number);
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) {
    throw new RangeError('The score of so many items in so many directions has no exact number');
  }
  return { numerator: Number(numerator), denominator: Number(denominator) };
}

type Big = readonly [bigint, bigint];

function mean(ratings: readonly (Rating | null)[]): Big | null {
  const counted = ratings
    .map((rating) => (rating === null ? undefined : HALVES[rating]))
    .filter((halves) => halves !== undefined);
  if (counted.length === 0) return null;
  return reduced(
    counted.reduce((total, halves) => total + halves, 0n),
    2n * BigInt(counted.length),
  );
}

function reduced(numerator: bigint, denominator: bigint): Big {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return [numerator / a, denominator / a];
}

/** How many items got each rating, how many there are and how many are answered. */
export function counts(
  ratings: readonly (Rating | null)[],
): Readonly<Record<Rating, number>> & { readonly total: number; readonly answered: number } {
  const of = (wanted: Rating | null) => ratings.filter((rating) => rating === wanted).length;
  return {
    yes: of('yes'),
    partly: of('partly'),
    no: of('no'),
    'no-case': of('no-case'),
    'not-applicable': of('not-applicable'),
    total: ratings.length,
    answered: ratings.length - of(null),
  };
}

/** The formula in words, as papers print it after "how it is calculated". */
export const FORMULA: Localised = {
  ky: 'ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттар боюнча орточо баалардын орточосу.',
  ru: 'да – 1, частично – ½, нет – 0; «случаев не было» и «не применимо» не учитываются; среднее из средних по направлениям.',
  en: 'yes 1, partly ½, no 0; "no case" and "not applicable" are left out; the mean of the directions’ means.',
};
