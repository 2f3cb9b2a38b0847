import { encode } from '../../chat/callback.ts';
import type { Action } from '../../chat/visit.ts';
import { organisationScopes } from '../../domain/access/rules.ts';
import { loadStandingOf } from '../../domain/assessment/standing.service.ts';
import { withdraw } from '../../domain/assessment/submission.service.ts';
import { check, isHeadOnly } from './check.ts';
import { refusedReply } from './refusals.ts';

/** Asks before taking back; who presses late hears that the commission has opened it. */
export const onWithdraw: Action = async (visit, [submissionId = 0]) => {
  const { t, work, actor } = visit;
  const standing = await loadStandingOf(work.read, organisationScopes(actor), submissionId);
  if (!standing || isHeadOnly(visit, standing.view.orgId)) {
    return refusedReply(visit, { code: 'submission.foreign' });
  }
  const { view, submission } = standing;
  const { assessmentId } = view;
  const { openedAt, withdrawnAt, number } = submission;
  if (withdrawnAt !== null || view.closed) return check(visit, assessmentId);
  if (openedAt !== null) {
    const opened = { code: 'submission.opened', values: { at: openedAt } } as const;
    return refusedReply(visit, opened, await check(visit, assessmentId));
  }
  const sure = encode('withdrawSure', [submissionId]);
  return {
    screen: {
      text: t('submitting:withdraw.ask', { number }),
      rows: [
        [{ text: t.plain('submitting:button.withdrawSure'), data: sure, style: 'danger' }],
        [{ text: t.plain('submitting:button.back'), data: encode('check', [assessmentId]) }],
      ],
    },
  };
};

export const onWithdrawSure: Action = async (visit, [submissionId = 0]) => {
  const { t, work, actor } = visit;
  const scopes = organisationScopes(actor);
  const withdrawn = await withdraw(work, scopes, submissionId);
  if (withdrawn.ok) {
    const toast = t.plain('submitting:withdraw.done');
    return { ...(await check(visit, withdrawn.value.assessmentId)), toast };
  }
  const standing =
    withdrawn.error.code === 'submission.foreign'
      ? null
      : await loadStandingOf(work.read, scopes, submissionId);
  const present = standing ? await check(visit, standing.view.assessmentId) : {};
  return refusedReply(visit, withdrawn.error, present);
};
