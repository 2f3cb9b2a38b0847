import type { Message } from 'grammy/types';

/** Characters no flow accepts; a client cuts a longer text near 4096 (Bot API, sendMessage). */
const TOO_LONG = 3000;
/** The pieces of a cut text are sent together; Telegram dates messages by the second. */
const SECONDS_APART = 1;

/**
 * Recognises the rest of a text that the sender's client cut in pieces: its beginning was refused as too
 * long, so the rest must not be taken for a text of its own.
 */
export function createRests(): (message: Message) => boolean {
  const cut = new Map<number, { readonly date: number; readonly messageId: number }>();
  return ({ chat, date, message_id: messageId, text }) => {
    const before = cut.get(chat.id);
    cut.delete(chat.id);
    const together =
      before !== undefined &&
      messageId > before.messageId &&
      Math.abs(date - before.date) <= SECONDS_APART;
    const rest = text !== undefined && together;
    if (text !== undefined && text.length > TOO_LONG) cut.set(chat.id, { date, messageId });
    return rest;
  };
}
