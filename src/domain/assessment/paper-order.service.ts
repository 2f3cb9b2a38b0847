import type { OrganisationScope } from '../access/model.ts';
import type { PaperLanguage } from '../shared/language.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import type { SubmissionFormat } from '../summary/paper-job.model.ts';
import { loadAssessment } from './answers.store.ts';
import { readers } from './rights.rules.ts';
import type { SubmissionRefusal } from './submission.model.ts';
import { ownSubmission } from './submission.store.ts';

/** Ten taps in a second order one paper; a minute later it may be ordered again (milliseconds). */
const AGAIN_AFTER = 60_000;

/** A paper to be made and sent to the person who asked; the same one at most once a minute. */
export const owePaper = (
  unit: Unit,
  kind: string,
  payload: Readonly<Record<string, number | string>>,
): Promise<void> =>
  unit.owe({
    to: { personId: unit.actorId },
    kind,
    payload,
    uniqueKey: [
      kind,
      ...Object.values(payload),
      unit.actorId,
      Math.floor(unit.at / AGAIN_AFTER),
    ].join(':'),
  });

/** A paper of a submission in force, for its own officers and heads. Audited as a download. */
export const orderPaper = (
  work: Work,
  scopes: readonly OrganisationScope[],
  paper: {
    readonly submissionId: number;
    readonly format: SubmissionFormat;
    readonly language: PaperLanguage;
  },
): Promise<Result<void, SubmissionRefusal>> =>
  work.run(async (unit) => {
    const { submissionId, format, language } = paper;
    const submission = await ownSubmission(unit.tx, readers(scopes), submissionId);
    const view =
      submission && (await loadAssessment(unit.tx, readers(scopes), submission.assessmentId));
    if (!view) return refused({ code: 'submission.foreign' });
    if (submission.withdrawnAt !== null) return refused({ code: 'submission.withdrawn' });
    await owePaper(unit, 'submitting.paper', { submissionId, format, language });
    await unit.audit({
      action: 'paper.downloaded',
      subject: `submission:${submissionId}`,
      orgId: view.orgId,
      details: { format, language },
    });
    return ok(undefined);
  });

/** The draft marked ДОЛБООР, as the answers are when it is made. Audited as a download. */
export const orderDraft = (
  work: Work,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  language: PaperLanguage,
): Promise<Result<void, SubmissionRefusal>> =>
  work.run(async (unit) => {
    const view = await loadAssessment(unit.tx, readers(scopes), assessmentId);
    if (!view) return refused({ code: 'submission.foreign' });
    if (view.state !== 'draft') return refused({ code: 'submission.locked' });
    await owePaper(unit, 'submitting.draft', { assessmentId, language });
    await unit.audit({
      action: 'paper.downloaded',
      subject: `assessment:${assessmentId}`,
      orgId: view.orgId,
      details: { draft: true, language },
    });
    return ok(undefined);
  });

/** The checklist to fill in by hand; contributors may have it too, it holds no answers. */
export const orderEmptyForm = (
  work: Work,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  language: PaperLanguage,
): Promise<Result<void, SubmissionRefusal>> =>
  work.run(async (unit) => {
    const view = await loadAssessment(unit.tx, scopes, assessmentId);
    if (!view) return refused({ code: 'submission.foreign' });
    await owePaper(unit, 'submitting.emptyForm', { assessmentId, language });
    return ok(undefined);
  });
