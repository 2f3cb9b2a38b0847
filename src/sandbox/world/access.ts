import { badRequest, refusal } from '../bot-api/refusal.ts';
import type { Chat, Message } from './model.ts';
import type { State } from './state.ts';

/** The chat a call names, by number or @username. */
export function findChat(state: State, chatId: number | string): Chat {
  const chat =
    typeof chatId === 'number'
      ? state.chats.get(chatId)
      : [...state.chats.values()].find(
          ({ person }) => person && `@${person.card.username}` === chatId,
        );
  if (chat) return chat;
  if (chatId === state.options.bot.id) {
    throw refusal(403, "The bot can't send messages to the bot");
  }
  throw badRequest('Chat not found');
}

/** The chat a call names, if the bot may act in it; otherwise Telegram's refusal. */
export function openChat(state: State, chatId: number | string): Chat {
  const chat = findChat(state, chatId);
  if (chat.person) openPrivateChat(state, chat);
  else openGroup(chat);
  return chat;
}

function openPrivateChat(state: State, { person, id }: Chat): void {
  if (person?.deactivated) throw refusal(403, 'User is deactivated');
  if (person?.blocked) throw refusal(403, 'bot was blocked by the user');
  if (person?.started) return;
  const met = [...state.chats.values()].some(
    (chat) => chat.memberIds.has(id) && !['left', 'kicked'].includes(chat.botStatus),
  );
  // Somebody the bot has never met does not exist for it.
  if (met) throw refusal(403, "bot can't initiate conversation with a user");
  throw badRequest('Chat not found');
}

function openGroup(chat: Chat): void {
  if (chat.migratedTo !== undefined) {
    throw refusal(400, 'group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  }
  if (chat.deleted) throw refusal(403, 'the group chat was deleted');
  const kind = chat.kind === 'supergroup' ? 'supergroup' : 'group';
  if (chat.botStatus === 'kicked') throw refusal(403, `bot was kicked from the ${kind} chat`);
  if (chat.botStatus === 'left') throw refusal(403, `bot is not a member of the ${kind} chat`);
}

/** As `openChat`, for sending `what` («text messages», «documents») into a topic or none. */
export function openForSending(
  state: State,
  chatId: number | string,
  what: string,
  threadId?: number,
): Chat {
  const chat = openChat(state, chatId);
  if (chat.botStatus === 'restricted') {
    throw badRequest(`not enough rights to send ${what} to the chat`);
  }
  if (threadId === undefined) return chat;
  const topic = chat.topics.get(threadId);
  if (!topic) throw badRequest('message thread not found');
  if (topic.closed && chat.botStatus !== 'administrator') throw badRequest('TOPIC_CLOSED');
  return chat;
}

/** The message of a chat, or the refusal that it is not there to `verb` it. */
export function findMessage(chat: Chat, messageId: number, verb: string): Message {
  const message = chat.messages.get(messageId);
  if (!message) throw badRequest(`message to ${verb} not found`);
  return message;
}

/** Throws unless the bot is an administrator of the group. */
export function requireAdministrator(chat: Chat, right: string): void {
  if (!chat.person && chat.botStatus !== 'administrator') {
    throw badRequest(`not enough rights to ${right}`);
  }
}
