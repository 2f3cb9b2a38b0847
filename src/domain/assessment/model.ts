import type { Rating } from '../checklist/model.ts';

/** draft: being answered · submitted: sent, nobody has looked · opened: a member has opened it */
export type AssessmentState = 'draft' | 'submitted' | 'opened';

/** The fields of an answer that people change. Ids and numbers, never translated text. */
export interface AnswerFields {
  readonly rating: Rating | null;
  /** Bit n-1 is set when part n is ticked; null: never touched. */
  readonly parts: number | null;
  /** "27 26", in the order of the item's labels. */
  readonly numbers: string | null;
  /** 1-based place of the fact button. */
  readonly fact: number | null;
  readonly comment: string | null;
  /** "@" and the id of a ready phrase, or own words: why it is not applicable. */
  readonly reason: string | null;
  /** "@" and the id of a ready phrase, or own words. */
  readonly planWhat: string | null;
  /** "@me:<personId>", "@head" or a name as typed. */
  readonly planWho: string | null;
  /** YYYY-MM-DD */
  readonly planUntil: string | null;
  readonly later: boolean;
}

export interface Answer extends AnswerFields {
  readonly item: number;
  /** Grows by one with each change; buttons carry it. */
  readonly revision: number;
  readonly answeredBy: number | null;
  /** Milliseconds since 1970. */
  readonly answeredAt: number | null;
}

export const EMPTY_FIELDS: AnswerFields = {
  rating: null,
  parts: null,
  numbers: null,
  fact: null,
  comment: null,
  reason: null,
  planWhat: null,
  planWho: null,
  planUntil: null,
  later: false,
};

/** Limits of typed text, in characters. A comment fits into a message beside its question. */
export const COMMENT_LIMIT = 2000;
export const REFERENCE_LIMIT = 200;
export const PLAN_LIMIT = 300;

/** What a card needs to know of its assessment and campaign. */
export interface AssessmentView {
  readonly assessmentId: number;
  readonly orgId: number;
  readonly orgName: string;
  readonly state: AssessmentState;
  readonly campaignId: number;
  readonly campaignTitle: string;
  readonly checklistId: string;
  readonly edition: string;
  readonly opensOn: string;
  readonly deadline: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly headConfirms: boolean;
  /** The campaign is closed: nothing changes any more. */
  readonly closed: boolean;
}

/** Why a change was not made. Nothing was written. */
export type ChangeRefusal =
  /** Not an assessment the person may answer; also one that does not exist. */
  | { readonly code: 'foreign' }
  /** Submitted. */
  | { readonly code: 'locked' }
  /** The monitoring is closed. */
  | { readonly code: 'closed' }
  /** Another value was saved after the button was drawn. */
  | {
      readonly code: 'overtaken';
      readonly by: number | null;
      readonly byName: string | null;
      readonly answer: Answer;
    }
  /** The value is none of this item's. */
  | { readonly code: 'unsuitable' };

export interface Changed {
  /** false: it was so already, nothing was written. */
  readonly written: boolean;
  readonly before: Answer;
  readonly after: Answer;
}
