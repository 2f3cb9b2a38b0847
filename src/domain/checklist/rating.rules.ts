import type { Item, NumberRule, Rating } from './model.ts';

/** More than any body of the country has; a larger number is a slip of the finger. */
export const LARGEST_NUMBER = 99_999;

export type NumbersRefusal = 'wrong-count' | 'vacant-over-staff' | 'part-over-whole' | 'too-large';

export interface NumbersRating {
  /** null: the numbers do not decide, the officer rates by the buttons. */
  readonly rating: Rating | null;
  /** What the buttons offer first; null: nothing in particular. */
  readonly proposed: Rating | null;
}

/**
 * The rating that ticked parts (1-based places) stand for: all yes, none no, else partly; where
 * any one suffices (3.4), one is yes, since nobody need have gone on all three kinds of course.
 */
export function rateParts(item: Item, ticked: readonly number[]): Rating {
  const places = new Set(ticked);
  const known = item.parts.filter((_, index) => places.has(index + 1)).length;
  if (known === 0) return 'no';
  return item.any || known === item.parts.length ? 'yes' : 'partly';
}

/**
 * The rating that numbers stand for, by the item's own rule (see NumberRule), or why they cannot
 * be taken. Where something may not have happened (10.1), all zeros say so: no case. More files
 * or books than staff are taken and rated partly: they are found in practice and are a defect.
 * Throws on what is no whole number of 0 or more: that is refused where the message is read.
 */
export function rateNumbers(
  item: Item,
  numbers: readonly number[],
): NumbersRating | NumbersRefusal {
  if (!item.numbers) throw new RangeError(`item ${item.id} asks no numbers`);
  if (numbers.some((n) => !Number.isInteger(n) || n < 0)) {
    throw new RangeError('numbers must be whole and not negative');
  }
  if (numbers.length !== item.numbers.labels.length) return 'wrong-count';
  if (numbers.some((n) => n > LARGEST_NUMBER)) return 'too-large';
  if (item.noCase && numbers.every((n) => n === 0)) return { rating: 'no-case', proposed: null };
  const [n1 = 0, n2 = 0, n3 = 0] = numbers;
  return RULES[item.numbers.rule](n1, n2, n3);
}

const decided = (yes: boolean, no: boolean): NumbersRating => ({
  rating: yes ? 'yes' : no ? 'no' : 'partly',
  proposed: null,
});

const RULES: Readonly<
  Record<NumberRule, (n1: number, n2: number, n3: number) => NumbersRating | NumbersRefusal>
> = {
  'none-left': (n1, n2) => (n2 > n1 ? 'part-over-whole' : decided(n2 === 0, n2 === n1)),
  'filled-posts': (n1, n2, n3) =>
    n2 > n1 ? 'vacant-over-staff' : decided(n3 === n1 - n2, n3 === 0),
  equal: (n1, n2) => decided(n1 === n2, n2 === 0),
  buttons: (_meetings, violations, measures) => {
    if (measures > violations) return 'part-over-whole';
    return { rating: null, proposed: measures < violations ? 'partly' : null };
  },
};

/** How many numbers each rule reads. */
export const NUMBERS_OF_RULE: Readonly<Record<NumberRule, 2 | 3>> = {
  'none-left': 2,
  'filled-posts': 3,
  equal: 2,
  buttons: 3,
};
