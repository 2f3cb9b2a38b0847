import type { OrganisationScope } from '../access/model.ts';
import { peopleOfOrganisation } from '../access/role.service.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import { loadAnswers, loadAssessment, newestEvent } from './answers.store.ts';
import { heads, officers } from './rights.rules.ts';
import type { SubmissionRefusal } from './submission.model.ts';
import { loadEndorsement, setConfirmed } from './submission.store.ts';

/**
 * The head confirms the answers he saw (`seen`: newest step of the history). A later change of an
 * answer takes the confirmation back. The officers are told. Confirming twice writes nothing.
 */
export const confirmHead = (
  work: Work,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  seen: number,
): Promise<Result<void, SubmissionRefusal>> =>
  work.run(async (unit) => {
    const view = await loadAssessment(unit.tx, heads(scopes), assessmentId);
    if (!view) return refused({ code: 'submission.foreign' });
    if (view.closed) return refused({ code: 'submission.closed' });
    if (view.state !== 'draft') return refused({ code: 'submission.locked' });
    const answers = await loadAnswers(unit.tx, heads(scopes), assessmentId);
    const missing = answers.filter(({ rating }) => rating === null).length;
    if (missing > 0) return refused({ code: 'submission.incomplete', values: { missing } });
    const event = await newestEvent(unit.tx, assessmentId);
    if (event !== seen) return refused({ code: 'submission.changedSinceRead' });
    const { confirmedEvent } = await loadEndorsement(unit.tx, assessmentId);
    if (confirmedEvent === event) return ok(undefined);
    await setConfirmed(unit.tx, assessmentId, { by: unit.actorId, at: unit.at, event });
    await unit.audit({
      action: 'assessment.confirmed',
      subject: `assessment:${assessmentId}`,
      orgId: view.orgId,
      details: { event },
    });
    for (const { personId, kind } of await peopleOfOrganisation(unit.tx, view.orgId)) {
      if (kind !== 'officer' || personId === unit.actorId) continue;
      await unit.owe({
        to: { personId },
        kind: 'submitting.confirmed',
        payload: { assessmentId },
        uniqueKey: `submitting.confirmed:${assessmentId}:${event}:${personId}`,
      });
    }
    return ok(undefined);
  });

/**
 * Tells the heads that a draft waits for their confirmation; once for the same answers, however often
 * it is asked.
 */
export const askHeads = (
  work: Work,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
): Promise<Result<void, SubmissionRefusal>> =>
  work.run(async (unit) => {
    const view = await loadAssessment(unit.tx, officers(scopes), assessmentId);
    if (!view) return refused({ code: 'submission.foreign' });
    const people = await peopleOfOrganisation(unit.tx, view.orgId);
    const asked = people.filter(({ kind }) => kind === 'head');
    if (asked.length === 0) return refused({ code: 'submission.noHead' });
    const event = await newestEvent(unit.tx, assessmentId);
    for (const { personId } of asked) {
      await unit.owe({
        to: { personId },
        kind: 'submitting.confirm',
        payload: { assessmentId },
        uniqueKey: `submitting.confirm:${assessmentId}:${event}:${personId}`,
      });
    }
    return ok(undefined);
  });
