import { peopleOfOrganisation } from '../access/role.service.ts';
import { redrawCards } from '../outbox/cards.service.ts';
import type { Unit } from '../shared/work.ts';
import { stateAfter } from './state.rules.ts';
import { cardSubject, type SubmissionView } from './submission.model.ts';
import { setOpened, setState } from './submission.store.ts';

/**
 * The first opening by a member of the commission: from now on the submission cannot be withdrawn. The
 * officers are told, the cards redrawn. The caller has found the member to be entitled to it.
 */
export async function recordOpening(
  unit: Unit,
  submission: SubmissionView & { readonly orgId: number },
): Promise<void> {
  const { submissionId, assessmentId, orgId } = submission;
  const state = stateAfter('submitted', 'open');
  if (state === null || submission.withdrawnAt !== null || submission.openedAt !== null) {
    throw new Error(`Submission ${submissionId} cannot be opened for the first time`);
  }
  await setOpened(unit.tx, submissionId, unit.actorId, unit.at);
  await setState(unit.tx, assessmentId, state);
  await unit.audit({
    action: 'submission.opened',
    subject: `submission:${submissionId}`,
    orgId,
  });
  for (const { personId, kind } of await peopleOfOrganisation(unit.tx, orgId)) {
    if (kind !== 'officer') continue;
    await unit.owe({
      to: { personId },
      kind: 'submitting.opened',
      payload: { submissionId },
      uniqueKey: `submitting.opened:${submissionId}:${personId}`,
    });
  }
  await redrawCards(unit, cardSubject(submissionId));
}
