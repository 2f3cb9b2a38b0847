import type { Action, Reply, Visit } from '../../chat/visit.ts';
import { organisationScopes } from '../../domain/access/rules.ts';
import {
  orderDraft,
  orderEmptyForm,
  orderPaper,
} from '../../domain/assessment/paper-order.service.ts';
import type { SubmissionRefusal } from '../../domain/assessment/submission.model.ts';
import type { Result } from '../../domain/shared/result.ts';
import { SUBMISSION_FORMATS } from '../../domain/summary/paper-job.model.ts';
import { paperLanguage } from '../reading/paper-language.ts';
import { refusedReply } from './refusals.ts';

async function coming(visit: Visit, ordered: Result<void, SubmissionRefusal>): Promise<Reply> {
  if (!ordered.ok) return refusedReply(visit, ordered.error);
  return { toast: visit.t.plain('submitting:coming.paper') };
}

/** A paper of what was sent; `format` is a 1-based place in SUBMISSION_FORMATS. */
export const onPaper: Action = async (visit, [submissionId = 0, place = 0]) => {
  const format = SUBMISSION_FORMATS[place - 1];
  if (!format) return refusedReply(visit, { code: 'submission.foreign' });
  const language = paperLanguage(visit.language);
  const scopes = organisationScopes(visit.actor);
  return coming(visit, await orderPaper(visit.work, scopes, { submissionId, format, language }));
};

export const onDraft: Action = async (visit, [assessmentId = 0]) => {
  const { work, actor, language } = visit;
  const scopes = organisationScopes(actor);
  return coming(visit, await orderDraft(work, scopes, assessmentId, paperLanguage(language)));
};

export const onEmptyForm: Action = async (visit, [assessmentId = 0]) => {
  const { work, actor, language } = visit;
  const scopes = organisationScopes(actor);
  return coming(visit, await orderEmptyForm(work, scopes, assessmentId, paperLanguage(language)));
};
