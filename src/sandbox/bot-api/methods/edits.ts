import type { InlineKeyboard, Markup } from '../../keyboard/types.ts';
import { formatCaption, formatMessageText, TEXT_LENGTH } from '../../text/format.ts';
import type { Entity } from '../../text/entity.ts';
import { openChat } from '../../world/access.ts';
import { touchMessage } from '../../world/messages.ts';
import type { Content, Message } from '../../world/model.ts';
import { renderMessage } from '../../world/render.ts';
import type { State } from '../../world/state.ts';
import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';
import { readMedia, type Media } from './media.ts';
import { type Captioned, findEditable } from './sending.ts';

interface Editing {
  chat_id?: number | string;
  message_id?: number;
  inline_message_id?: string;
  reply_markup?: Markup;
}

interface EditText extends Editing {
  text?: string;
  parse_mode?: string;
  entities?: Entity[];
  link_preview_options?: Record<string, unknown>;
}

/** The message a call edits. The sandbox has no inline mode, so no inline message is known to it. */
function findEdited(state: State, call: Editing): Message {
  if (call.inline_message_id !== undefined) {
    throw badRequest('Wrong inline message identifier specified');
  }
  if (call.chat_id === undefined) throw badRequest('chat_id is empty');
  if (call.message_id === undefined) throw badRequest('Message identifier is not specified');
  return findEditable(openChat(state, call.chat_id), call.message_id);
}

/**
 * Gives a message new content and a new keyboard: leaving the keyboard out removes it, and an edit
 * that changes nothing is refused.
 */
function change(state: State, message: Message, content: Content, markup: Markup | undefined) {
  const keyboard = markup?.kind === 'inline' ? markup.keyboard : undefined;
  if (sameContent(message.content, content) && sameKeyboard(message.keyboard, keyboard)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  message.content = content;
  if (keyboard) message.keyboard = keyboard;
  else delete message.keyboard;
  touchMessage(state, message);
  return renderMessage(state, message);
}

function sameContent(before: Content, after: Content): boolean {
  if (before === after) return true;
  if (before.kind === 'text' && after.kind === 'text') {
    return before.text.text === after.text.text && JSON.stringify(before) === JSON.stringify(after);
  }
  if ('caption' in before && 'caption' in after) {
    return (
      before.file === after.file && JSON.stringify(before.caption) === JSON.stringify(after.caption)
    );
  }
  return false;
}

function sameKeyboard(before: InlineKeyboard | undefined, after: InlineKeyboard | undefined) {
  return JSON.stringify(before) === JSON.stringify(after);
}

function editCaption({ state }: Context, call: Editing & Captioned): unknown {
  const caption = formatCaption({
    text: call.caption,
    parseMode: call.parse_mode,
    entities: call.caption_entities,
  });
  const message = findEdited(state, call);
  if (!('caption' in message.content))
    throw badRequest('there is no caption in the message to edit');
  return change(state, message, { ...message.content, caption }, call.reply_markup);
}

export const edits = {
  editMessageText: ({ state }: Context, call: EditText) => {
    const text = formatMessageText({
      text: call.text,
      parseMode: call.parse_mode,
      entities: call.entities,
    });
    const message = findEdited(state, call);
    if (message.content.kind !== 'text')
      throw badRequest('there is no text in the message to edit');
    if (text.text.length > TEXT_LENGTH) throw badRequest('MESSAGE_TOO_LONG');
    const linkPreview = call.link_preview_options;
    const content: Content = { kind: 'text', text, ...(linkPreview && { linkPreview }) };
    return change(state, message, content, call.reply_markup);
  },

  editMessageCaption: editCaption,

  editMessageReplyMarkup: ({ state }: Context, call: Editing) => {
    const message = findEdited(state, call);
    return change(state, message, message.content, call.reply_markup);
  },

  editMessageMedia: (context: Context, call: Editing & { media: Media }) => {
    const { state } = context;
    const message = findEdited(state, call);
    const content = readMedia(context, call.media);
    return change(state, message, content, call.reply_markup);
  },
};
