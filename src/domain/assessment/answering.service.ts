import type { OrganisationScope } from '../access/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import {
  type ChangeRequest,
  type ChangeResult,
  changeWithin,
  type UndoRequest,
  undoWithin,
} from './answers.service.ts';
import { retireCard } from './card.store.ts';
import { readCard } from './card-reading.service.ts';
import type { Changed, ChangeRefusal } from './model.ts';
import { askPlan, goOnward, lastAnswered, stayAt } from './onward.service.ts';
import { asksPlan } from './rating.rules.ts';
import type { CardState, Spot, Step } from './step.model.ts';

export interface Answered {
  readonly changed: Changed;
  readonly step: Step;
}
export type AnswerResult = Result<Answered, ChangeRefusal>;
export type StayResult = Result<
  { readonly changed: Changed; readonly card: CardState },
  ChangeRefusal
>;

const foreign = refused({ code: 'foreign' } as const);

/** Changes an answer and says what comes next, in one transaction with the open card. */
export const answerItem = (
  work: Work,
  scopes: readonly OrganisationScope[],
  request: ChangeRequest,
  spot: Spot,
): Promise<AnswerResult> =>
  work.run(async (unit) => {
    const result = await changeWithin(unit, scopes, request);
    if (!result.ok) return result;
    const { view, before, after } = result.value;
    const { assessmentId, item } = request;
    if (spot.typed !== undefined) {
      const { chatId, typed: messageId } = spot;
      await retireCard(unit.tx, { chatId, messageId, assessmentId, item });
    }
    const answered = (step: Step) => ok({ changed: result.value, step });
    if (after.rating === null) {
      const card = await stayAt(unit, scopes, assessmentId, item, spot);
      return card ? answered({ at: 'card', card }) : foreign;
    }
    const last = { item, at: unit.at };
    if (asksPlan(after.rating) && after.planWhat === null) {
      return answered(await askPlan(unit, view, after, last, spot));
    }
    // An answer given again leads back to where the officer was before she looked at it once more.
    const again = before.rating !== null;
    const from = (again && (await lastAnswered(unit, assessmentId)).item) || item;
    return answered(await goOnward(unit, scopes, view, from, last, spot));
  });

/** Moves on from an item without changing it: an answered one, or its plan put off. */
export const moveOn = (
  work: Work,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  item: number,
  spot: Spot,
): Promise<Result<Step, ChangeRefusal>> =>
  work.run(async (unit) => {
    const card = await readCard(unit.tx, scopes, assessmentId, item, 0);
    if (!card) return foreign;
    const last = await lastAnswered(unit, assessmentId);
    return ok(await goOnward(unit, scopes, card.view, item, last, spot));
  });

/** Puts an item off, writing it only where it is not answered, and moves on. */
export const putOff = (
  work: Work,
  scopes: readonly OrganisationScope[],
  { assessmentId, item, revision }: UndoRequest,
  spot: Spot,
): Promise<Result<Step, ChangeRefusal>> =>
  work.run(async (unit) => {
    const result = await changeWithin(unit, scopes, {
      assessmentId,
      item,
      seen: revision,
      ownHaste: true,
      patch: (answer) => (answer.rating === null ? { later: true } : {}),
    });
    if (!result.ok) return result;
    const last = await lastAnswered(unit, assessmentId);
    return ok(await goOnward(unit, scopes, result.value.view, item, last, spot));
  });

/** Changes an answer without moving on: a tick, a comment. */
export const changeAndStay = (
  work: Work,
  scopes: readonly OrganisationScope[],
  request: ChangeRequest,
  spot: Spot,
): Promise<StayResult> =>
  work.run(async (unit) =>
    staying(unit, scopes, request, spot, await changeWithin(unit, scopes, request)),
  );

/** Takes the last change of an answer back and shows its card. */
export const undoAndStay = (
  work: Work,
  scopes: readonly OrganisationScope[],
  request: UndoRequest,
  spot: Spot,
): Promise<StayResult> =>
  work.run(async (unit) =>
    staying(unit, scopes, request, spot, await undoWithin(unit, scopes, request)),
  );

async function staying(
  unit: Unit,
  scopes: readonly OrganisationScope[],
  { assessmentId, item }: { readonly assessmentId: number; readonly item: number },
  spot: Spot,
  result: ChangeResult,
): Promise<StayResult> {
  if (!result.ok) return result;
  const card = await stayAt(unit, scopes, assessmentId, item, spot);
  return card ? ok({ changed: result.value, card }) : foreign;
}
