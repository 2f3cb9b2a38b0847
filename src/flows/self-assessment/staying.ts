import type { Reply, Visit } from '../../chat/visit.ts';
import { placeCode } from '../../domain/assessment/card-place.rules.ts';
import { openPlace } from '../../domain/assessment/showing.service.ts';
import type { Turns } from './turns.ts';

/** The card that stays open behind a screen which is only looked at, such as the choice of language. */
export async function openCard(visit: Visit): Promise<Pick<Reply, 'card'>> {
  const open = await openPlace(visit.work);
  if (!open) return {};
  const { assessmentId, place } = open;
  return { card: { assessmentId, item: placeCode(place.stage, place.item) } };
}

/** What is open, in the pressed message where that stands for it, else below. */
export async function presentHere(turns: Turns, visit: Visit): Promise<Reply> {
  const open = await openPlace(visit.work);
  const { card: behind } = await openCard(visit);
  const reply = await turns.present(visit);
  if (!reply.card) return { ...reply, fresh: false };
  const here = open?.messageId === visit.pressed && reply.card.item === behind?.item;
  return here ? { ...reply, fresh: false } : reply;
}
