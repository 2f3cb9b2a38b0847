import { type OddKind, type Sent, sendOdd, upload } from './people/files.ts';
import {
  addBot,
  createGroup,
  deleteGroup,
  type InGroup,
  join,
  kickBot,
  leave,
  rankBot,
  upgradeGroup,
} from './people/groups.ts';
import { type Press, press } from './people/press.ts';
import { block, deactivate } from './people/standing.ts';
import { edit, type Place, send, start } from './people/talk.ts';
import { createTopic, deleteTopic } from './people/topics.ts';
import type { Update } from './delivery/updates.ts';
import type { Events } from './world/events.ts';
import type { Callback } from './world/model.ts';
import { populate, type State } from './world/state.ts';
import { type MessageView, type StateView, viewChat, viewState } from './world/view.ts';

/**
 * What people do, and what they see: the in-process form of the control API. A deed that is
 * impossible (a stranger in a group, an empty text) throws an Error that says why.
 */
export interface World {
  /** Opens the bot by link; with `chatId`, in a group. The parameter reaches the bot only. */
  start(personId: number, parameter?: string, chatId?: number): { messageId: number };
  /** More than 4096 characters go as several messages; `messageId` is the first. */
  send(message: Place & { text: string }): { messageId: number; messageIds: number[] };
  press(press: Press): { queryId: string };
  edit(change: Place & { messageId: number; text: string }): void;
  /** Several files are an album. */
  upload(sent: Sent): { messageIds: number[] };
  sendOdd(place: Place, kind: OddKind): { messageId: number };
  block(personId: number, blocked: boolean): void;
  deactivate(personId: number): void;
  createGroup(group: { personId: number; title: string; isForum: boolean; memberIds: number[] }): {
    chatId: number;
  };
  addBot(place: InGroup & { administrator?: boolean }): void;
  kickBot(place: InGroup): void;
  rankBot(place: InGroup, status: 'administrator' | 'member' | 'restricted'): void;
  join(place: InGroup): void;
  leave(place: InGroup): void;
  upgradeGroup(place: InGroup): { chatId: number };
  deleteGroup(place: InGroup): void;
  createTopic(topic: InGroup & { name: string }): { threadId: number };
  deleteTopic(topic: InGroup & { threadId: number }): void;
  /** Moves the clock by `options.advanceClock`. */
  advance(ms: number): Promise<void>;
  /** Moves it to `options.nextMorning`. */
  toMorning(): Promise<void>;
  /** Empties the world, then calls `options.reset`. */
  reset(): Promise<void>;
  /** Delivers a former update once more. */
  redeliver(updateId: number): void;
  /** Delivers the updates that `act` causes last first. */
  reversed(act: () => void): void;
  /** The updates the bot has not confirmed. */
  pendingUpdates(): Update[];

  state(): StateView;
  /** The messages of a chat, oldest first. */
  messages(chatId: number): MessageView[];
  /** A press and what the bot answered, if it has. */
  callback(queryId: string): Callback | undefined;
  /** All presses, oldest first. */
  callbacks(): Callback[];
  file(fileId: string): { name: string; mime: string; bytes: Buffer } | undefined;
  /** Tells of everything that happens, the calls of the bot included. */
  listen: Events['listen'];
}

export function createWorld(state: State): World {
  const { options, events, updates } = state;
  const advance = async (ms: number) => {
    if (!options.advanceClock) throw new Error('the clock of this sandbox cannot be moved');
    if (!(ms > 0)) throw new Error('the clock goes forward only');
    await options.advanceClock(ms);
    events.emit('clock', () => ({ now: options.now() }));
  };
  return {
    start: (personId, parameter, chatId) => start(state, personId, parameter, chatId),
    send: (message) => send(state, message),
    press: (pressed) => press(state, pressed),
    edit: (change) => edit(state, change),
    upload: (sent) => upload(state, sent),
    sendOdd: (place, kind) => sendOdd(state, place, kind),
    block: (personId, blocked) => block(state, personId, blocked),
    deactivate: (personId) => deactivate(state, personId),
    createGroup: (group) => createGroup(state, group),
    addBot: (place) => addBot(state, place),
    kickBot: (place) => kickBot(state, place),
    rankBot: (place, status) => rankBot(state, place, status),
    join: (place) => join(state, place),
    leave: (place) => leave(state, place),
    upgradeGroup: (place) => upgradeGroup(state, place),
    deleteGroup: (place) => deleteGroup(state, place),
    createTopic: (topic) => createTopic(state, topic),
    deleteTopic: (topic) => deleteTopic(state, topic),
    advance,
    async toMorning() {
      if (!options.nextMorning) throw new Error('this sandbox knows no working mornings');
      await advance((await options.nextMorning()) - options.now());
    },
    async reset() {
      updates.clear();
      populate(state);
      await options.reset?.();
      events.emit('reset', () => ({}));
    },
    redeliver: (updateId) => updates.redeliver(updateId),
    reversed: (act) => updates.reversed(act),
    pendingUpdates: () => updates.pending().map((entry) => entry.update),

    state: () => viewState(state),
    messages(chatId) {
      const chat = state.chats.get(chatId);
      if (!chat) throw new Error(`there is no chat ${chatId}`);
      return viewChat(chat).messages;
    },
    callback: (queryId) => state.callbacks.get(queryId),
    callbacks: () => [...state.callbacks.values()],
    file: (fileId) => state.files.get(fileId),
    listen: (listener) => events.listen(listener),
  };
}
