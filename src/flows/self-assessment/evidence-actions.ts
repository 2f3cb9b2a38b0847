import type { ActionName } from '../../chat/actions.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import type { Evidence } from '../../domain/assessment/evidence.model.ts';
import {
  moveEvidence,
  removeEvidence,
  repeatReference,
} from '../../domain/assessment/evidence.service.ts';
import { itemEvidence, oneEvidence } from '../../domain/assessment/evidence-reading.service.ts';
import { showItem } from '../../domain/assessment/showing.service.ts';
import { cardBehind } from './card-behind.ts';
import { evidenceTargets } from './choose-item-screen.ts';
import { evidenceScreen } from './evidence-screen.ts';
import { editionAt, personalData } from './item-edition.ts';
import { knownPlace } from './place.ts';
import { onReceipt } from './receipt-pressed.ts';
import { evidenceReceipt } from './receipts.ts';
import type { Turns } from './turns.ts';
import { cardReply, mine, spotOf } from './whose.ts';

/** Documents of an item: add by one tap, move, remove. */
export function evidenceActions(turns: Turns): Partial<Record<ActionName, Action>> {
  const list = async (visit: Visit, assessmentId: number, item: number): Promise<Reply> => {
    const at = { assessmentId, item };
    const shown = await showItem(visit.work, mine(visit), assessmentId, item, spotOf(visit));
    const found = shown.ok ? await itemEvidence(visit.work, mine(visit), at) : null;
    if (!shown.ok || !found) return turns.refusal(visit, { code: 'foreign' }, at);
    const { direction } = knownPlace(visit, shown.value.view, item);
    const place = { ...at, personalData: direction.personalData };
    const screen = evidenceScreen(visit.t, place, found.evidence, found.recent);
    return { screen, card: at };
  };

  const receipt = async (
    visit: Visit,
    what: 'moved' | 'removed',
    evidence: Evidence,
    from: number,
  ): Promise<Reply> => {
    const personal = await personalData(visit, evidence);
    const screen = evidenceReceipt(visit.t, what, [evidence], personal);
    const { assessmentId, item } = evidence;
    return { screen, edits: await cardBehind(visit, assessmentId, [from, item]) };
  };

  return {
    evidence: (visit, [assessmentId = 0, item = 0]) => list(visit, assessmentId, item),

    evidenceRecent: async (visit, [assessmentId = 0, item = 0, id = 0]) => {
      const at = { assessmentId, item };
      const result = await repeatReference(visit.work, mine(visit), at, id);
      if (!result.ok) return turns.refusal(visit, result.error, at);
      const doubt = await turns.nextDoubt(visit, assessmentId);
      if (doubt) return doubt;
      const shown = await showItem(visit.work, mine(visit), assessmentId, item, spotOf(visit));
      return shown.ok ? cardReply(visit, shown.value) : turns.refusal(visit, shown.error, at);
    },

    evidenceMove: async (visit, [assessmentId = 0, id = 0, direction = 0]) => {
      const one = await oneEvidence(visit.work, mine(visit), assessmentId, id);
      if (!one) return turns.stale(visit);
      const edition = await editionAt(visit, one);
      return edition
        ? { screen: evidenceTargets(visit.t, edition, assessmentId, id, direction) }
        : turns.stale(visit);
    },

    evidenceTo: async (visit, [assessmentId = 0, id = 0, item = 0]) => {
      const before = await oneEvidence(visit.work, mine(visit), assessmentId, id);
      const result = await moveEvidence(visit.work, mine(visit), assessmentId, id, item);
      return result.ok
        ? receipt(visit, 'moved', result.value, before?.item ?? item)
        : turns.refusal(visit, result.error, { assessmentId, item });
    },

    evidenceRemove: async (visit, [assessmentId = 0, id = 0]) => {
      const onList = !(await onReceipt(visit));
      const result = await removeEvidence(visit.work, mine(visit), assessmentId, id);
      if (!result.ok) return turns.refusal(visit, result.error, { assessmentId, item: 0 });
      return onList
        ? list(visit, assessmentId, result.value.item)
        : receipt(visit, 'removed', result.value, result.value.item);
    },
  };
}
