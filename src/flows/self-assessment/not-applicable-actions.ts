import type { ActionName } from '../../chat/actions.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import { answerItem } from '../../domain/assessment/answering.service.ts';
import { placeCode } from '../../domain/assessment/card-place.rules.ts';
import { notApplicable } from '../../domain/assessment/rating.rules.ts';
import { showItem } from '../../domain/assessment/showing.service.ts';
import { itemPlace, knownPlace } from './place.ts';
import { reasonScreen } from './reason-screen.ts';
import type { Turns } from './turns.ts';
import { typedStep } from './typed-step.ts';
import { mine, spotOf } from './whose.ts';

/** Saves "not applicable" with its reason ("@" and a phrase's id, or own words) and moves on. */
export async function giveReason(
  turns: Turns,
  visit: Visit,
  at: { readonly assessmentId: number; readonly item: number; readonly seen: number | null },
  reason: string,
): Promise<Reply> {
  const result = await answerItem(
    visit.work,
    mine(visit),
    {
      ...at,
      patch: (answer, view) => {
        const place = itemPlace(visit, view, answer.item);
        return place && notApplicable(place.item, reason);
      },
    },
    spotOf(visit),
  );
  return result.ok ? turns.step(visit, result.value.step) : turns.refusal(visit, result.error, at);
}

/** «Тиешеси жок»: why, by a ready phrase or in own words. */
export function notApplicableActions(turns: Turns): Partial<Record<ActionName, Action>> {
  return {
    notApplicable: async (visit, [assessmentId = 0, item = 0]) => {
      const at = { assessmentId, item };
      const { work } = visit;
      const shown = await showItem(work, mine(visit), assessmentId, item, spotOf(visit), 'reason');
      if (!shown.ok) return turns.refusal(visit, shown.error, at);
      const { view } = shown.value;
      if (view.closed) return turns.refusal(visit, { code: 'closed' }, at);
      if (view.state !== 'draft') return turns.refusal(visit, { code: 'locked' }, at);
      const place = knownPlace(visit, view, item);
      if (!notApplicable(place.item, '')) return turns.stale(visit);
      const card = { assessmentId, item: placeCode('reason', item) };
      return { screen: reasonScreen(visit, shown.value), card };
    },

    reasonPhrase: async (visit, [assessmentId = 0, item = 0, phrase = 0, seen = 0]) => {
      const at = { assessmentId, item, seen };
      const shown = await showItem(visit.work, mine(visit), assessmentId, item, spotOf(visit));
      if (!shown.ok) return turns.refusal(visit, shown.error, at);
      const { edition } = knownPlace(visit, shown.value.view, item);
      const chosen = edition.phrases.notApplicable[phrase - 1];
      return chosen ? giveReason(turns, visit, at, `@${chosen.id}`) : turns.stale(visit);
    },

    reasonOwn: (visit, [assessmentId = 0, item = 0, seen = 0]) =>
      typedStep(turns, visit, 'walk.reason', { assessmentId, item }, seen),
  };
}
