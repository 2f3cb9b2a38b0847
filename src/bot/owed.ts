import type { Api } from 'grammy';
import type { CardRenderer, MessageRenderer, Recipient } from '../chat/outgoing.ts';
import type { Database } from '../domain/shared/database.ts';
import type { Limiter } from './limiter.ts';
import { askedToWait, isPassing, isRefused, isUnreachable, migratedTo } from './telegram-errors.ts';

/** After a temporary failure, milliseconds by attempt; the last one repeats. */
const PAUSES = [5000, 30_000, 120_000, 600_000];
/** A row that fails of itself so many times (about a day) ends; while the line fails it stays. */
const TRIES = 150;
/** Milliseconds between tries to record what was sent, and the longest of them. */
const RECORD_PAUSE = 500;
const LONGEST_RECORD_PAUSE = 60_000;

export interface OutboxOptions {
  readonly database: Database;
  readonly api: Api;
  readonly limiter: Limiter;
  readonly now: () => number;
  /** Rejects when the service stops. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly messages: Readonly<Record<string, MessageRenderer>>;
  readonly cards: Readonly<Record<string, CardRenderer>>;
  /** gone: erased, never joined. unreachable: has blocked the bot, and nothing is sent until he is back. */
  readonly recipient: (
    personId: number,
    chatId: number,
  ) => Promise<Recipient | 'gone' | 'unreachable'>;
  /** Does the group have topics? */
  readonly isForum: (chatId: number) => Promise<boolean>;
  /** A group became a supergroup. */
  readonly onMigrated: (from: number, to: number) => Promise<void>;
  readonly onUnreachable: (personId: number) => Promise<void>;
  /** The bot was removed from a group, or the group is gone. */
  readonly onGroupGone: (chatId: number) => Promise<void>;
  readonly onFailure: (error: unknown, what: string) => void;
}

/** What can be recorded about a row on its way. */
export interface Ledger {
  putOff(dueAt: number, why: string): Promise<void>;
  failed(why: string): Promise<void>;
}

interface Owed {
  readonly what: string;
  readonly personId: number;
  /** 0: it never came to sending. */
  readonly chatId: number;
  readonly attempts: number;
}

/**
 * Writes down what became of a row, until the disk takes it: sent anew it would arrive twice. Rejects
 * when the service stops; the row then repeats once.
 */
export async function record(options: OutboxOptions, write: () => Promise<void>): Promise<void> {
  for (let pause = RECORD_PAUSE; ; pause = Math.min(pause * 2, LONGEST_RECORD_PAUSE)) {
    try {
      await write();
      return;
    } catch (error) {
      options.onFailure(error, 'what was sent could not be recorded');
      await options.sleep(pause);
    }
  }
}

/**
 * What is to be done about a failure: a group that moved, somebody out of reach and a refusal are for
 * good; all else waits, as long as Telegram says.
 */
export async function settleFailure(
  options: OutboxOptions,
  error: unknown,
  owed: Owed,
  ledger: Ledger,
): Promise<void> {
  // The service stops: the claim stands until the next start, which takes the row up again.
  if (error instanceof Error && error.name === 'AbortError') throw error;
  const { now, onFailure, onMigrated, onUnreachable, onGroupGone } = options;
  const why = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
  const moved = migratedTo(error);
  if (moved !== null && owed.chatId !== 0) {
    await onMigrated(owed.chatId, moved);
    return record(options, () => ledger.putOff(now(), why));
  }
  if (isUnreachable(error)) {
    await record(options, () => ledger.failed(why));
    if (owed.personId !== 0) await onUnreachable(owed.personId);
    else await onGroupGone(owed.chatId);
    return;
  }
  onFailure(error, owed.what);
  if (isRefused(error) || (owed.attempts >= TRIES && !isPassing(error))) {
    return record(options, () => ledger.failed(why));
  }
  const pause = PAUSES[Math.min(owed.attempts, PAUSES.length) - 1] ?? 0;
  return record(options, () => ledger.putOff(now() + (askedToWait(error) ?? pause), why));
}
