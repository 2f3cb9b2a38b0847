import { detectEntities } from '../text/detect.ts';
import type { FormattedText } from '../text/entity.ts';
import { CAPTION_LENGTH, TEXT_LENGTH } from '../text/format.ts';
import { addMessage, deliverMessage, touchMessage } from '../world/messages.ts';
import type { Chat, Content, Message } from '../world/model.ts';
import type { State } from '../world/state.ts';
import { addBot } from './groups.ts';
import { findPerson, findPlace, findPlaceToWrite, findShown } from './presence.ts';
import { block } from './standing.ts';

/** Who acts, and where. */
export interface Place {
  personId: number;
  chatId: number;
  threadId?: number | undefined;
  replyTo?: number | undefined;
}

/** A text as the sender's client sends it. */
export function plainText(text: string): FormattedText {
  return { text, entities: detectEntities(text, []) };
}

/** A person's message arrives in the chat and at the bot. */
export function say(state: State, place: Place, content: Content, album?: string): Message {
  const chat = findPlaceToWrite(state, place.personId, place.chatId);
  const replyTo = place.replyTo === undefined ? undefined : findShown(chat, place.replyTo);
  const message = addMessage(state, {
    chat,
    from: place.personId,
    content,
    ...(place.threadId !== undefined && { threadId: openThread(chat, place.threadId) }),
    ...(replyTo && { replyTo }),
    ...(album !== undefined && { album }),
  });
  deliverMessage(state, message);
  return message;
}

function openThread(chat: Chat, threadId: number): number {
  const topic = chat.topics.get(threadId);
  if (!topic) throw new Error(`there is no topic ${threadId} in the chat ${chat.id}`);
  if (topic.closed) throw new Error(`the topic ${threadId} is closed`);
  return threadId;
}

/** Somebody writes a text; their client sends one longer than a message in pieces. */
export function send(
  state: State,
  place: Place & { text: string },
): { messageId: number; messageIds: number[] } {
  const { text } = place;
  if (text.trim() === '') throw new Error('an empty message cannot be sent');
  const messageIds: number[] = [];
  for (let at = 0; at < text.length; at += TEXT_LENGTH) {
    const piece = plainText(text.slice(at, at + TEXT_LENGTH));
    messageIds.push(say(state, place, { kind: 'text', text: piece }).id);
  }
  return { messageId: messageIds[0] ?? 0, messageIds };
}

/**
 * Somebody opens the bot by its link, in private or, with `chatId`, in a group, to which the bot is
 * added if it is not there. The parameter reaches the bot only.
 */
export function start(
  state: State,
  personId: number,
  parameter?: string,
  chatId: number = personId,
): { messageId: number } {
  if (parameter !== undefined && !/^[A-Za-z0-9_-]{0,64}$/.test(parameter)) {
    throw new Error('a link carries at most 64 of A-Z a-z 0-9 _ -');
  }
  const person = findPerson(state, personId);
  const chat = findPlace(state, personId, chatId);
  if (chat.person && person.blocked) block(state, personId, false);
  if (!chat.person && (chat.botStatus === 'left' || chat.botStatus === 'kicked')) {
    addBot(state, { personId, chatId });
  }
  const command = chat.person ? '/start' : `/start@${state.options.bot.username}`;
  const text = plainText(parameter ? `${command} ${parameter}` : command);
  const message = say(state, { personId, chatId }, { kind: 'text', text, shownAs: command });
  return { messageId: message.id };
}

/** Somebody changes their own message, its text or its caption. */
export function edit(
  state: State,
  { personId, chatId, messageId, text }: Place & { messageId: number; text: string },
): void {
  const message = findShown(findPlaceToWrite(state, personId, chatId), messageId);
  if (message.from !== personId) throw new Error('only one’s own message can be edited');
  const limit = message.content.kind === 'text' ? TEXT_LENGTH : CAPTION_LENGTH;
  if (text.length > limit) throw new Error(`such a message holds at most ${limit} characters`);
  if (message.content.kind === 'text') message.content = { kind: 'text', text: plainText(text) };
  else if ('caption' in message.content) message.content.caption = plainText(text);
  else throw new Error('this kind of message has no text to edit');
  touchMessage(state, message);
  deliverMessage(state, message, 'edited_message');
}
