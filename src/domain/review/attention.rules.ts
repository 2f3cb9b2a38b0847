import type { FrozenSubmission } from '../assessment/frozen.model.ts';
import { itemsIn } from '../assessment/frozen.rules.ts';
import { isWithRegister } from '../assessment/register-contradictions.rules.ts';

/** What a member looks at first, in the order it is shown. */
export const ATTENTION = [
  'contradiction',
  'register',
  'no-document',
  'not-applicable',
  'no-plan',
] as const;
export type Attention = (typeof ATTENTION)[number];

/**
 * How many items of a submission deserve a human eye, by reason: contradictions between answers
 * and with the staff register, "yes" without a document, "not applicable", "no" and "partly" without a plan or its date.
 */
export function attentionCounts(document: FrozenSubmission): ReadonlyMap<Attention, number> {
  const items = itemsIn(document);
  const count = (holds: (item: (typeof items)[number]) => boolean) => items.filter(holds).length;
  return new Map([
    ['contradiction', document.contradictions.filter(({ id }) => !isWithRegister(id)).length],
    ['register', document.contradictions.filter(({ id }) => isWithRegister(id)).length],
    ['no-document', count(({ rating, evidence }) => rating === 'yes' && evidence.length === 0)],
    ['not-applicable', count(({ rating }) => rating === 'not-applicable')],
    [
      'no-plan',
      count(
        ({ rating, plan }) =>
          (rating === 'no' || rating === 'partly') && !(plan?.what && plan.until),
      ),
    ],
  ]);
}
