import type { Edition } from '../checklist/model.ts';
import type { Refusal } from '../shared/refusal.ts';

/** An edition by checklist id and edition; one that an assessment names is always there. */
export type EditionOf = (checklistId: string, edition: string) => Edition;

/** A submission without its document. Moments are milliseconds since 1970. */
export interface SubmissionView {
  readonly submissionId: number;
  readonly number: string;
  readonly assessmentId: number;
  readonly sha256: string;
  readonly submittedAt: number;
  readonly submittedBy: number;
  /** Sent after the deadline. */
  readonly late: boolean;
  readonly openedAt: number | null;
  readonly openedBy: number | null;
  readonly withdrawnAt: number | null;
}

/** The head's confirmation and the signed page of an assessment. */
export interface Endorsement {
  readonly confirmedBy: number | null;
  readonly confirmedAt: number | null;
  /** Newest step of the history the head had before him. */
  readonly confirmedEvent: number | null;
  readonly signedFileId: number | null;
}

export type SubmissionCode =
  /** Not an assessment or submission the person may do this with; also one that does not exist. */
  | 'submission.foreign'
  /** The monitoring is closed. */
  | 'submission.closed'
  /** Items without an answer. Values: missing. */
  | 'submission.incomplete'
  /** An answer changed after the screen was drawn. */
  | 'submission.changed'
  /** An answer changed after the head read the draft: he would confirm what he has not seen. */
  | 'submission.changedSinceRead'
  /** The campaign asks for the head's confirmation, and there is none of these answers. */
  | 'submission.unconfirmed'
  /** No head has joined who could confirm. */
  | 'submission.noHead'
  /** A member has opened it: it can no longer be withdrawn. Values: at (milliseconds). */
  | 'submission.opened'
  /** Submitted: nothing of the draft changes any more. */
  | 'submission.locked'
  /** Withdrawn: there is nothing to show of it. */
  | 'submission.withdrawn';
export type SubmissionRefusal = Refusal<SubmissionCode>;

/** The key under which a card of a submission is kept current. */
export const cardSubject = (submissionId: number): string => `submission:${submissionId}`;

/** null: not the subject of a submission's card. */
export const submissionOfSubject = (subject: string): number | null => {
  const id = /^submission:(\d{1,15})$/.exec(subject)?.[1];
  return id === undefined ? null : Number(id);
};
