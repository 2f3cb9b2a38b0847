import type { Reply, Visit } from '../../chat/visit.ts';
import { writable } from '../../domain/assessment/writable.service.ts';
import type { Turns } from './turns.ts';
import { mine } from './whose.ts';

/**
 * Asks for something typed about an item, of somebody who may change it now: nobody writes a text only
 * to hear that it cannot be saved. `more` goes to the form as it is.
 */
export async function typedStep(
  turns: Turns,
  visit: Visit,
  name: string,
  at: { readonly assessmentId: number; readonly item: number },
  ...more: readonly number[]
): Promise<Reply> {
  const { assessmentId, item } = at;
  const right = await writable(visit.work.read, mine(visit), assessmentId, item);
  return right.ok
    ? { dialog: { name, args: [assessmentId, item, ...more] } }
    : turns.refusal(visit, right.error, at);
}
