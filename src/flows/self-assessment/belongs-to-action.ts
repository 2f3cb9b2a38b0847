import type { Action } from '../../chat/visit.ts';
import { placeHeld } from '../../domain/assessment/holding.service.ts';
import { personalData } from './item-edition.ts';
import { commentReceipt, evidenceReceipt } from './receipts.ts';
import { below } from './told.ts';
import type { Turns } from './turns.ts';
import { mine, spotOf } from './whose.ts';

/** She says which of two items her message was for. */
export const belongsToAction =
  (turns: Turns): Action =>
  async (visit, [assessmentId = 0, item = 0, messageId = 0]) => {
    const at = { assessmentId, item };
    const { chatId } = spotOf(visit);
    const result = await placeHeld(visit.work, mine(visit), at, { chatId, messageId });
    if (!result.ok) return turns.refusal(visit, result.error, at);
    const { evidence, comment } = result.value;
    const note = comment
      ? commentReceipt(visit.t, assessmentId, comment)
      : evidenceReceipt(visit.t, 'added', evidence, await personalData(visit, at));
    return { ...(await below(turns, visit, note)), fresh: true };
  };
