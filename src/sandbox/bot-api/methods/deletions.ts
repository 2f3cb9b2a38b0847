import { findMessage, openChat } from '../../world/access.ts';
import { removeMessage } from '../../world/messages.ts';
import type { Message } from '../../world/model.ts';
import { seconds, type State } from '../../world/state.ts';
import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';

/** Age in seconds up to which a message can be deleted (core.telegram.org/bots/api, deleteMessage). */
const DELETABLE_S = 48 * 60 * 60;

/** Why a message cannot be deleted; undefined if it can. An administrator of a group has no limit. */
function obstacle(state: State, { chat, from, date }: Message): string | undefined {
  if (chat.botStatus === 'administrator') return undefined;
  if (!chat.person && from !== 'bot') return "message can't be deleted";
  return seconds(state) - date > DELETABLE_S ? "message can't be deleted for everyone" : undefined;
}

export const deletions = {
  deleteMessage: ({ state }: Context, call: { chat_id: number | string; message_id: number }) => {
    const message = findMessage(openChat(state, call.chat_id), call.message_id, 'delete');
    const reason = obstacle(state, message);
    if (reason) throw badRequest(reason);
    removeMessage(state, message);
    return true;
  },

  /** Messages that are not there or too old are skipped, as Telegram does. */
  deleteMessages: (
    { state }: Context,
    call: { chat_id: number | string; message_ids: number[] },
  ) => {
    const chat = openChat(state, call.chat_id);
    for (const id of call.message_ids) {
      const message = chat.messages.get(id);
      if (message && !obstacle(state, message)) removeMessage(state, message);
    }
    return true;
  },
};
