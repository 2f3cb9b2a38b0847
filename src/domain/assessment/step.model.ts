import type { Rating } from '../checklist/model.ts';
import type { Answer, AssessmentView } from './model.ts';

/** All that a card shows beside the words of the edition. */
export interface CardState {
  readonly view: AssessmentView;
  readonly answer: Answer;
  /** Documents and references of the item. */
  readonly evidence: number;
  /** Answered items of the assessment. */
  readonly answered: number;
  /** The item answered just before, for the card's second line; 0: none. */
  readonly lastItem: number;
  readonly lastRating: Rating | null;
  readonly lastFact: number | null;
}

/** What comes after an answer. */
export type Step =
  | { readonly at: 'card'; readonly card: CardState }
  /** "No" or "partly" without a plan: what will be done? */
  | { readonly at: 'plan'; readonly view: AssessmentView; readonly answer: Answer }
  /** Nothing is left to answer. */
  | { readonly at: 'end'; readonly view: AssessmentView };

/** The message in which a card is shown; null: it will be sent anew, and recorded by the sender. */
export interface Spot {
  readonly chatId: number;
  readonly messageId: number | null;
  /** The person's own message that answers: when she edits it, the same item is meant. */
  readonly typed?: number;
}

/** The item answered just before (0: none) and when, milliseconds since 1970. */
export interface Last {
  readonly item: number;
  readonly at: number;
}
