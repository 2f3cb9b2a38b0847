import type { State } from '../world/state.ts';
import { openTopic, removeTopic } from '../world/topics.ts';
import { findPlace } from './presence.ts';

/** Somebody opens a topic in a forum. */
export function createTopic(
  state: State,
  { personId, chatId, name }: { personId: number; chatId: number; name: string },
): { threadId: number } {
  const chat = findPlace(state, personId, chatId);
  if (!chat.isForum) throw new Error(`the chat ${chatId} is not a forum`);
  return { threadId: openTopic(state, chat, personId, { name }).id };
}

/** Somebody deletes a topic with all its messages; the bot is not told. */
export function deleteTopic(
  state: State,
  { personId, chatId, threadId }: { personId: number; chatId: number; threadId: number },
): void {
  const chat = findPlace(state, personId, chatId);
  const topic = chat.topics.get(threadId);
  if (!topic) throw new Error(`there is no topic ${threadId} in the chat ${chatId}`);
  removeTopic(state, chat, topic);
}
