import type { Work } from '../shared/work.ts';
import { type DoubtInHand, loadDoubtInHand, saveDoubtInHand } from './doubt-in-hand.store.ts';

/**
 * Remembers which doubt of the check the person is mending, so that the next one comes when it is done.
 * It is forgotten when a screen that is no card takes the place of the open message.
 */
export const takeInHand = (work: Work, doubt: DoubtInHand): Promise<void> =>
  work.run((unit) => saveDoubtInHand(unit.tx, unit.actorId, doubt));

/** null: the person mends none. */
export const doubtInHand = (work: Work): Promise<DoubtInHand | null> =>
  loadDoubtInHand(work.read, work.actorId);
