import type { Action } from '../../chat/visit.ts';
import { undoAndStay } from '../../domain/assessment/answering.service.ts';
import { itemId } from '../../domain/checklist/code.rules.ts';
import { onReceipt } from './receipt-pressed.ts';
import type { Turns } from './turns.ts';
import { cardReply, mine, spotOf } from './whose.ts';

/** Takes the last change of an answer back, on its card or on the receipt of that change. */
export const undoAction =
  (turns: Turns): Action =>
  async (visit, [assessmentId = 0, item = 0, revision = 0]) => {
    const receipt = await onReceipt(visit);
    const spot = receipt ? { ...spotOf(visit), messageId: null } : spotOf(visit);
    const request = { assessmentId, item, revision };
    const result = await undoAndStay(visit.work, mine(visit), request, spot);
    if (!result.ok) return turns.refusal(visit, result.error, { assessmentId, item });
    const text = visit.t('walk:comment.undone', { item: itemId(item) });
    return receipt ? { screen: { text, rows: [] } } : cardReply(visit, result.value.card);
  };
