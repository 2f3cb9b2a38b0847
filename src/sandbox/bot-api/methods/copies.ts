import type { Markup } from '../../keyboard/types.ts';
import { findMessage, openChat, openForSending } from '../../world/access.ts';
import { addMessage } from '../../world/messages.ts';
import type { Content, Message } from '../../world/model.ts';
import { renderMessage } from '../../world/render.ts';
import type { State } from '../../world/state.ts';
import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';
import { readCaption } from './media.ts';
import { type Captioned, type Sending, sendContent } from './sending.ts';

interface From {
  from_chat_id: number | string;
  message_id: number;
}

/** The original, if it may leave its chat. */
function findOriginal(state: State, call: From, verb: 'copy' | 'forward'): Message {
  const original = findMessage(openChat(state, call.from_chat_id), call.message_id, verb);
  if (original.content.kind === 'service' || original.protected) {
    throw badRequest(`message can't be ${verb === 'copy' ? 'copied' : 'forwarded'}`);
  }
  return original;
}

function withCaption(content: Content, call: Captioned): Content {
  return 'caption' in content && call.caption !== undefined
    ? { ...content, caption: readCaption(call) }
    : content;
}

export const copies = {
  copyMessage: (
    { state }: Context,
    call: Sending & From & Captioned & { reply_markup?: Markup },
  ) => {
    const chat = openForSending(state, call.chat_id, 'text messages', call.message_thread_id);
    const original = findOriginal(state, call, 'copy');
    const copy = sendContent(state, chat, withCaption(original.content, call), call);
    return { message_id: copy.id };
  },

  forwardMessage: ({ state }: Context, call: Sending & From) => {
    const chat = openForSending(state, call.chat_id, 'text messages', call.message_thread_id);
    const original = findOriginal(state, call, 'forward');
    const message = addMessage(state, {
      chat,
      from: 'bot',
      content: original.content,
      forwardedFrom: original.forwardedFrom ?? original,
      ...(call.message_thread_id !== undefined && { threadId: call.message_thread_id }),
      ...(call.protect_content && { protected: true }),
    });
    return renderMessage(state, message);
  },
};
