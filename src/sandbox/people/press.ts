import type { Chat } from '../world/model.ts';
import { renderChat, renderMessage, renderSender } from '../world/render.ts';
import type { State } from '../world/state.ts';
import { findPlace } from './presence.ts';
import type { Place } from './talk.ts';

export interface Press extends Place {
  messageId: number;
  /** Any text: a bad client can send data that no button of the message holds. */
  data: string;
  /** The query counts as too old from the start. */
  expired?: boolean | undefined;
}

/** Somebody presses a button under a message of the bot, even one deleted in the meantime. */
export function press(
  state: State,
  { personId, chatId, messageId, data, expired }: Press,
): {
  queryId: string;
} {
  const chat = findPlace(state, personId, chatId);
  if (chat.person?.blocked) throw new Error(`the person ${personId} has blocked the bot`);
  if (Buffer.byteLength(data) > 64) throw new Error('callback data holds at most 64 bytes');
  const id = `${state.options.bot.id}${String(++state.lastCallback).padStart(8, '0')}`;
  state.callbacks.set(id, {
    id,
    personId,
    chatId,
    messageId,
    data,
    pressedAt: state.options.now(),
    expired: expired ?? false,
  });
  state.updates.push('callback_query', chatId, {
    id,
    from: renderSender(state, personId),
    message: renderPressed(state, chat, messageId),
    chat_instance: String(chatId),
    data,
  });
  return { queryId: id };
}

/** The message, or Telegram's InaccessibleMessage in its place. */
function renderPressed(state: State, chat: Chat, messageId: number): unknown {
  const message = chat.messages.get(messageId);
  if (message?.from !== 'bot' && message) {
    throw new Error(`the message ${messageId} is not the bot’s`);
  }
  if (message) return renderMessage(state, message);
  const newest = chat.kind === 'supergroup' ? (chat.lastMessageId ?? 0) : state.lastMessageId;
  if (messageId > newest)
    throw new Error(`there is no message ${messageId} in the chat ${chat.id}`);
  return { message_id: messageId, chat: renderChat(chat), date: 0 };
}
