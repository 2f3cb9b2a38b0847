/** What a message asks about an item: its answer, the plan after "no" or "partly", or why not ours. */
export type Stage = 'card' | 'plan' | 'reason';

/** Above every item code (99.99 is 9999), so that one number of the open card names item and stage. */
const STEP = 10_000;
const STAGES: readonly Stage[] = ['card', 'plan', 'reason'];

export interface CardPlace {
  readonly stage: Stage;
  /** Item code. */
  readonly item: number;
}

/** The number that stands in OpenCard.item, CardMessage.item and Reply.card for an item and stage. */
export const placeCode = (stage: Stage, item: number): number =>
  STAGES.indexOf(stage) * STEP + item;

/** What an open card's number means; null: no item (0) or none of an edition. */
export function placeOf(code: number): CardPlace | null {
  const stage = STAGES[Math.trunc(code / STEP)];
  const item = code % STEP;
  return stage === undefined || item === 0 || item === STEP - 1 ? null : { stage, item };
}
