import type { CommissionScope } from '../access/model.ts';
import { itemsIn } from '../assessment/frozen.rules.ts';
import { owePaper } from '../assessment/paper-order.service.ts';
import { frozenDocument, submissionPaper } from '../assessment/paper-source.service.ts';
import { keptFileOf } from '../assessment/signed-page.service.ts';
import type { KeptFile } from '../assessment/signed-page.model.ts';
import type { Reader } from '../shared/database.ts';
import type { PaperLanguage } from '../shared/language.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import type { PaperJob, SubmissionFormat } from '../summary/paper-job.model.ts';
import type { ReviewRefusal, ReviewView } from './model.ts';
import { enter } from './reading.service.ts';
import { findForCommission } from './review.store.ts';

export interface PaperOrder {
  readonly submissionId: number;
  readonly format: SubmissionFormat;
  readonly language: PaperLanguage;
}

/** A paper for a member, sent when it is made. Audited as a download with the organisation. */
export const orderReviewPaper = (
  work: Work,
  scopes: readonly CommissionScope[],
  { submissionId, format, language }: PaperOrder,
): Promise<Result<void, ReviewRefusal>> =>
  work.run(async (unit) => {
    const entered = await enter(unit, scopes, submissionId);
    if (!entered.ok) return entered;
    await owePaper(unit, 'review.paper', { submissionId, format, language });
    await unit.audit({
      action: 'paper.downloaded',
      subject: `submission:${submissionId}`,
      orgId: entered.value.orgId,
      details: { format, language },
    });
    return ok(undefined);
  });

/** A document of a submission, or its signed page, for a member. Audited as a download. */
export const orderFile = (
  work: Work,
  scopes: readonly CommissionScope[],
  submissionId: number,
  fileId: number,
): Promise<Result<void, ReviewRefusal>> =>
  work.run(async (unit) => {
    const entered = await enter(unit, scopes, submissionId);
    if (!entered.ok) return entered;
    if ((await placeOf(unit.tx, entered.value, fileId)) === null) {
      return refused({ code: 'review.foreign' });
    }
    if (!(await keptFileOf(unit.tx, fileId))) return refused({ code: 'review.fileGone' });
    await owePaper(unit, 'review.file', { submissionId, fileId });
    await unit.audit({
      action: 'file.downloaded',
      subject: `file:${fileId}`,
      orgId: entered.value.orgId,
      details: { submissionId },
    });
    return ok(undefined);
  });

/** Where a file stands in a submission: an item id, "signed" for the signed page; null: nowhere. */
async function placeOf(reader: Reader, view: ReviewView, fileId: number): Promise<string | null> {
  if (view.signedFileId === fileId) return 'signed';
  const document = await frozenDocument(reader, view.submissionId);
  const item = itemsIn(document).find(({ evidence }) =>
    evidence.some((one) => one.kind === 'file' && one.fileId === fileId),
  );
  return item?.id ?? null;
}

const inForce = async (
  reader: Reader,
  scopes: readonly CommissionScope[],
  submissionId: number,
): Promise<ReviewView | null> => {
  const view = await findForCommission(reader, scopes, submissionId);
  return view && view.withdrawnAt === null ? view : null;
};

/** The paper ordered; null: no longer the member's, or withdrawn since. */
export async function reviewPaper(
  reader: Reader,
  scopes: readonly CommissionScope[],
  { submissionId, format, language }: PaperOrder,
): Promise<PaperJob | null> {
  const view = await inForce(reader, scopes, submissionId);
  return view && submissionPaper(reader, submissionId, format, language);
}

/** The file ordered, with where it stands; null: no longer the member's, withdrawn, or deleted. */
export async function reviewFile(
  reader: Reader,
  scopes: readonly CommissionScope[],
  submissionId: number,
  fileId: number,
): Promise<{ readonly view: ReviewView; readonly file: KeptFile; readonly place: string } | null> {
  const view = await inForce(reader, scopes, submissionId);
  const place = view && (await placeOf(reader, view, fileId));
  const file = place === null ? null : await keptFileOf(reader, fileId);
  return view && place !== null && file ? { view, file, place } : null;
}
