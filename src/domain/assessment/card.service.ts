import type { Database } from '../shared/database.ts';
import { leaveCard, loadOpenCard, type OpenCard, retireCard, saveOpenCard } from './card.store.ts';
import { setReceipt } from './evidence.store.ts';

export const openCardOf = (database: Database, personId: number): Promise<OpenCard | null> =>
  loadOpenCard(database.read, personId);

/** A new message shows a card, or another screen: it is what is open now. */
export async function cardShown(
  database: Database,
  shown: {
    readonly personId: number;
    readonly chatId: number;
    readonly messageId: number;
    readonly card: { readonly assessmentId: number | null; readonly item: number } | null;
    readonly former: OpenCard | null;
  },
): Promise<void> {
  const { personId, chatId, messageId, card, former } = shown;
  await database.write(async (tx) => {
    if (former?.messageId && former.assessmentId !== null && former.item !== 0) {
      const { assessmentId, item } = former;
      await retireCard(tx, {
        chatId: former.chatId,
        messageId: former.messageId,
        assessmentId,
        item,
      });
    }
    await saveOpenCard(tx, personId, {
      chatId,
      messageId,
      assessmentId: card?.assessmentId ?? former?.assessmentId ?? null,
      item: card?.item ?? 0,
      lastItem: former?.lastItem ?? 0,
      lastAt: former?.lastAt ?? 0,
    });
    if (!card) await leaveCard(tx, personId, messageId);
  });
}

/** A message of the bot names a document. */
export const receiptShown = (
  database: Database,
  evidenceId: number,
  messageId: number,
): Promise<void> => database.write((tx) => setReceipt(tx, evidenceId, messageId));

/** The open message shows another screen now: what is typed belongs to no card any more. */
export const screenShown = (
  database: Database,
  personId: number,
  messageId: number,
): Promise<void> => database.write((tx) => leaveCard(tx, personId, messageId));
