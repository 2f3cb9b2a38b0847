import type { Update } from 'grammy/types';
import type { InboxRow } from '../domain/inbox/model.ts';
import * as inbox from '../domain/inbox/service.ts';
import { chatOf } from './chat-of.ts';
import { createFinishing } from './finishing.ts';
import { createPursuit, type PursuitOptions } from './pursuit.ts';

/** Chats handled side by side; one officer waits for nobody else's slow line. */
const CHATS_AT_ONCE = 128;

export interface IntakeOptions extends PursuitOptions {
  readonly now: () => number;
}

export interface Intake {
  /** Writes a batch in one commit, then hands it to the chats' workers. */
  take(updates: readonly Update[]): Promise<void>;
  /** Takes up what a former run left undone. */
  resume(): Promise<void>;
  /** Resolves when nothing is waiting or being handled. */
  idle(): Promise<void>;
  /** Lets the updates being handled end; what waits stays in the database. */
  stop(): Promise<void>;
  /** Updates taken in and not yet done with. */
  waiting(): number;
}

/**
 * The inbox at work (decision 4): updates of one chat in their order, chats side by side. A crash
 * loses nothing: rows stay open until the replies are out.
 */
export function createIntake(options: IntakeOptions): Intake {
  const { database, now, sleep, onFailure } = options;
  const pursue = createPursuit(options);
  const queues = new Map<number, InboxRow[]>();
  const ready: number[] = [];
  const working = new Set<Promise<void>>();
  let open = 0;
  let stopping = false;
  let idlers: (() => void)[] = [];

  const settle = () => {
    if (open > 0 || finishing.pending()) return;
    for (const resolve of idlers) resolve();
    idlers = [];
  };
  const finishing = createFinishing({ database, now, sleep, onFailure, onWritten: settle });

  const work = async (chatId: number) => {
    const queue = queues.get(chatId) ?? [];
    for (let row = queue[0]; row && !stopping; row = queue[0]) {
      const outcome = await pursue(row, () => stopping);
      if (outcome === 'left') return;
      finishing[outcome](row.updateId);
      queue.shift();
      open -= 1;
    }
    queues.delete(chatId);
  };

  const next = () => {
    while (working.size < CHATS_AT_ONCE && !stopping) {
      const chatId = ready.shift();
      if (chatId === undefined) return;
      const job = work(chatId).finally(() => {
        working.delete(job);
        next();
        settle();
      });
      working.add(job);
    }
  };

  const queue = (rows: readonly InboxRow[]) => {
    for (const row of rows) {
      open += 1;
      const line = queues.get(row.chatId);
      if (line) line.push(row);
      else {
        queues.set(row.chatId, [row]);
        ready.push(row.chatId);
      }
    }
    next();
  };

  return {
    async take(updates) {
      if (updates.length === 0) return;
      const rows = updates
        .map((update) => ({
          updateId: update.update_id,
          chatId: chatOf(update),
          body: JSON.stringify(update),
        }))
        .toSorted((a, b) => a.updateId - b.updateId);
      queue(await inbox.takeIn(database, rows, now()));
    },
    async resume() {
      queue(await inbox.leftUndone(database));
    },
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        settle();
      }),
    async stop() {
      stopping = true;
      await Promise.all(working);
      await finishing.end();
    },
    waiting: () => open,
  };
}
