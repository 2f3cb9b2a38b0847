import { type Api, InputFile } from 'grammy';
import { keyboardOf } from '../chat/keyboard.ts';
import type { CardRenderer, MessageRenderer, Outgoing, Recipient } from '../chat/outgoing.ts';
import type { CardRow, MessageRow } from '../domain/outbox/model.ts';
import * as outbox from '../domain/outbox/service.ts';
import type { Database } from '../domain/shared/database.ts';
import type { Limiter } from './limiter.ts';
import {
  isRefused,
  isTopicGone,
  isUnchanged,
  isUneditable,
  isUnreachable,
  migratedTo,
} from './telegram-errors.ts';

/** Rows claimed at a time; each waits for its turn at the limiter. */
const CLAIM = 20;
/** Rows the CLI has written are noticed within a second. */
const LOOK_EVERY = 1000;
/** After a temporary failure, milliseconds by attempt; the last one repeats. */
const PAUSES = [5000, 30_000, 120_000, 600_000];
/** A row that still fails after so many tries (about a day) ends. */
const TRIES = 150;

export interface OutboxOptions {
  readonly database: Database;
  readonly api: Api;
  readonly limiter: Limiter;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly messages: Readonly<Record<string, MessageRenderer>>;
  readonly cards: Readonly<Record<string, CardRenderer>>;
  /** null: the person is gone (erased, never joined). */
  readonly recipient: (personId: number, chatId: number) => Promise<Recipient | null>;
  /** Does the group have topics? */
  readonly isForum: (chatId: number) => Promise<boolean>;
  /** A group became a supergroup. */
  readonly onMigrated: (from: number, to: number) => Promise<void>;
  readonly onUnreachable: (personId: number) => Promise<void>;
  readonly onFailure: (error: unknown, what: string) => void;
}

export interface Outbox {
  /** Something was owed just now. */
  wake(): void;
  /** Sends until nothing is due. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

const HTML = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

/** Sends what is owed: claim, render, send, record (decision 5). Runs until stopped. */
export function startOutbox(options: OutboxOptions): Outbox {
  const { database, api, limiter, now, sleep, onFailure } = options;
  const startedAt = now();
  let stopping = false;
  let woken: () => void = () => {};
  let pending: Promise<void> = new Promise((resolve) => {
    woken = resolve;
  });

  const later = (attempts: number) =>
    now() + (PAUSES[Math.min(attempts - 1, PAUSES.length - 1)] ?? 0);

  const sendOut = async (
    chatId: number,
    out: Outgoing,
    threadId: number | null,
  ): Promise<number> => {
    const thread = threadId === null ? {} : { message_thread_id: threadId };
    if (out.kind === 'screen') {
      const markup =
        out.screen.rows.length > 0 ? { reply_markup: keyboardOf(out.screen.rows) } : {};
      const message = await api.sendMessage(chatId, out.screen.text, {
        ...HTML,
        ...thread,
        ...markup,
      });
      return message.message_id;
    }
    const file = new InputFile(out.bytes, out.fileName);
    const caption =
      out.caption === null ? {} : { caption: out.caption, parse_mode: 'HTML' as const };
    const message = await api.sendDocument(chatId, file, { ...thread, ...caption });
    return message.message_id;
  };

  const sendMessage = async (row: MessageRow) => {
    const render = options.messages[row.kind];
    const to = await options.recipient(row.personId, row.chatId);
    try {
      if (!render) throw new Error(`Nobody renders ${row.kind}`);
      const out = to && (await render(JSON.parse(row.payload), to));
      if (out && to) {
        await limiter.turn(to.chatId);
        await sendOut(to.chatId, out, null);
      }
      await outbox.sent(database, row.id, now());
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const moved = migratedTo(error);
      if (moved !== null && to) {
        await options.onMigrated(to.chatId, moved);
        await outbox.putOff(database, row.id, now(), why);
        return;
      }
      if (isUnreachable(error) || isRefused(error) || row.attempts >= TRIES) {
        await outbox.failed(database, row.id, now(), why);
        if (isUnreachable(error) && row.personId !== 0) await options.onUnreachable(row.personId);
      } else await outbox.putOff(database, row.id, later(row.attempts), why);
      if (!isUnreachable(error)) onFailure(error, `message ${row.id} (${row.kind})`);
    }
  };

  /** The organisation's topic in a forum; null: the group has none. */
  const threadFor = async (
    chatId: number,
    topic: { orgId: number; name: string } | undefined,
    anew: boolean,
  ) => {
    if (!topic || chatId > 0) return null;
    if (!(await options.isForum(chatId))) return null;
    const threadId = await outbox.topicOf(database.read, chatId, topic.orgId);
    if (threadId !== null && !anew) return threadId;
    await limiter.turn(chatId);
    const made = await api.createForumTopic(chatId, topic.name.slice(0, 128));
    await outbox.saveTopic(database, chatId, topic.orgId, made.message_thread_id);
    return made.message_thread_id;
  };

  const edited = async (row: CardRow, chatId: number, out: Outgoing & { kind: 'screen' }) => {
    if (row.messageId === null) return false;
    try {
      await api.editMessageText(chatId, row.messageId, out.screen.text, {
        ...HTML,
        reply_markup: keyboardOf(out.screen.rows),
      });
      return true;
    } catch (error) {
      if (isUnchanged(error)) return true;
      if (isUneditable(error)) return false;
      throw error;
    }
  };

  const showCard = async (row: CardRow) => {
    const to = await options.recipient(row.personId, row.chatId);
    const render = options.cards[row.kind];
    try {
      if (!render) throw new Error(`Nobody renders ${row.kind}`);
      const card = to && (await render(row.subject, to));
      if (!card || !to) {
        await outbox.shown(database, row, row.messageId, row.threadId);
        return;
      }
      const out = { kind: 'screen', screen: card.screen } as const;
      await limiter.turn(to.chatId);
      if (await edited(row, to.chatId, out)) {
        await outbox.shown(database, row, row.messageId, row.threadId);
        return;
      }
      let threadId = await threadFor(to.chatId, card.topic, false);
      let messageId: number;
      try {
        messageId = await sendOut(to.chatId, out, threadId);
      } catch (error) {
        if (!isTopicGone(error)) throw error;
        threadId = await threadFor(to.chatId, card.topic, true);
        messageId = await sendOut(to.chatId, out, threadId);
      }
      await outbox.shown(database, row, messageId, threadId);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const moved = migratedTo(error);
      if (moved !== null && to) {
        await options.onMigrated(to.chatId, moved);
        await outbox.putOffCard(database, row.id, now(), why);
        return;
      }
      if (isUnreachable(error) || isRefused(error) || row.attempts >= TRIES) {
        await outbox.failedCard(database, row.id, now(), why);
        if (isUnreachable(error) && row.personId !== 0) await options.onUnreachable(row.personId);
      } else await outbox.putOffCard(database, row.id, later(row.attempts), why);
      if (!isUnreachable(error)) onFailure(error, `card ${row.id} (${row.kind})`);
    }
  };

  const drain = async () => {
    for (;;) {
      const { messages, cards } = await outbox.claim(database, now(), startedAt, CLAIM);
      if (messages.length + cards.length === 0) return;
      await Promise.all([...messages.map(sendMessage), ...cards.map(showCard)]);
      if (stopping) return;
    }
  };

  const run = async () => {
    while (!stopping) {
      try {
        const due = await outbox.nextDue(database.read);
        if (due !== null && due <= now()) await drain();
      } catch (error) {
        onFailure(error, 'outbox');
      }
      if (stopping) return;
      await Promise.race([pending, sleep(LOOK_EVERY)]);
      pending = new Promise((resolve) => {
        woken = resolve;
      });
    }
  };

  const running = run();
  return {
    wake: () => woken(),
    drain,
    async stop() {
      stopping = true;
      woken();
      await running;
    },
  };
}
