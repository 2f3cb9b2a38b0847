import type { SubmissionView } from '../assessment/submission.model.ts';
import type { Refusal } from '../shared/refusal.ts';

/** A submission as its commission sees it in a list: no answers. */
export interface ReviewView extends SubmissionView {
  readonly orgId: number;
  readonly orgName: string;
  readonly campaignId: number;
  readonly commissionId: number;
  /** Person id of the member it is assigned to; null: all members. */
  readonly assignedTo: number | null;
  readonly signedFileId: number | null;
}

/** foreign: of another commission, or none such · withdrawn: the organisation took it back */
export type ReviewRefusal = Refusal<'review.foreign' | 'review.withdrawn' | 'review.fileGone'>;
