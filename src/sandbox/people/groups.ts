import { deliverBotStatus } from '../world/membership.ts';
import { addService } from '../world/messages.ts';
import type { BotStatus, Chat } from '../world/model.ts';
import { renderBot, renderSender } from '../world/render.ts';
import { addGroup, type State } from '../world/state.ts';
import { viewGroup } from '../world/view.ts';
import { findPlace } from './presence.ts';

export interface InGroup {
  personId: number;
  chatId: number;
}

/** Somebody makes a group; the bot is not in it yet. */
export function createGroup(
  state: State,
  group: { personId: number; title: string; isForum: boolean; memberIds: number[] },
): { chatId: number } {
  const lowest = Math.min(...state.chats.keys(), group.isForum ? -1_001_000_000_000 : -1000);
  const memberIds = [...new Set([group.personId, ...group.memberIds])];
  const { title, isForum } = group;
  const chat = addGroup(state, { id: lowest - 1, title, isForum, memberIds, botIsMember: false });
  announce(state, chat);
  return { chatId: chat.id };
}

function announce(state: State, chat: Chat): void {
  state.events.emit('group', () => viewGroup(chat));
}

/** Changes the bot's standing in a group and tells the bot. */
function setBotStatus(state: State, { personId, chatId }: InGroup, to: BotStatus): Chat {
  const chat = findPlace(state, personId, chatId);
  if (chat.person) throw new Error(`the chat ${chatId} is not a group`);
  const from = chat.botStatus;
  chat.botStatus = to;
  if (from !== to) deliverBotStatus(state, chat, personId, { from, to });
  announce(state, chat);
  return chat;
}

/** Somebody adds the bot, by its link perhaps as an administrator. */
export function addBot(
  state: State,
  place: InGroup & { administrator?: boolean | undefined },
): void {
  const chat = setBotStatus(state, place, place.administrator ? 'administrator' : 'member');
  const bot = renderBot(state);
  addService(state, chat, place.personId, {
    service: `Топко кошулду: ${state.options.bot.first_name}`,
    fields: { new_chat_members: [bot], new_chat_member: bot, new_chat_participant: bot },
  });
}

/** Somebody throws the bot out; the bot learns it from my_chat_member only. */
export function kickBot(state: State, place: InGroup): void {
  const chat = setBotStatus(state, place, 'kicked');
  addService(state, chat, place.personId, {
    service: `Топтон чыгарылды: ${state.options.bot.first_name}`,
    fields: { left_chat_member: renderBot(state) },
  });
}

/** The owner makes the bot an administrator, an ordinary member, or takes its right to write. */
export function rankBot(
  state: State,
  place: InGroup,
  status: 'administrator' | 'member' | 'restricted',
): void {
  setBotStatus(state, place, status);
}

/** Somebody joins or leaves. */
export function join(state: State, { personId, chatId }: InGroup): void {
  const chat = state.chats.get(chatId);
  if (!chat || chat.person) throw new Error(`there is no group ${chatId}`);
  chat.memberIds.add(personId);
  addService(state, chat, personId, {
    service: 'Топко кошулду',
    fields: { new_chat_members: [renderSender(state, personId)] },
  });
  announce(state, chat);
}

export function leave(state: State, { personId, chatId }: InGroup): void {
  const chat = findPlace(state, personId, chatId);
  chat.memberIds.delete(personId);
  addService(state, chat, personId, {
    service: 'Топтон чыкты',
    fields: { left_chat_member: renderSender(state, personId) },
  });
  announce(state, chat);
}

/**
 * A group becomes a supergroup: the old chat refuses every call and names the new one, and each of
 * the two gets a service message that names the other.
 */
export function upgradeGroup(state: State, place: InGroup): { chatId: number } {
  const old = findPlace(state, place.personId, place.chatId);
  if (old.kind !== 'group') throw new Error(`the chat ${old.id} is not a basic group`);
  const id = -1_000_000_000_000 + old.id;
  const { title, memberIds } = old;
  const chat = addGroup(state, {
    id,
    title,
    isForum: false,
    memberIds: [...memberIds],
    botIsMember: false,
  });
  chat.botStatus = old.botStatus;
  addService(state, old, place.personId, {
    service: 'Топ супертопко айланды',
    fields: { migrate_to_chat_id: id },
  });
  addService(state, chat, place.personId, {
    service: 'Топ супертопко айланды',
    fields: { migrate_from_chat_id: old.id },
  });
  old.migratedTo = id;
  announce(state, chat);
  return { chatId: id };
}

/** The owner deletes the group for everyone. */
export function deleteGroup(state: State, place: InGroup): void {
  const chat = setBotStatus(state, place, 'left');
  chat.deleted = true;
}
