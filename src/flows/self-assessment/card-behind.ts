import type { Reply, Visit } from '../../chat/visit.ts';
import { cardNow, openPlace } from '../../domain/assessment/showing.service.ts';
import { cardScreen } from './card-screen.ts';
import { mine, offeredNumbers } from './whose.ts';

/**
 * The open card as it looks now, where it is the card of one of these items and stands in another
 * message than the pressed one: its count of documents has changed.
 */
export async function cardBehind(
  visit: Visit,
  assessmentId: number,
  items: readonly number[],
): Promise<NonNullable<Reply['edits']>> {
  const open = await openPlace(visit.work);
  if (!open || open.assessmentId !== assessmentId || open.place.stage !== 'card') return [];
  const { messageId, lastItem, place } = open;
  if (messageId === null || messageId === visit.pressed || !items.includes(place.item)) return [];
  const card = await cardNow(visit.work, mine(visit), assessmentId, place.item, lastItem);
  return card
    ? [{ messageId, screen: cardScreen(visit, card, await offeredNumbers(visit, card)) }]
    : [];
}
