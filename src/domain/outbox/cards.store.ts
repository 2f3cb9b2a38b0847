import type { Reader } from '../shared/database.ts';

/** Whether a message is the card of this subject that the bot keeps current in a person's chat. */
export const isCard = async (
  reader: Reader,
  card: { readonly personId: number; readonly messageId: number; readonly subject: string },
): Promise<boolean> => (await reader.outboxCard.count({ where: card })) > 0;
