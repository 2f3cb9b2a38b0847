import { findMessage, openChat, requireAdministrator } from '../../world/access.ts';
import { addService } from '../../world/messages.ts';
import type { Chat, Message } from '../../world/model.ts';
import { renderMessage } from '../../world/render.ts';
import type { State } from '../../world/state.ts';
import { viewMessage } from '../../world/view.ts';
import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';

interface Pin {
  chat_id: number | string;
  message_id: number;
}

function openForPinning(state: State, chatId: number | string): Chat {
  const chat = openChat(state, chatId);
  requireAdministrator(chat, 'manage pinned messages in the chat');
  return chat;
}

function unpin(state: State, message: Message): void {
  delete message.pinned;
  state.events.emit('pin', () => viewMessage(message));
}

export const pins = {
  pinChatMessage: ({ state }: Context, call: Pin) => {
    const chat = openForPinning(state, call.chat_id);
    const message = findMessage(chat, call.message_id, 'pin');
    if (message.content.kind === 'service') throw badRequest("message can't be pinned");
    if (message.pinned) return true;
    message.pinned = true;
    state.events.emit('pin', () => viewMessage(message));
    const fields = { pinned_message: renderMessage(state, message, true) };
    addService(state, chat, 'bot', { service: 'Билдирүү бекитилди', fields }, message.threadId);
    return true;
  },

  unpinChatMessage: ({ state }: Context, call: Partial<Pin> & { chat_id: number | string }) => {
    const chat = openForPinning(state, call.chat_id);
    const message =
      call.message_id === undefined
        ? [...chat.messages.values()].findLast((candidate) => candidate.pinned)
        : findMessage(chat, call.message_id, 'unpin');
    if (!message) throw badRequest('message to unpin not found');
    unpin(state, message);
    return true;
  },

  unpinAllChatMessages: ({ state }: Context, call: { chat_id: number | string }) => {
    const chat = openForPinning(state, call.chat_id);
    for (const message of chat.messages.values()) if (message.pinned) unpin(state, message);
    return true;
  },
};
