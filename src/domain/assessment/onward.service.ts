import type { OrganisationScope } from '../access/model.ts';
import type { Unit } from '../shared/work.ts';
import { loadOpenCard } from './card.store.ts';
import { placeCode } from './card-place.rules.ts';
import { readCard } from './card-reading.service.ts';
import type { Answer, AssessmentView } from './model.ts';
import { nextItem } from './next.service.ts';
import { scopeOf } from './scope.rules.ts';
import { rememberShown } from './spot.service.ts';
import type { CardState, Last, Spot, Step } from './step.model.ts';

/** The item answered just before, if it was one of this assessment. */
export async function lastAnswered(unit: Unit, assessmentId: number): Promise<Last> {
  const former = await loadOpenCard(unit.tx, unit.actorId);
  return former?.assessmentId === assessmentId
    ? { item: former.lastItem, at: former.lastAt }
    : { item: 0, at: 0 };
}

/** Shows what comes after an item. */
export async function goOnward(
  unit: Unit,
  scopes: readonly OrganisationScope[],
  view: AssessmentView,
  from: number,
  last: Last,
  spot: Spot,
): Promise<Step> {
  const { assessmentId } = view;
  const scope = scopeOf(scopes, view.orgId);
  const next = scope && (await nextItem(unit.tx, scope, assessmentId, from));
  const card =
    next === null ? null : await readCard(unit.tx, scopes, assessmentId, next, last.item);
  const code = card ? card.answer.item : 0;
  await rememberShown(unit, spot, { assessmentId, code, lastItem: last.item, lastAt: last.at });
  return card ? { at: 'card', card } : { at: 'end', view };
}

/** Asks, in the place of the card, what will be done about it. */
export async function askPlan(
  unit: Unit,
  view: AssessmentView,
  answer: Answer,
  last: Last,
  spot: Spot,
): Promise<Step> {
  const { assessmentId } = view;
  const code = placeCode('plan', answer.item);
  await rememberShown(unit, spot, { assessmentId, code, lastItem: last.item, lastAt: last.at });
  return { at: 'plan', view, answer };
}

/** Shows an item's card, whatever was changed in it. null: not an item these scopes reach. */
export async function stayAt(
  unit: Unit,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  item: number,
  spot: Spot,
): Promise<CardState | null> {
  const last = await lastAnswered(unit, assessmentId);
  const card = await readCard(unit.tx, scopes, assessmentId, item, last.item);
  if (!card) return null;
  const shown = { assessmentId, code: item, lastItem: last.item, lastAt: last.at };
  await rememberShown(unit, spot, shown);
  return card;
}
