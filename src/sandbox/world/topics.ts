import { addService } from './messages.ts';
import type { Chat, Topic } from './model.ts';
import type { State } from './state.ts';

/** The colours a topic's icon may have; the first is taken where none is named. */
export const FIRST_ICON_COLOR = 7_322_096;

/** Opens a topic: its id is that of the service message that tells of it. */
export function openTopic(
  state: State,
  chat: Chat,
  from: 'bot' | number,
  { name, iconColor = FIRST_ICON_COLOR }: { name: string; iconColor?: number | undefined },
): Topic {
  const id = (chat.lastMessageId ?? 0) + 1;
  const topic: Topic = { id, name, closed: false, iconColor };
  chat.topics.set(id, topic);
  addService(
    state,
    chat,
    from,
    {
      service: `Тема ачылды: ${name}`,
      fields: { forum_topic_created: { name, icon_color: iconColor } },
    },
    id,
  );
  tellTopic(state, chat, topic);
  return topic;
}

export function tellTopic(state: State, chat: Chat, { id, name, closed }: Topic): void {
  state.events.emit('topic', () => ({ chatId: chat.id, topic: { id, name, closed } }));
}

/** Closes or reopens a topic. */
export function setTopicClosed(
  state: State,
  chat: Chat,
  from: 'bot' | number,
  topic: Topic,
  closed: boolean,
): void {
  topic.closed = closed;
  addService(
    state,
    chat,
    from,
    closed
      ? { service: 'Тема жабылды', fields: { forum_topic_closed: {} } }
      : { service: 'Тема кайра ачылды', fields: { forum_topic_reopened: {} } },
    topic.id,
  );
  tellTopic(state, chat, topic);
}

/** Removes a topic with all its messages. */
export function removeTopic(state: State, chat: Chat, topic: Topic): void {
  chat.topics.delete(topic.id);
  for (const message of chat.messages.values()) {
    if (message.threadId === topic.id) chat.messages.delete(message.id);
  }
  tellTopic(state, chat, topic);
}
