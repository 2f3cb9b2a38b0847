import {
  LARGEST_NUMBER,
  type NumbersRefusal,
  rateNumbers,
  rateParts,
} from '../checklist/rating.rules.ts';
import type { Item, Rating } from '../checklist/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Patch } from './change.rules.ts';
import type { Answer } from './model.ts';

/** After these the officer is asked what will be done, by whom, by when. */
export const asksPlan = (rating: Rating | null): boolean => rating === 'no' || rating === 'partly';

/** What every rating settles beside itself; a plan stays, for it may be wanted again. */
const settled = (rating: Rating, fields: Patch = {}): Patch => ({
  rating,
  fact: null,
  reason: null,
  later: false,
  ...fields,
});

/** Places (from 1) of the ticked parts. */
export const tickedPlaces = (item: Item, parts: number | null): number[] =>
  item.parts.flatMap((_, index) => (((parts ?? 0) >> index) & 1 ? [index + 1] : []));

/**
 * A rating button of the item; null: the item has none such. "Not applicable" is none of them: it is
 * saved only with its reason. Where numbers decide (3.3, 12.3, 12.8, 10.1) there are no such buttons,
 * and where they do not (8.2) they come before.
 */
export function ratedBy(item: Item, answer: Answer, rating: Rating): Patch | null {
  if (rating === 'not-applicable') return null;
  if (rating === 'no-case') {
    return item.noCase ? settled('no-case', { parts: null, numbers: null }) : null;
  }
  if (item.type === 'rating') return settled(rating);
  if (item.type === 'case') {
    if (!item.numbers) return settled(rating);
    return rating === 'no' ? settled('no', { numbers: null }) : null;
  }
  const afterNumbers = item.numbers?.rule === 'buttons' && answer.numbers !== null;
  return afterNumbers ? settled(rating) : null;
}

/** The item's own button for something that happened; `place` from 1. */
export function factChosen(item: Item, place: number): Patch | null {
  const fact = item.facts[place - 1];
  return fact ? settled(fact.rating, { fact: place }) : null;
}

/** One part set or cleared. An item already answered is rated anew at once, else at "done". */
export function partSet(item: Item, answer: Answer, place: number, on: boolean): Patch | null {
  if (place < 1 || place > item.parts.length) return null;
  const bit = 1 << (place - 1);
  const parts = on ? (answer.parts ?? 0) | bit : (answer.parts ?? 0) & ~bit;
  return answer.rating === null
    ? { parts }
    : settled(rateParts(item, tickedPlaces(item, parts)), { parts });
}

/** "All", "none", or what is ticked now; null: no item of parts, or nothing is ticked at "done". */
export function partsRated(
  item: Item,
  answer: Answer,
  which: 'all' | 'none' | 'done',
): Patch | null {
  if (item.type !== 'parts') return null;
  const all = (1 << item.parts.length) - 1;
  const parts = which === 'all' ? all : which === 'none' ? 0 : (answer.parts ?? 0);
  if (which === 'done' && parts === 0) return null;
  return settled(rateParts(item, tickedPlaces(item, parts)), { parts });
}

/** Typed numbers, rated by the item's own rule or left to the buttons (8.2); or why they cannot be. */
export function numbersGiven(
  item: Item,
  answer: Answer,
  numbers: readonly number[],
): Result<Patch, NumbersRefusal> {
  if (numbers.some((n) => n > LARGEST_NUMBER)) return refused('too-large');
  const rated = rateNumbers(item, numbers);
  if (typeof rated === 'string') return refused(rated);
  const text = numbers.join(' ');
  if (rated.rating !== null) return ok(settled(rated.rating, { numbers: text }));
  return ok(text === answer.numbers ? {} : { numbers: text, rating: null, later: false });
}

/** Not applicable, with why ("@" and a phrase's id, or own words). Only plain ratings offer it. */
export const notApplicable = (item: Item, reason: string): Patch | null =>
  item.type === 'rating' ? settled('not-applicable', { reason }) : null;
