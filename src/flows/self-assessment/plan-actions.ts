import { Temporal } from 'temporal-polyfill';
import type { ActionName } from '../../chat/actions.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import { openPlan, type PlanPart, planPart } from '../../domain/assessment/planning.service.ts';
import { cardNow } from '../../domain/assessment/showing.service.ts';
import { knownPlace } from './place.ts';
import type { Turns } from './turns.ts';
import { typedStep } from './typed-step.ts';
import { mine, spotOf } from './whose.ts';

/** Terms offered by button, by their place from 1; the fourth is typed. */
const TERMS = [{ weeks: 2 }, { months: 1 }, { months: 3 }] as const;

/** Saves one part of a plan and asks for the next, or moves on when the plan is whole. */
export async function givePlan(
  turns: Turns,
  visit: Visit,
  at: { readonly assessmentId: number; readonly item: number; readonly seen: number | null },
  part: PlanPart,
): Promise<Reply> {
  const result = await planPart(visit.work, mine(visit), at, part, spotOf(visit));
  return result.ok ? turns.step(visit, result.value) : turns.refusal(visit, result.error, at);
}

/** What will be done about a "no" or "partly", by whom, until when: three taps on the same message. */
export function planActions(turns: Turns): Partial<Record<ActionName, Action>> {
  const ask = (visit: Visit, name: string, [assessmentId = 0, item = 0]: readonly number[]) =>
    typedStep(turns, visit, name, { assessmentId, item });

  return {
    plan: async (visit, [assessmentId = 0, item = 0]) => {
      const result = await openPlan(visit.work, mine(visit), assessmentId, item, spotOf(visit));
      return result.ok
        ? turns.step(visit, result.value)
        : turns.refusal(visit, result.error, { assessmentId, item });
    },

    planPhrase: async (visit, [assessmentId = 0, item = 0, phrase = 0, seen = 0]) => {
      const at = { assessmentId, item, seen };
      const card = await cardNow(visit.work, mine(visit), assessmentId, item, 0);
      if (!card) return turns.refusal(visit, { code: 'foreign' }, at);
      const chosen = knownPlace(visit, card.view, item).edition.phrases.plan[phrase - 1];
      return chosen
        ? givePlan(turns, visit, at, { planWhat: `@${chosen.id}` })
        : turns.stale(visit);
    },

    planOwn: (visit, args) => ask(visit, 'walk.planWhat', args),

    planWho: async (visit, args) => {
      const [assessmentId = 0, item = 0, who = 0, seen = 0] = args;
      if (who === 3) return ask(visit, 'walk.planWho', args);
      const owner = [`@me:${visit.actor.personId}`, '@head'][who - 1];
      return owner === undefined
        ? turns.stale(visit)
        : givePlan(turns, visit, { assessmentId, item, seen }, { planWho: owner });
    },

    planUntil: async (visit, args) => {
      const [assessmentId = 0, item = 0, place = 0, seen = 0] = args;
      if (place === 4) return ask(visit, 'walk.planUntil', args);
      const term = TERMS[place - 1];
      if (!term) return turns.stale(visit);
      const planUntil = Temporal.PlainDate.from(visit.today).add(term).toString();
      return givePlan(turns, visit, { assessmentId, item, seen }, { planUntil });
    },
  };
}
