import type { Visit } from '../../chat/visit.ts';
import { openPlace } from '../../domain/assessment/showing.service.ts';

/** Was the button one of a receipt? Then a card stands below it, in another message, and stays as it is. */
export async function onReceipt(visit: Visit): Promise<boolean> {
  const open = await openPlace(visit.work);
  return open !== null && open.messageId !== null && open.messageId !== visit.pressed;
}
