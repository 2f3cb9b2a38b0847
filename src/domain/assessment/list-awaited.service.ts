import type { Work } from '../shared/work.ts';
import { loadOpenCard, saveOpenCard } from './card.store.ts';

/** Above every number that an item and its stage make: beyond it stands whose staff list is awaited. */
const LIST_AWAITED = 1_000_000;

/** The open card's number while the staff list of an organisation is awaited. */
export const listAwaitedCode = (orgId: number): number => LIST_AWAITED + orgId;

/** From now on what the person sends is that list. `messageId`: the message that asks for it. */
export const awaitList = (
  work: Work,
  orgId: number,
  { chatId, messageId }: { readonly chatId: number; readonly messageId: number | null },
): Promise<void> =>
  work.run(async (unit) => {
    const open = await loadOpenCard(unit.tx, unit.actorId);
    await saveOpenCard(unit.tx, unit.actorId, {
      chatId,
      messageId,
      assessmentId: open?.assessmentId ?? null,
      item: listAwaitedCode(orgId),
      lastItem: open?.lastItem ?? 0,
      lastAt: open?.lastAt ?? 0,
    });
  });

/** The organisation whose list the person is asked for; null: none. */
export async function listAwaited(work: Work): Promise<number | null> {
  const open = await loadOpenCard(work.read, work.actorId);
  return open !== null && open.item > LIST_AWAITED ? open.item - LIST_AWAITED : null;
}

/** Nothing is open that a message could belong to: no item, no question for a file. */
export async function nothingOpen(work: Work): Promise<boolean> {
  const open = await loadOpenCard(work.read, work.actorId);
  return open === null || open.item === 0;
}
