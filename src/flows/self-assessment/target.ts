import type { IncomingMessage, Visit } from '../../chat/visit.ts';
import { type CardPlace, placeOf } from '../../domain/assessment/card-place.rules.ts';
import { albumOf, shownIn } from '../../domain/assessment/evidence-reading.service.ts';
import type { OpenPlace } from '../../domain/assessment/showing.service.ts';

/** After an answer so long (milliseconds) a message may still be meant for the item answered. */
const DOUBT = 2 * 60 * 1000;

/** The item to which a message belongs. */
export interface Target extends CardPlace {
  readonly assessmentId: number;
  /** It may as well belong to this item, answered just before; null: there is no doubt. */
  readonly or: number | null;
}

/**
 * The card replied to, else the item to which the album's first file went, else the open card; and
 * whether the item answered within the last two minutes may be meant instead. null: no item is open.
 */
export async function targetOf(
  visit: Visit,
  message: IncomingMessage,
  open: OpenPlace | null,
): Promise<Target | null> {
  const { chatId, messageId, replyTo, album } = message;
  if (replyTo !== null && replyTo !== open?.messageId) {
    const replied = await shownIn(visit.work, { chatId, messageId: replyTo });
    const place = replied && placeOf(replied.item);
    if (place) return { ...place, stage: 'card', assessmentId: replied.assessmentId, or: null };
  }
  if (!open) return null;
  const { assessmentId, place, lastItem, lastAt } = open;
  if (replyTo !== null && replyTo === open.messageId) return { ...place, assessmentId, or: null };
  const source = { chatId, messageId, album };
  const [first] = await albumOf(visit.work, assessmentId, source);
  if (first) return { stage: 'card', item: first.item, assessmentId, or: null };
  const doubtful =
    place.stage === 'card' &&
    lastItem !== 0 &&
    lastItem !== place.item &&
    visit.now - lastAt <= DOUBT;
  return { ...place, assessmentId, or: doubtful ? lastItem : null };
}
