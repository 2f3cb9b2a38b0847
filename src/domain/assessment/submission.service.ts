import type { OrganisationScope } from '../access/model.ts';
import { redrawCards } from '../outbox/cards.service.ts';
import { announce } from '../review/announcing.service.ts';
import type { Language } from '../shared/language.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import { loadAssessment } from './answers.store.ts';
import { loadCircumstances, loadMaterial, type Material } from './freezing.service.ts';
import { freeze, sealed } from './frozen.rules.ts';
import type { AssessmentView } from './model.ts';
import { momentOf } from './moment.rules.ts';
import { registerKnowledge } from './register-knowledge.service.ts';
import { officers } from './rights.rules.ts';
import { settleWithin } from './settling.service.ts';
import { stateAfter } from './state.rules.ts';
import { cardSubject, type EditionOf, type SubmissionRefusal } from './submission.model.ts';
import {
  insertSubmission,
  liveSubmission,
  ownSubmission,
  setState,
  setWithdrawn,
  takeNumber,
} from './submission.store.ts';

export interface SubmitRequest {
  readonly assessmentId: number;
  /** Newest step of the history that the question "send?" was asked about. */
  readonly seen: number;
  readonly edition: EditionOf;
  readonly timeZone: string;
  /** The language answered in. */
  readonly language: Language;
  /** Telegram ids of OPERATOR_IDS, told when nobody can receive the submission yet. */
  readonly operatorIds: readonly number[];
}

export interface Submitted {
  readonly submissionId: number;
  readonly number: string;
  /** false: it was submitted already, nothing was written. */
  readonly written: boolean;
}

/**
 * Sends the assessment to the commission: freezes the document, gives it the next number of the year,
 * locks the answers and owes the cards, all in one transaction. Messages still waiting for a choice
 * go with it, each with the item that was open. Sending twice is a success that writes nothing. Refuses while an item is unanswered, when answers changed since `seen`, and where
 * the campaign asks for the head's confirmation and these very answers have none.
 */
export const submit = (
  work: Work,
  scopes: readonly OrganisationScope[],
  request: SubmitRequest,
): Promise<Result<Submitted, SubmissionRefusal>> =>
  work.run(async (unit) => {
    const { assessmentId, seen } = request;
    const view = await loadAssessment(unit.tx, officers(scopes), assessmentId);
    if (!view) return refused({ code: 'submission.foreign' });
    const live = await liveSubmission(unit.tx, assessmentId);
    if (live) return ok({ submissionId: live.submissionId, number: live.number, written: false });
    if (view.closed) return refused({ code: 'submission.closed' });
    const material = await loadMaterial(unit.tx, officers(scopes), assessmentId);
    const missing = [...material.answers.values()].filter(({ rating }) => rating === null).length;
    if (missing > 0) return refused({ code: 'submission.incomplete', values: { missing } });
    if (material.newest !== seen) return refused({ code: 'submission.changed' });
    const settled = await settleWithin(unit, officers(scopes), view);
    const whole =
      settled.length === 0 ? material : await loadMaterial(unit.tx, officers(scopes), assessmentId);
    if (view.headConfirms && whole.confirmedBy === null) {
      return refused({ code: 'submission.unconfirmed' });
    }
    return ok(await send(unit, view, whole, request));
  });

async function send(
  unit: Unit,
  view: AssessmentView,
  material: Material,
  request: SubmitRequest,
): Promise<Submitted> {
  const { assessmentId, orgId } = view;
  const state = stateAfter(view.state, 'submit');
  if (state === null) throw new Error(`Assessment ${assessmentId} is ${view.state}, not a draft`);
  const moment = momentOf(unit.at, request.timeZone);
  const year = moment.on.slice(0, 4);
  const number = `${year}-${String(await takeNumber(unit.tx, year)).padStart(4, '0')}`;
  const late = moment.on > view.deadline;
  const document = freeze({
    ...material,
    ...(await loadCircumstances(unit.tx, view)),
    ...(await registerKnowledge(unit.tx, view, moment.on)),
    edition: request.edition(view.checklistId, view.edition),
    number,
    moment,
    submittedBy: unit.actorId,
    late,
    language: request.language,
  });
  const { text, sha256 } = sealed(document);
  const submissionId = await insertSubmission(unit.tx, {
    number,
    assessmentId,
    schema: document.schema,
    document: text,
    sha256,
    submittedAt: unit.at,
    submittedBy: unit.actorId,
    late,
  });
  await setState(unit.tx, assessmentId, state);
  await unit.audit({
    action: 'submission.submitted',
    subject: `submission:${submissionId}`,
    orgId,
    details: { number, assessmentId, sha256, late },
  });
  await announce(unit, submissionId, request.operatorIds);
  return { submissionId, number, written: true };
}

/**
 * Takes a submission back, which is possible until a member of the commission opens it; the answers
 * are open again, the number stays used. Withdrawing twice is a success that writes nothing.
 */
export const withdraw = (
  work: Work,
  scopes: readonly OrganisationScope[],
  submissionId: number,
): Promise<Result<{ readonly assessmentId: number }, SubmissionRefusal>> =>
  work.run(async (unit) => {
    const submission = await ownSubmission(unit.tx, officers(scopes), submissionId);
    if (!submission) return refused({ code: 'submission.foreign' });
    const { assessmentId, withdrawnAt, openedAt } = submission;
    if (withdrawnAt !== null) return ok({ assessmentId });
    if (openedAt !== null) return refused({ code: 'submission.opened', values: { at: openedAt } });
    const view = await loadAssessment(unit.tx, officers(scopes), assessmentId);
    if (!view || view.closed) return refused({ code: 'submission.closed' });
    const state = stateAfter(view.state, 'withdraw');
    if (state === null) throw new Error(`Assessment ${assessmentId} is ${view.state}`);
    await setWithdrawn(unit.tx, submissionId, unit.at);
    await setState(unit.tx, assessmentId, state);
    await unit.audit({
      action: 'submission.withdrawn',
      subject: `submission:${submissionId}`,
      orgId: view.orgId,
    });
    await redrawCards(unit, cardSubject(submissionId));
    return ok({ assessmentId });
  });
