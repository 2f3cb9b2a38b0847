import type { ActionName } from '../../chat/actions.ts';
import type { Action } from '../../chat/visit.ts';
import { moveComment, setComment } from '../../domain/assessment/commenting.service.ts';
import { commentTargets } from './choose-item-screen.ts';
import { editionAt } from './item-edition.ts';
import { itemId } from '../../domain/checklist/code.rules.ts';
import { commentReceipt } from './receipts.ts';
import type { Turns } from './turns.ts';
import { typedStep } from './typed-step.ts';
import { mine } from './whose.ts';

/** A comment: asked for by its button, moved or removed from its receipt. */
export function commentActions(turns: Turns): Partial<Record<ActionName, Action>> {
  return {
    comment: (visit, [assessmentId = 0, item = 0]) =>
      typedStep(turns, visit, 'walk.comment', { assessmentId, item }),

    commentRemove: async (visit, [assessmentId = 0, item = 0, revision = 0]) => {
      const at = { assessmentId, item };
      const result = await setComment(visit.work, mine(visit), at, null, revision, null);
      if (!result.ok) return turns.refusal(visit, result.error, at);
      const text = visit.t('walk:comment.removed', { item: itemId(item) });
      return { screen: { text, rows: [] } };
    },

    commentMove: async (visit, [assessmentId = 0, item = 0, direction = 0]) => {
      const edition = await editionAt(visit, { assessmentId, item });
      return edition
        ? { screen: commentTargets(visit.t, edition, assessmentId, item, direction) }
        : turns.refusal(visit, { code: 'foreign' }, { assessmentId, item });
    },

    commentTo: async (visit, [assessmentId = 0, item = 0, to = 0]) => {
      const at = { assessmentId, item };
      const result = await moveComment(visit.work, mine(visit), at, to);
      return result.ok
        ? { screen: commentReceipt(visit.t, assessmentId, result.value, true) }
        : turns.refusal(visit, result.error, at);
    },
  };
}
