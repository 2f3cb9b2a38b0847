import { encode } from '../../chat/callback.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import { organisationScopes } from '../../domain/access/rules.ts';
import { askHeads, confirmHead } from '../../domain/assessment/confirming.service.ts';
import type { Rehearsal } from '../../domain/assessment/rehearsal.service.ts';
import { submit } from '../../domain/assessment/submission.service.ts';
import { check, isHeadOnly, rehearsalOf } from './check.ts';
import { refusedReply } from './refusals.ts';

/** "Send to the commission": what still stands in the way, else the one question. */
export const onSubmit: Action = async (visit, [assessmentId = 0]) => {
  const { t } = visit;
  const rehearsal = await rehearsalOf(visit, assessmentId);
  if (!rehearsal || isHeadOnly(visit, rehearsal.view.orgId)) {
    return refusedReply(visit, { code: 'submission.foreign' });
  }
  const { view, counts, material } = rehearsal;
  if (view.state !== 'draft' || view.closed) return check(visit, assessmentId);
  const missing = counts.total - counts.answered;
  if (missing > 0) return { screen: missingScreen(assessmentId, missing, counts.total, t) };
  if (view.headConfirms && material.confirmedBy === null) return toHeads(visit, assessmentId);
  return { screen: sureScreen(rehearsal, t) };
};

function missingScreen(assessmentId: number, missing: number, total: number, t: Translate): Screen {
  return {
    text: t('submitting:sure.missing', { missing, total }),
    rows: [
      [{ text: t.plain('submitting:button.toMissing'), data: encode('goOn', [assessmentId]) }],
      [back(assessmentId, t)],
    ],
  };
}

function sureScreen({ view, material }: Rehearsal, t: Translate): Screen {
  const data = encode('submitSure', [view.assessmentId, material.newest]);
  return {
    text: t('submitting:sure.ask'),
    rows: [
      [{ text: t.plain('submitting:button.sure'), data, style: 'primary' }],
      [back(view.assessmentId, t)],
    ],
  };
}

const back = (assessmentId: number, t: Translate) => ({
  text: t.plain('submitting:button.back'),
  data: encode('check', [assessmentId]),
});

async function toHeads(visit: Visit, assessmentId: number): Promise<Reply> {
  const { t, work, actor } = visit;
  const asked = await askHeads(work, organisationScopes(actor), assessmentId);
  if (!asked.ok) {
    // Without a head the check stands as it was: an edit into itself would be refused.
    const present =
      asked.error.code === 'submission.noHead' ? {} : await check(visit, assessmentId);
    return refusedReply(visit, asked.error, present);
  }
  return {
    screen: { text: t('submitting:sure.headAsked'), rows: [[back(assessmentId, t)]] },
  };
}

/** "Yes, send", pressed on what was answered up to `seen`. */
export const onSubmitSure: Action = async (visit, [assessmentId = 0, seen = 0]) => {
  const { work, actor, around, language } = visit;
  const submitted = await submit(work, organisationScopes(actor), {
    assessmentId,
    seen,
    edition: around.edition,
    timeZone: around.timeZone,
    language,
    operatorIds: around.operatorIds,
  });
  if (submitted.ok) return check(visit, assessmentId);
  if (submitted.error.code === 'submission.foreign') return refusedReply(visit, submitted.error);
  return refusedReply(visit, submitted.error, await check(visit, assessmentId));
};

/** The head confirms what was answered up to `seen`. */
export const onConfirm: Action = async (visit, [assessmentId = 0, seen = 0]) => {
  const { work, actor, t } = visit;
  const confirmed = await confirmHead(work, organisationScopes(actor), assessmentId, seen);
  if (confirmed.ok) {
    return { ...(await check(visit, assessmentId)), toast: t.plain('submitting:confirm.done') };
  }
  if (confirmed.error.code === 'submission.foreign') return refusedReply(visit, confirmed.error);
  return refusedReply(visit, confirmed.error, await check(visit, assessmentId));
};
