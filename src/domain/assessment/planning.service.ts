import type { OrganisationScope } from '../access/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import { changeWithin } from './answers.service.ts';
import { readCard } from './card-reading.service.ts';
import type { Answer, ChangeRefusal } from './model.ts';
import { askPlan, goOnward, lastAnswered } from './onward.service.ts';
import { asksPlan } from './rating.rules.ts';
import type { Spot, Step } from './step.model.ts';

/** One of a plan's three parts: what will be done, by whom, until when (see AnswerFields). */
export type PlanPart = Partial<Pick<Answer, 'planWhat' | 'planWho' | 'planUntil'>>;

/**
 * Saves one part of a plan; when all three stand, moves on. Each tap names the part it sets, so quick
 * ones of the same person do not hinder each other. Only "no" and "partly" have a plan.
 */
export const planPart = (
  work: Work,
  scopes: readonly OrganisationScope[],
  request: { readonly assessmentId: number; readonly item: number; readonly seen: number | null },
  part: PlanPart,
  spot: Spot,
): Promise<Result<Step, ChangeRefusal>> =>
  work.run(async (unit) => {
    const result = await changeWithin(unit, scopes, {
      ...request,
      ownHaste: true,
      patch: (answer) => (asksPlan(answer.rating) ? part : null),
    });
    if (!result.ok) return result;
    const { view, after } = result.value;
    const last = await lastAnswered(unit, request.assessmentId);
    const whole = after.planWhat !== null && after.planWho !== null && after.planUntil !== null;
    return ok(
      whole
        ? await goOnward(unit, scopes, view, request.item, last, spot)
        : await askPlan(unit, view, after, last, spot),
    );
  });

/** Opens the plan of an item that has, or should have, one. */
export const openPlan = (
  work: Work,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  item: number,
  spot: Spot,
): Promise<Result<Step, ChangeRefusal>> =>
  work.run(async (unit) => {
    const card = await readCard(unit.tx, scopes, assessmentId, item, 0);
    if (!card) return refused({ code: 'foreign' });
    if (!asksPlan(card.answer.rating)) return refused({ code: 'unsuitable' });
    const last = await lastAnswered(unit, assessmentId);
    return ok(await askPlan(unit, card.view, card.answer, last, spot));
  });
