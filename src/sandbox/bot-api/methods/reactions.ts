import { findMessage, openChat } from '../../world/access.ts';
import { viewMessage } from '../../world/view.ts';
import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';

interface React {
  chat_id: number | string;
  message_id: number;
  reaction?: { type: string }[];
}

export const reactions = {
  /** A bot has one reaction a message; an empty list takes it back. */
  setMessageReaction: ({ state }: Context, call: React) => {
    const message = findMessage(openChat(state, call.chat_id), call.message_id, 'react');
    const { reaction = [] } = call;
    if (reaction.length > 1) throw badRequest('REACTIONS_TOO_MANY');
    if (reaction.some(({ type }) => type !== 'emoji')) throw badRequest('REACTION_INVALID');
    message.reactions = reaction;
    state.events.emit('edit', () => viewMessage(message));
    return true;
  },
};
