import type { Action } from '../../chat/visit.ts';
import { commissionScopes } from '../../domain/access/rules.ts';
import { orderFile, orderReviewPaper } from '../../domain/review/ordering.service.ts';
import { SUBMISSION_FORMATS } from '../../domain/summary/paper-job.model.ts';
import { refusedReply } from './refusals.ts';
import { PAPER_LANGUAGES } from './submission-screen.ts';

/** A paper, sent when it is made. Format and language are 1-based places. */
export const onReviewPaper: Action = async (visit, [submissionId = 0, place = 0, tongue = 0]) => {
  const format = SUBMISSION_FORMATS[place - 1];
  const language = PAPER_LANGUAGES[tongue - 1];
  if (!format || !language) return refusedReply(visit, { code: 'review.foreign' });
  const scopes = commissionScopes(visit.actor);
  const ordered = await orderReviewPaper(visit.work, scopes, { submissionId, format, language });
  if (!ordered.ok) return refusedReply(visit, ordered.error);
  return { toast: visit.t.plain('submitting:coming.paper') };
};

/** A document the organisation sent, or its signed page. */
export const onFile: Action = async (visit, [submissionId = 0, fileId = 0]) => {
  const scopes = commissionScopes(visit.actor);
  const ordered = await orderFile(visit.work, scopes, submissionId, fileId);
  if (!ordered.ok) return refusedReply(visit, ordered.error);
  return { toast: visit.t.plain('review:coming.file') };
};
