import type { OwnerScope } from '../access/model.ts';
import type { Reader } from '../shared/database.ts';
import type { PaperLanguage } from '../shared/language.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import type { PaperJob, SubmissionFormat } from '../summary/paper-job.model.ts';
import { submissionPaper } from './paper-source.service.ts';
import type { SubmissionRefusal, SubmissionView } from './submission.model.ts';
import { allSubmissions, submissionByNumber } from './submission.store.ts';

/** Every submission, withdrawn ones too, newest first: numbers and moments, no answers. */
export const listSubmissions = (
  reader: Reader,
): Promise<
  readonly (SubmissionView & {
    readonly orgId: number;
    readonly orgName: string;
    readonly campaignId: number;
  })[]
> => allSubmissions(reader);

/** A paper of any submission, for the machine's owner; the reason given is audited. */
export const exportSubmission = (
  work: Work,
  scope: OwnerScope,
  number: string,
  format: SubmissionFormat,
  language: PaperLanguage,
): Promise<Result<PaperJob, SubmissionRefusal>> =>
  work.run(async (unit) => {
    const submission = await submissionByNumber(unit.tx, number);
    if (!submission) return refused({ code: 'submission.foreign' });
    const { submissionId, orgId } = submission;
    await unit.audit({
      action: 'paper.downloaded',
      subject: `submission:${submissionId}`,
      orgId,
      details: { format, language, reason: scope.reason },
    });
    return ok(await submissionPaper(unit.tx, submissionId, format, language));
  });
