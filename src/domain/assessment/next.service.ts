import type { OrganisationScope } from '../access/model.ts';
import { coversDirection } from '../access/rules.ts';
import type { Reader } from '../shared/database.ts';
import { loadAnswers, loadProgress } from './answers.store.ts';

/**
 * The item to be answered after `item`: the next open one, else the first open one of all, else one put
 * off. A contributor gets only items of his directions. null: none is left but perhaps `item` itself.
 */
export async function nextItem(
  reader: Reader,
  scope: OrganisationScope,
  assessmentId: number,
  item: number,
): Promise<number | null> {
  if (scope.directions === null) {
    const { next } = await loadProgress(reader, assessmentId, item);
    if (next !== item) return next;
  }
  const answers = await loadAnswers(reader, [scope], assessmentId);
  const open = answers.filter(
    (answer) =>
      answer.rating === null &&
      answer.item !== item &&
      coversDirection(scope, Math.trunc(answer.item / 100)),
  );
  const untouched = open.filter(({ later }) => !later);
  const from = untouched.length > 0 ? untouched : open;
  return (from.find((answer) => answer.item > item) ?? from[0])?.item ?? null;
}
