import type { Action, Reply, Visit } from '../../chat/visit.ts';
import { encode } from '../../chat/callback.ts';
import { organisationScopes } from '../../domain/access/rules.ts';
import { loadRehearsal, type Rehearsal } from '../../domain/assessment/rehearsal.service.ts';
import { settleHeld } from '../../domain/assessment/settling.service.ts';
import { loadStanding } from '../../domain/assessment/standing.service.ts';
import { checkScreen } from './check-screen.ts';
import { refusedReply } from './refusals.ts';
import { sentScreen } from './sent-screen.ts';

/** Somebody who is head and not officer of the organisation reads and confirms, and does not send. */
export const isHeadOnly = (visit: Visit, orgId: number): boolean =>
  !organisationScopes(visit.actor).some((scope) => scope.orgId === orgId && scope.as === 'officer');

/**
 * Where an assessment stands: the check while it is a draft, else what was sent. A contributor hears
 * who goes on from here.
 */
export async function check(visit: Visit, assessmentId: number): Promise<Reply> {
  const scopes = organisationScopes(visit.actor);
  const standing = await loadStanding(visit.work.read, scopes, assessmentId);
  if (!standing) return notWhole(visit);
  const asHead = isHeadOnly(visit, standing.view.orgId);
  const { submission } = standing;
  if (submission) return { screen: sentScreen(visit, { ...standing, submission }, asHead) };
  const settled = asHead ? [] : await settleHeld(visit.work, scopes, assessmentId);
  const rehearsal = await rehearsalOf(visit, assessmentId);
  if (!rehearsal) return notWhole(visit);
  if (standing.view.closed) return refusedReply(visit, { code: 'submission.closed' });
  return { screen: checkScreen(visit, rehearsal, { asHead, settled }) };
}

/** The same: what was sent stands where the check stood. */
export const sent = check;

export const rehearsalOf = (visit: Visit, assessmentId: number): Promise<Rehearsal | null> =>
  loadRehearsal(
    visit.work.read,
    organisationScopes(visit.actor),
    assessmentId,
    visit.around.edition,
    visit.today,
  );

/** A contributor has no check of his own; to everybody else the assessment is a stranger's. */
function notWhole(visit: Visit): Promise<Reply> {
  const { actor, t } = visit;
  if (!organisationScopes(actor).some(({ as }) => as === 'contributor')) {
    return refusedReply(visit, { code: 'submission.foreign' });
  }
  const home = { text: t.plain('submitting:button.home'), data: encode('home') };
  return Promise.resolve({
    screen: { text: t('submitting:check.contributor'), rows: [[home]] },
  });
}

export const onCheck: Action = (visit, [assessmentId = 0]) => check(visit, assessmentId);
