import type { Unit } from '../shared/work.ts';
import { loadOpenCard, type OpenCard, retireCard, saveOpenCard } from './card.store.ts';
import type { Spot } from './step.model.ts';

interface Shown {
  readonly assessmentId: number;
  /** placeCode of what the message shows; 0: no item. */
  readonly code: number;
  readonly lastItem: number;
  readonly lastAt: number;
}

/**
 * Remembers what the pressed message shows now. What will be sent anew is recorded by the sender:
 * until then the open card stays the message that stands in the chat.
 */
export async function rememberShown(unit: Unit, spot: Spot, shown: Shown): Promise<void> {
  const { chatId, messageId } = spot;
  const { assessmentId, code, lastItem, lastAt } = shown;
  if (messageId !== null) {
    const card = { chatId, messageId, assessmentId, item: code, lastItem, lastAt };
    return saveOpenCard(unit.tx, unit.actorId, card);
  }
  const former = await loadOpenCard(unit.tx, unit.actorId);
  const nothing: OpenCard = { chatId, messageId, assessmentId, item: 0, lastItem, lastAt };
  await saveOpenCard(unit.tx, unit.actorId, { ...(former ?? nothing), lastItem, lastAt });
}

/** When another message than the open card takes its place, replies to the former still find its item. */
export async function retireFormer(unit: Unit, former: OpenCard | null, spot: Spot): Promise<void> {
  if (!former || spot.messageId === null || former.messageId === null) return;
  const { chatId, messageId, assessmentId, item } = former;
  if (messageId === spot.messageId || assessmentId === null || item === 0) return;
  await retireCard(unit.tx, { chatId, messageId, assessmentId, item });
}
