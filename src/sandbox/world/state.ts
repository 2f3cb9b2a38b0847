import { firstNumber } from '../numbers.ts';
import { createUpdates, type Updates } from '../delivery/updates.ts';
import type { SandboxGroup, SandboxOptions } from '../options.ts';
import { createEvents, type Events } from './events.ts';
import type { Callback, Chat, Person, StoredFile } from './model.ts';

/** A chat is a supergroup from this id down, −100 followed by ten digits or more. */
const FIRST_SUPERGROUP = -1_000_000_000_000;

/** Everything one sandbox holds, in memory. */
export interface State {
  readonly options: SandboxOptions;
  readonly events: Events;
  readonly updates: Updates;
  people: Map<number, Person>;
  chats: Map<number, Chat>;
  files: Map<string, StoredFile>;
  filePaths: Map<string, StoredFile>;
  callbacks: Map<string, Callback>;
  /** Commands, names and descriptions the bot has set, by scope and language. */
  profile: Map<string, unknown>;
  /** Private chats and basic groups of one account share their message numbers; supergroups do not. */
  lastMessageId: number;
  lastFile: number;
  lastCallback: number;
  lastAlbum: number;
  /** Milliseconds of the sandbox's clock when the bot was last started anew. */
  launchedAt: number;
  loggedOut: boolean;
}

export function createState(options: SandboxOptions): State {
  const state: State = {
    options,
    events: createEvents(),
    updates: createUpdates(options.now),
    people: new Map(),
    chats: new Map(),
    files: new Map(),
    filePaths: new Map(),
    callbacks: new Map(),
    profile: new Map(),
    lastMessageId: 0,
    lastFile: firstNumber(options.now()),
    lastCallback: 0,
    lastAlbum: 0,
    launchedAt: options.now(),
    loggedOut: false,
  };
  populate(state);
  return state;
}

/** Puts the people and groups of the options into an empty world; everything before is forgotten. */
export function populate(state: State): void {
  for (const map of [state.people, state.chats, state.files, state.filePaths]) map.clear();
  state.callbacks.clear();
  state.profile.clear();
  state.lastMessageId = firstNumber(state.options.now());
  for (const card of state.options.people) {
    const person: Person = { card, started: false, blocked: false, deactivated: false };
    state.people.set(card.id, person);
    state.chats.set(card.id, { ...newChat(card.id, ''), person });
  }
  for (const group of state.options.groups) addGroup(state, group);
}

/** Adds a group; a forum must be a supergroup. */
export function addGroup(state: State, group: SandboxGroup): Chat {
  if (group.id >= 0) throw new Error(`a group needs a negative id, not ${group.id}`);
  if (group.isForum && group.id > FIRST_SUPERGROUP) {
    throw new Error(`a forum needs the id of a supergroup (−100…), not ${group.id}`);
  }
  const chat = newChat(group.id, group.title);
  chat.isForum = group.isForum;
  chat.lastMessageId = firstNumber(state.options.now());
  for (const id of group.memberIds) chat.memberIds.add(id);
  chat.botStatus = group.botIsMember ? 'administrator' : 'left';
  state.chats.set(group.id, chat);
  return chat;
}

function newChat(id: number, title: string): Chat {
  return {
    id,
    kind: id > 0 ? 'private' : id > FIRST_SUPERGROUP ? 'group' : 'supergroup',
    title,
    isForum: false,
    memberIds: new Set(),
    botStatus: 'member',
    messages: new Map(),
    topics: new Map(),
  };
}

/** Unix seconds of the sandbox's clock. */
export function seconds(state: State): number {
  return Math.floor(state.options.now() / 1000);
}
