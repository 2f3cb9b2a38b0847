import type { Chat, Message, Person } from '../world/model.ts';
import type { State } from '../world/state.ts';

/** Somebody of the sandbox. */
export function findPerson(state: State, personId: number): Person {
  const person = state.people.get(personId);
  if (!person) throw new Error(`nobody in the sandbox has the id ${personId}`);
  return person;
}

/** A chat in which this person can act: their own with the bot, or a group they are in. */
export function findPlace(state: State, personId: number, chatId: number): Chat {
  const person = findPerson(state, personId);
  const chat = state.chats.get(chatId);
  if (!chat || chat.deleted) throw new Error(`there is no chat ${chatId}`);
  if (chat.migratedTo !== undefined) {
    throw new Error(`the group ${chatId} has become the supergroup ${chat.migratedTo}`);
  }
  const isPresent = chat.person ? chat.person === person : chat.memberIds.has(personId);
  if (!isPresent) throw new Error(`the person ${personId} is not in the chat ${chatId}`);
  if (person.deactivated) throw new Error(`the account ${personId} is deleted`);
  return chat;
}

/** As `findPlace`, for somebody who writes there: first contact makes the bot known. */
export function findPlaceToWrite(state: State, personId: number, chatId: number): Chat {
  const chat = findPlace(state, personId, chatId);
  if (chat.person?.blocked) throw new Error(`the person ${personId} has blocked the bot`);
  if (chat.person) chat.person.started = true;
  return chat;
}

/** A message of the chat, which the person sees there. */
export function findShown(chat: Chat, messageId: number): Message {
  const message = chat.messages.get(messageId);
  if (!message) throw new Error(`there is no message ${messageId} in the chat ${chat.id}`);
  return message;
}
