import type { Unit } from '../shared/work.ts';
import { refreshShownCards } from './store.ts';

export { isCard } from './cards.store.ts';

/** Everybody who has a card of this subject gets it redrawn. */
export const redrawCards = (unit: Unit, subject: string): Promise<void> =>
  refreshShownCards(unit.tx, subject, unit.at);
