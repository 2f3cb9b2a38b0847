import type { Message, Update, User } from 'grammy/types';
import {
  acknowledge,
  type Answer,
  giveUp,
  newOfficer,
  nextTap,
  type Officer,
  type Tap,
} from './officer.ts';
import { createUpdates, type Updates } from './updates.ts';

/** A tap on its way: from the moment it is handed to the bot until both calls have been answered. */
interface Pending {
  readonly officer: Officer;
  readonly tap: Tap;
  readonly queryId: string;
  handedAt: number;
  edited: boolean;
  answered: boolean;
}

export interface Screen {
  readonly text: string;
  readonly buttons: readonly string[];
}

/** What all officers have seen so far. */
export interface Counts {
  /** Answers acknowledged. */
  answers: number;
  /** Taps that got both of their calls. */
  taps: number;
  documents: number;
}

export interface Stage {
  readonly updates: Updates;
  readonly counts: Counts;
  /** Answers that the bot has acknowledged by the tick on the card. */
  readonly acknowledged: Answer[];
  officer(chatId: number): Officer;
  /** A typed message. */
  type(chatId: number, text: string): void;
  /** Presses a button that only tells something; resolves with the milliseconds of handling. */
  press(chatId: number, data: string): Promise<number>;
  /** Presses what the officer finds; null: nothing to press. */
  tap(chatId: number): Promise<{ readonly ms: number; readonly answer: Answer | null } | null>;
  /** All these officers tap on, each after the answer to the tap before. */
  goOn(chatIds: readonly number[]): void;
  /** No further taps of their own accord. */
  rest(): void;
  /** Taps on their way. */
  pending(): number;
  edited(chatId: number, messageId: number, screen: Screen): void;
  sent(chatId: number, screen: Screen): number;
  callbackAnswered(queryId: string): void;
  documentSent(): void;
}

const person = (id: number): User => ({ id, is_bot: false, first_name: `Officer ${id}` });
const chatOf = (id: number) => ({ id, type: 'private', first_name: `Officer ${id}` }) as const;
const BOT: User = { id: 1, is_bot: true, first_name: 'Bot' };

/** "3.2" of 302. */
const itemId = (code: number): string => `${Math.floor(code / 100)}.${code % 100}`;

/** The card says in its second line which answer it keeps: «3.2: Ооба, сакталды». */
const ticks = (text: string, { item }: Answer): boolean =>
  text
    .split('\n')[1]
    ?.replaceAll(/<[^>]+>/g, '')
    .startsWith(`${itemId(item)}: `) ?? false;

/** Milliseconds within which the card follows the answer to the tap; else the bot has refused. */
const REFUSED_MS = 1000;

export function createStage(): Stage {
  const officers = new Map<number, Officer>();
  const pending = new Map<string, Pending>();
  const byChat = new Map<number, Pending>();
  const settled = new Map<string, (ms: number) => void>();
  const tapping = new Set<number>();
  const acknowledged: Answer[] = [];
  const counts: Counts = { answers: 0, taps: 0, documents: 0 };
  let queries = 0;
  let messages = 100;
  const startedAt = Date.now();

  const updates = createUpdates((update: Update) => {
    const one = update.callback_query && pending.get(update.callback_query.id);
    if (one) one.handedAt = performance.now();
  });

  const officerOf = (chatId: number): Officer => {
    const known = officers.get(chatId) ?? newOfficer(chatId);
    officers.set(chatId, known);
    return known;
  };

  const begin = (officer: Officer, tap: Tap, edits = true): Promise<number> => {
    const { chatId, messageId } = officer;
    const queryId = `${startedAt}${queries++}`;
    const one = { officer, tap, queryId, handedAt: 0, edited: !edits, answered: false };
    pending.set(queryId, one);
    byChat.set(chatId, one);
    const done = new Promise<number>((resolve) => settled.set(queryId, resolve));
    const message = { message_id: messageId, date: 1, chat: chatOf(chatId), from: BOT, text: '-' };
    updates.push({
      callback_query: {
        id: queryId,
        from: person(chatId),
        message: message as Message,
        chat_instance: '1',
        data: tap.data,
      },
    });
    return done;
  };

  const settle = (one: Pending) => {
    const { queryId, officer } = one;
    pending.delete(queryId);
    byChat.delete(officer.chatId);
    counts.taps += 1;
    settled.get(queryId)?.(performance.now() - one.handedAt);
    settled.delete(queryId);
    if (tapping.has(officer.chatId)) proceed(officer);
  };

  /** Answered, and yet no card keeps the answer: the officer goes on with another item. */
  const refused = (one: Pending) => {
    if (!pending.has(one.queryId)) return;
    if (one.tap.answer) giveUp(one.officer, one.tap.answer.item);
    settle(one);
  };

  const proceed = (officer: Officer) => {
    const tap = nextTap(officer);
    if (tap) void begin(officer, tap);
    else tapping.delete(officer.chatId);
  };

  /** Whether the screen acknowledges the answer on its way. */
  const see = (officer: Officer, messageId: number, { text, buttons }: Screen): boolean => {
    officer.messageId = messageId;
    officer.buttons = buttons;
    const one = byChat.get(officer.chatId);
    if (!one?.tap.answer || one.edited) return false;
    if (!ticks(text, one.tap.answer)) return false;
    acknowledge(officer, one.tap);
    acknowledged.push(one.tap.answer);
    counts.answers += 1;
    return true;
  };

  const shown = (one: Pending | undefined) => {
    if (!one) return;
    one.edited = true;
    if (one.answered) settle(one);
  };

  return {
    updates,
    counts,
    acknowledged,
    officer: officerOf,
    type(chatId, text) {
      const message = {
        message_id: ++messages,
        date: 1,
        chat: chatOf(chatId),
        from: person(chatId),
      };
      const entities = text.startsWith('/')
        ? [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]?.length ?? 0 }]
        : [];
      updates.push({ message: { ...message, text, entities } } as Omit<Update, 'update_id'>);
    },
    press: (chatId, data) => begin(officerOf(chatId), { data, answer: null }, false),
    async tap(chatId) {
      const officer = officerOf(chatId);
      const tap = nextTap(officer);
      return tap && { ms: await begin(officer, tap), answer: tap.answer };
    },
    goOn(chatIds) {
      for (const chatId of chatIds) {
        tapping.add(chatId);
        if (!byChat.has(chatId)) proceed(officerOf(chatId));
      }
    },
    rest: () => tapping.clear(),
    pending: () => pending.size,
    edited(chatId, messageId, screen) {
      const one = byChat.get(chatId);
      // After a crash a card comes again: it may belong to the tap before the one on its way.
      if (see(officerOf(chatId), messageId, screen) || !one?.tap.answer) shown(one);
    },
    sent(chatId, screen) {
      const messageId = ++messages;
      if (screen.buttons.length === 0) return messageId;
      const one = byChat.get(chatId);
      if (see(officerOf(chatId), messageId, screen) || !one?.tap.answer) shown(one);
      return messageId;
    },
    callbackAnswered(queryId) {
      const one = pending.get(queryId);
      if (!one) return;
      one.answered = true;
      if (one.edited) settle(one);
      else setTimeout(refused, REFUSED_MS, one);
    },
    documentSent() {
      counts.documents += 1;
    },
  };
}
