import { findChat, openChat, openForSending } from '../../world/access.ts';
import { deliverBotStatus, renderBotMember, renderMember } from '../../world/membership.ts';
import type { Chat } from '../../world/model.ts';
import { renderChat, renderMessage } from '../../world/render.ts';
import type { State } from '../../world/state.ts';
import { viewGroup } from '../../world/view.ts';
import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';

interface InChat {
  chat_id: number | string;
}

function newestPin(chat: Chat) {
  return [...chat.messages.values()].findLast((message) => message.pinned);
}

function memberOf(state: State, chat: Chat, userId: number) {
  if (userId === state.options.bot.id) return renderBotMember(state, chat.botStatus);
  if (!state.people.has(userId)) throw badRequest('user not found');
  return renderMember(state, chat, userId);
}

export const chats = {
  sendChatAction: (
    { state }: Context,
    {
      chat_id,
      message_thread_id: threadId,
      action,
    }: InChat & { message_thread_id?: number; action: string },
  ) => {
    const chat = openForSending(state, chat_id, 'text messages', threadId);
    state.events.emit('typing', () => ({
      chatId: chat.id,
      action,
      ...(threadId !== undefined && { threadId }),
    }));
    return true;
  },

  getChat: ({ state }: Context, { chat_id }: InChat) => {
    const chat = openChat(state, chat_id);
    const pin = newestPin(chat);
    return {
      ...renderChat(chat),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
      ...(pin && { pinned_message: renderMessage(state, pin) }),
    };
  },

  getChatMember: ({ state }: Context, { chat_id, user_id }: InChat & { user_id: number }) =>
    memberOf(state, openChat(state, chat_id), user_id),

  getChatAdministrators: ({ state }: Context, { chat_id }: InChat) => {
    const chat = openChat(state, chat_id);
    if (chat.person) throw badRequest('there are no administrators in the private chat');
    const [ownerId] = chat.memberIds;
    return [
      ...(ownerId === undefined ? [] : [renderMember(state, chat, ownerId)]),
      ...(chat.botStatus === 'administrator' ? [renderBotMember(state, chat.botStatus)] : []),
    ];
  },

  getChatMemberCount: ({ state }: Context, { chat_id }: InChat) => {
    const chat = openChat(state, chat_id);
    return chat.person ? 2 : chat.memberIds.size + 1;
  },

  leaveChat: ({ state }: Context, { chat_id }: InChat) => {
    const chat = findChat(state, chat_id);
    if (chat.person) throw badRequest("chat member status can't be changed in private chats");
    openChat(state, chat.id);
    const from = chat.botStatus;
    chat.botStatus = 'left';
    deliverBotStatus(state, chat, 'bot', { from, to: 'left' });
    state.events.emit('group', () => viewGroup(chat));
    return true;
  },
};
