import type { ActionName } from '../../chat/actions.ts';
import type { CardRenderer, MessageRenderer } from '../../chat/outgoing.ts';
import type { Action, Reply, Visit } from '../../chat/visit.ts';
import { cards } from './cards.ts';
import { messages } from './messages.ts';
import { onFile, onReviewPaper } from './ordering.ts';
import { onDirection, onItem, onReview, onSubmission, review } from './reading.ts';

/** The commission's journey: the list, a submission, its answers, its papers. */
export interface Review {
  readonly actions: Partial<Record<ActionName, Action>>;
  readonly messages: Readonly<Record<string, MessageRenderer>>;
  readonly cards: Readonly<Record<string, CardRenderer>>;
  /** What was submitted to the member's commissions. */
  review(visit: Visit): Promise<Reply>;
}

export const createReview = (): Review => ({
  actions: {
    review: onReview,
    submission: onSubmission,
    submissionDirection: onDirection,
    submissionItem: onItem,
    submissionFile: onFile,
    reviewPaper: onReviewPaper,
  },
  messages,
  cards,
  review: (visit) => review(visit),
});
