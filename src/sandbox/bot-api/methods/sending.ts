import type { Markup } from '../../keyboard/types.ts';
import type { Entity } from '../../text/entity.ts';
import { findMessage, openChat } from '../../world/access.ts';
import { addMessage, type Draft } from '../../world/messages.ts';
import type { Chat, Content, Message } from '../../world/model.ts';
import type { State } from '../../world/state.ts';
import { badRequest, refusal } from '../refusal.ts';

/** Parameters common to all methods that send. */
export interface Sending {
  chat_id: number | string;
  message_thread_id?: number;
  reply_parameters?: {
    message_id?: number;
    chat_id?: number | string;
    allow_sending_without_reply?: boolean;
  };
  reply_markup?: Markup;
  protect_content?: boolean;
}

/** Parameters of a caption. */
export interface Captioned {
  caption?: string;
  parse_mode?: string;
  caption_entities?: Entity[];
}

/** Sends one message of the bot into a chat that is open for it. */
export function sendContent(
  state: State,
  chat: Chat,
  content: Content,
  call: Sending,
  album?: string,
): Message {
  const replyTo = findReply(state, chat, call);
  const markup = call.reply_markup;
  if (markup) layKeyboard(state, chat, markup);
  const draft: Draft = { chat, from: 'bot', content };
  if (call.message_thread_id !== undefined) draft.threadId = call.message_thread_id;
  if (replyTo) draft.replyTo = replyTo;
  if (album !== undefined) draft.album = album;
  if (call.protect_content) draft.protected = true;
  if (markup?.kind === 'inline') {
    if (markup.keyboard) draft.keyboard = markup.keyboard;
  } else if (markup) {
    draft.frozen = true;
    if (markup.kind === 'force-reply') {
      draft.forceReply =
        markup.placeholder === undefined ? {} : { placeholder: markup.placeholder };
    }
  }
  return addMessage(state, draft);
}

/** Fields of ReplyParameters the sandbox carries out; it quotes nothing. */
const REPLY_FIELDS = new Set(['message_id', 'chat_id', 'allow_sending_without_reply']);

function findReply(
  state: State,
  chat: Chat,
  { reply_parameters: reply }: Sending,
): Message | undefined {
  if (!reply) return undefined;
  const foreign = Object.keys(reply).find((key) => !REPLY_FIELDS.has(key));
  if (foreign) throw refusal(501, `the sandbox does not implement ${foreign} of ReplyParameters`);
  if (reply.message_id === undefined) throw badRequest('Message identifier is not specified');
  const there = reply.chat_id === undefined ? chat : openChat(state, reply.chat_id);
  const found = there.messages.get(reply.message_id);
  if (!found && !reply.allow_sending_without_reply) {
    throw badRequest('message to be replied not found');
  }
  return found;
}

function layKeyboard(state: State, chat: Chat, markup: Markup): void {
  if (markup.kind === 'inline' || markup.kind === 'force-reply') return;
  if (markup.kind === 'reply') chat.replyKeyboard = markup.keyboard;
  else delete chat.replyKeyboard;
  state.events.emit('keyboard', () => ({
    chatId: chat.id,
    replyKeyboard: chat.replyKeyboard ?? null,
  }));
}

/** A message of the bot that may be edited, or Telegram's refusal. */
export function findEditable(chat: Chat, messageId: number): Message {
  const message = findMessage(chat, messageId, 'edit');
  if (message.from !== 'bot' || message.frozen || message.content.kind === 'service') {
    throw badRequest("message can't be edited");
  }
  return message;
}
