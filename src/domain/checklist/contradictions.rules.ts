import type { Contradiction, Edition, NumberRef, Rating, SignedNumber } from './model.ts';

/** The part of an answer that contradictions look at. */
export interface StatedAnswer {
  readonly rating: Rating | null;
  readonly numbers: readonly number[] | null;
}
export type StatedAnswers = ReadonlyMap<string, StatedAnswer>;

/**
 * The contradictions between answers of one assessment, in the edition's order. What is not
 * answered yet contradicts nothing.
 */
export const contradictions = (edition: Edition, answers: StatedAnswers): Contradiction[] =>
  edition.contradictions.filter(({ when }) => when.every((condition) => holds(condition, answers)));

/** The numbers whose sums a contradiction compares, in its order. */
export const numbersCompared = ({ when }: Contradiction): readonly NumberRef[] =>
  when.flatMap((condition) => ('differ' in condition ? condition.differ.flat() : []));

function holds(condition: Contradiction['when'][number], answers: StatedAnswers): boolean {
  if ('differ' in condition) {
    const [left, right] = condition.differ.map((side) => sum(side, answers));
    return typeof left === 'number' && typeof right === 'number' && left !== right;
  }
  const answer = answers.get(condition.item);
  if (!answer) return false;
  if ('rating' in condition) return !!answer.rating && condition.rating.includes(answer.rating);
  return answer.numbers?.[condition.place - 1] === condition.equals;
}

/** null as soon as one of the numbers is not known. */
function sum(side: readonly SignedNumber[], answers: StatedAnswers): number | null {
  let total = 0;
  for (const { item, place, sign } of side) {
    const number = answers.get(item)?.numbers?.[place - 1];
    if (number === undefined) return null;
    total += sign * number;
  }
  return total;
}
