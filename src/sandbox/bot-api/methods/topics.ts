import { openChat, requireAdministrator } from '../../world/access.ts';
import { addService } from '../../world/messages.ts';
import type { Chat, Topic } from '../../world/model.ts';
import type { State } from '../../world/state.ts';
import { openTopic, removeTopic, setTopicClosed, tellTopic } from '../../world/topics.ts';
import type { Context } from '../method.ts';
import { badRequest } from '../refusal.ts';

interface InTopic {
  chat_id: number | string;
  message_thread_id: number;
}

function openForum(state: State, chatId: number | string, right: string): Chat {
  const chat = openChat(state, chatId);
  if (!chat.isForum) throw badRequest('the chat is not a forum');
  requireAdministrator(chat, right);
  return chat;
}

function findTopic(state: State, call: InTopic, right: string): { chat: Chat; topic: Topic } {
  const chat = openForum(state, call.chat_id, right);
  const topic = chat.topics.get(call.message_thread_id);
  if (!topic) throw badRequest('message thread not found');
  return { chat, topic };
}

function setClosed(state: State, call: InTopic, closed: boolean): true {
  const { chat, topic } = findTopic(state, call, 'close a topic');
  if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED');
  setTopicClosed(state, chat, 'bot', topic, closed);
  return true;
}

export const topics = {
  createForumTopic: (
    { state }: Context,
    call: { chat_id: number | string; name: string; icon_color?: number },
  ) => {
    const chat = openForum(state, call.chat_id, 'create a topic');
    const { name, icon_color: iconColor } = call;
    const topic = openTopic(state, chat, 'bot', { name, iconColor });
    return { message_thread_id: topic.id, name: topic.name, icon_color: topic.iconColor };
  },

  editForumTopic: ({ state }: Context, call: InTopic & { name?: string }) => {
    const { chat, topic } = findTopic(state, call, 'edit a topic');
    const { name } = call;
    if (name === undefined || name === topic.name) throw badRequest('TOPIC_NOT_MODIFIED');
    topic.name = name;
    const fields = { forum_topic_edited: { name } };
    addService(state, chat, 'bot', { service: `Теманын аты: ${name}`, fields }, topic.id);
    tellTopic(state, chat, topic);
    return true;
  },

  closeForumTopic: ({ state }: Context, call: InTopic) => setClosed(state, call, true),

  reopenForumTopic: ({ state }: Context, call: InTopic) => setClosed(state, call, false),

  deleteForumTopic: ({ state }: Context, call: InTopic) => {
    const { chat, topic } = findTopic(state, call, 'delete a topic');
    removeTopic(state, chat, topic);
    return true;
  },
};
