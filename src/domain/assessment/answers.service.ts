import { coversDirection } from '../access/rules.ts';
import type { OrganisationScope } from '../access/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit } from '../shared/work.ts';
import { nameOf } from '../access/people.service.ts';
import { appendEvent, eventOf, loadAnswer, saveAnswer } from './answers.store.ts';
import { differences, overtaken, type Patch, picked } from './change.rules.ts';
import type { Answer, AssessmentView, Changed, ChangeRefusal } from './model.ts';
import { scopeOf } from './scope.rules.ts';

export interface ChangeRequest {
  readonly assessmentId: number;
  /** Item code: direction * 100 + number. */
  readonly item: number;
  /** The revision the button showed; null: typed text, which always refers to the present answer. */
  readonly seen: number | null;
  /**
   * The same person may change the answer again from an older screen: quick ticks on a parts card,
   * each of which names the part it sets.
   */
  readonly ownHaste?: boolean;
  /** What is to be; `null`: the value is none of this item's. */
  readonly patch: (answer: Answer, view: AssessmentView) => Patch | null;
}

export type ChangeResult = Result<Changed & { readonly view: AssessmentView }, ChangeRefusal>;

/**
 * The one way an answer changes: check the right, the state and the revision, then write the answer,
 * its history and the audit record. Reaching the same value again is a success that writes nothing.
 */
export async function changeWithin(
  unit: Unit,
  scopes: readonly OrganisationScope[],
  request: ChangeRequest,
): Promise<ChangeResult> {
  const { assessmentId, item, seen } = request;
  const found = await loadAnswer(unit.tx, scopes, assessmentId, item);
  if (!found) return refused({ code: 'foreign' });
  const { view, answer } = found;
  const scope = scopeOf(scopes, view.orgId);
  if (!scope || !coversDirection(scope, Math.floor(item / 100)))
    return refused({ code: 'foreign' });
  const patch = request.patch(answer, view);
  if (patch === null) return refused({ code: 'unsuitable' });
  const names = differences(answer, patch);
  if (names.length === 0) return ok({ written: false, before: answer, after: answer, view });
  if (view.closed) return refused({ code: 'closed' });
  if (view.state !== 'draft') return refused({ code: 'locked' });
  const own = request.ownHaste === true && answer.answeredBy === unit.actorId;
  if (overtaken(answer, seen) && !own) {
    const by = answer.answeredBy;
    return refused({ code: 'overtaken', by, byName: await nameOf(unit.tx, by), answer });
  }
  const revision = answer.revision + 1;
  const after = { ...answer, ...patch, revision, answeredBy: unit.actorId, answeredAt: unit.at };
  await saveAnswer(unit.tx, assessmentId, after, unit.actorId, unit.at);
  const step = { before: picked(answer, names), after: picked(after, names) };
  await appendEvent(unit.tx, {
    assessmentId,
    item,
    revision,
    at: unit.at,
    personId: unit.actorId,
    ...step,
  });
  await unit.audit({
    action: 'answer.changed',
    subject: `answer:${assessmentId}/${item}/${revision}`,
    orgId: view.orgId,
    seals: step.before + step.after,
  });
  return ok({ written: true, before: answer, after, view });
}

export interface UndoRequest {
  readonly assessmentId: number;
  readonly item: number;
  readonly revision: number;
}

/** Puts back what stood before the revision shown. A second undo of the same revision does nothing. */
export async function undoWithin(
  unit: Unit,
  scopes: readonly OrganisationScope[],
  { assessmentId, item, revision }: UndoRequest,
): Promise<ChangeResult> {
  const event = await eventOf(unit.tx, assessmentId, item, revision);
  const before = event ? (JSON.parse(event.before) as Patch) : null;
  return changeWithin(unit, scopes, { assessmentId, item, seen: revision, patch: () => before });
}
