/** @import {World, State, Chat, Message, Group, Person} from './types.d.ts' */

/**
 * A freshly read state. Messages that did not change keep their identity, so that what is on the
 * screen stays untouched after a lost connection.
 * @param {State} state @param {World | null} before @returns {World}
 */
export function worldOf(state, before) {
  const world = { ...state, readAt: performance.now() };
  if (before) {
    for (const chat of world.chats) {
      const known = new Map(chatOf(before, chat.id)?.messages.map((m) => [m.id, m]));
      chat.messages = chat.messages.map((message) => {
        const old = known.get(message.id);
        return old && JSON.stringify(old) === JSON.stringify(message) ? old : message;
      });
    }
  }
  return world;
}

/** The sandbox's clock, in milliseconds. @param {World} world */
export function nowIn(world) {
  return world.now + performance.now() - world.readAt;
}

/** @param {World} world @param {number} id @returns {Chat | undefined} */
export function chatOf(world, id) {
  return world.chats.find((chat) => chat.id === id);
}

/** @param {World} world @param {number} id @returns {Person | undefined} */
export function personOf(world, id) {
  return world.people.find((person) => person.id === id);
}

/** @param {World} world @param {number} id @returns {Group | undefined} */
export function groupOf(world, id) {
  return world.groups.find((group) => group.id === id);
}

/** @param {Person} person */
export function fullName(person) {
  return person.last_name ? `${person.first_name} ${person.last_name}` : person.first_name;
}

/** Adds a message, or puts its newer self in its place. @param {World} world @param {Message} message */
export function putMessage(world, message) {
  let chat = chatOf(world, message.chatId);
  if (!chat) {
    const personId = personOf(world, message.chatId) ? message.chatId : null;
    chat = { id: message.chatId, personId, messages: [], replyKeyboard: null };
    world.chats.push(chat);
  }
  const at = chat.messages.findIndex((known) => known.id === message.id);
  if (at >= 0) chat.messages[at] = message;
  else chat.messages.push(message);
  chat.messages.sort((a, b) => a.id - b.id);
}

/** @param {World} world @param {number} chatId @param {number} messageId */
export function dropMessage(world, chatId, messageId) {
  const chat = chatOf(world, chatId);
  if (chat) chat.messages = chat.messages.filter((message) => message.id !== messageId);
}
