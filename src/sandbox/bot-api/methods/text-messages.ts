import { formatMessageText, TEXT_LENGTH } from '../../text/format.ts';
import type { Entity } from '../../text/entity.ts';
import { openForSending } from '../../world/access.ts';
import { renderMessage } from '../../world/render.ts';
import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';
import { type Sending, sendContent } from './sending.ts';

interface SendMessage extends Sending {
  text: string;
  parse_mode?: string;
  entities?: Entity[];
  link_preview_options?: Record<string, unknown>;
}

export const textMessages = {
  sendMessage: ({ state }: Context, call: SendMessage) => {
    const text = formatMessageText({
      text: call.text,
      parseMode: call.parse_mode,
      entities: call.entities,
    });
    const chat = openForSending(state, call.chat_id, 'text messages', call.message_thread_id);
    if (text.text.length > TEXT_LENGTH) throw badRequest('message is too long');
    const linkPreview = call.link_preview_options;
    const message = sendContent(
      state,
      chat,
      { kind: 'text', text, ...(linkPreview && { linkPreview }) },
      call,
    );
    return renderMessage(state, message);
  },
};
