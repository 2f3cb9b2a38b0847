import type { ActionName } from '../../chat/actions.ts';
import type { Action } from '../../chat/visit.ts';
import { takeInHand } from '../../domain/assessment/doubt-in-hand.service.ts';
import type { Turns } from './turns.ts';

/** What mends a doubt of the check, and the action that does the same without a doubt in hand. */
const WAYS = {
  mendAnswer: 'card',
  mendDocument: 'evidence',
  mendPlan: 'plan',
  mendComment: 'comment',
} as const satisfies Partial<Record<ActionName, ActionName>>;

/** The ways from a doubt to its item, and back to the next doubt: she need not search for it. */
export function doubtActions(
  turns: Turns,
  walk: Readonly<Partial<Record<ActionName, Action>>>,
): Partial<Record<ActionName, Action>> {
  const mend =
    (way: keyof typeof WAYS): Action =>
    async (visit, [assessmentId = 0, item = 0, key = 0]) => {
      const action = walk[WAYS[way]];
      if (!action) throw new Error(`Nobody answers ${WAYS[way]}`);
      const reply = await action(visit, [assessmentId, item]);
      if (reply.card ?? reply.dialog) await takeInHand(visit.work, { assessmentId, key });
      return reply;
    };
  return {
    mendAnswer: mend('mendAnswer'),
    mendDocument: mend('mendDocument'),
    mendPlan: mend('mendPlan'),
    mendComment: mend('mendComment'),
    checkOn: async (visit, [assessmentId = 0]) =>
      (await turns.nextDoubt(visit, assessmentId)) ?? turns.neighbours.check(visit, assessmentId),
  };
}
