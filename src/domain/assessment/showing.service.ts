import type { OrganisationScope } from '../access/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import { loadAnswers, loadAssessment } from './answers.store.ts';
import { loadOpenCard } from './card.store.ts';
import { type CardPlace, placeCode, placeOf, type Stage } from './card-place.rules.ts';
import { readCard } from './card-reading.service.ts';
import type { Answer, AssessmentView, ChangeRefusal } from './model.ts';
import { goOnward } from './onward.service.ts';
import { scopeOf } from './scope.rules.ts';
import { rememberShown, retireFormer } from './spot.service.ts';
import type { CardState, Spot, Step } from './step.model.ts';

/**
 * Shows an item in the pressed message, as its card or at one of its questions. It was chosen on
 * purpose: what comes next is meant for it, and no longer perhaps for the item answered just before.
 */
export const showItem = (
  work: Work,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  item: number,
  spot: Spot,
  stage: Stage = 'card',
): Promise<Result<CardState, ChangeRefusal>> =>
  work.run(async (unit) => {
    const former = await loadOpenCard(unit.tx, unit.actorId);
    const own = former?.assessmentId === assessmentId ? former : null;
    const lastItem = own?.lastItem ?? 0;
    const card = await readCard(unit.tx, scopes, assessmentId, item, lastItem);
    if (!card) return refused({ code: 'foreign' });
    await retireFormer(unit, former, spot);
    const code = placeCode(stage, item);
    await rememberShown(unit, spot, { assessmentId, code, lastItem, lastAt: 0 });
    return ok(card);
  });

/** Goes on where the officer left off: at the card still open, else at the next open item. */
export const resume = (
  work: Work,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  spot: Spot,
): Promise<Result<Step, ChangeRefusal>> =>
  work.run(async (unit) => {
    const former = await loadOpenCard(unit.tx, unit.actorId);
    const own = former?.assessmentId === assessmentId ? former : null;
    const view = await loadAssessment(unit.tx, scopes, assessmentId);
    if (!view) return refused({ code: 'foreign' });
    await retireFormer(unit, former, spot);
    const last = { item: own?.lastItem ?? 0, at: own?.lastAt ?? 0 };
    const place = own && placeOf(own.item);
    if (place) {
      const card = await readCard(unit.tx, scopes, assessmentId, place.item, last.item);
      if (card && card.answer.rating === null) {
        const shown = { assessmentId, code: place.item, lastItem: last.item, lastAt: last.at };
        await rememberShown(unit, spot, shown);
        return ok({ at: 'card', card });
      }
    }
    return ok(await goOnward(unit, scopes, view, place?.item ?? last.item, last, spot));
  });

/** What somebody has open, with the item answered before it. */
export interface OpenPlace {
  readonly assessmentId: number;
  readonly place: CardPlace;
  readonly messageId: number | null;
  readonly lastItem: number;
  readonly lastAt: number;
}

/** null: no item is open. */
export async function openPlace(work: Work): Promise<OpenPlace | null> {
  const open = await loadOpenCard(work.read, work.actorId);
  const place = open && placeOf(open.item);
  if (!place || open.assessmentId === null) return null;
  const { assessmentId, messageId, lastItem, lastAt } = open;
  return { assessmentId, place, messageId, lastItem, lastAt };
}

/** A card as it is, without showing it in a message. */
export const cardNow = (
  work: Work,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  item: number,
  lastItem: number,
): Promise<CardState | null> => readCard(work.read, scopes, assessmentId, item, lastItem);

/** All answers with their assessment; a contributor's only in his directions. */
export async function answersNow(
  work: Work,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
): Promise<{ readonly view: AssessmentView; readonly answers: readonly Answer[] } | null> {
  const view = await loadAssessment(work.read, scopes, assessmentId);
  const scope = view && scopeOf(scopes, view.orgId);
  if (!view || !scope) return null;
  const answers = await loadAnswers(work.read, scopes, assessmentId);
  const { directions } = scope;
  const mine = (item: number) => directions === null || directions.includes(Math.trunc(item / 100));
  return { view, answers: answers.filter(({ item }) => mine(item)) };
}
