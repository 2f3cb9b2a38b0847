import type { Update } from 'grammy/types';
import * as inbox from '../domain/inbox/service.ts';
import { ATTEMPTS, type InboxRow } from '../domain/inbox/model.ts';
import type { Database } from '../domain/shared/database.ts';
import { chatOf } from './chat-of.ts';

/** Chats handled side by side; one officer waits for nobody else's slow line. */
const CHATS_AT_ONCE = 128;
/** Finished rows are marked together after so many milliseconds. */
const FINISH_DELAY = 50;
/** Before an update that failed is tried again, milliseconds. */
const PAUSES = [300, 1500];

export interface IntakeOptions {
  readonly database: Database;
  readonly now: () => number;
  /** Handles one update to the end, replies included. */
  readonly handle: (update: Update, row: InboxRow) => Promise<void>;
  /** Tells the person that an update was given up. */
  readonly apologise: (update: Update) => Promise<void>;
  readonly onFailure: (error: unknown, updateId: number) => void;
  readonly sleep: (ms: number) => Promise<void>;
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
  const { database, now, handle, apologise, onFailure, sleep } = options;
  const queues = new Map<number, InboxRow[]>();
  const ready: number[] = [];
  let busy = 0;
  let open = 0;
  let stopping = false;
  let finished: number[] = [];
  let finishing: Promise<void> | null = null;
  let idlers: (() => void)[] = [];

  const settle = () => {
    if (open > 0 || finishing || finished.length > 0) return;
    for (const resolve of idlers) resolve();
    idlers = [];
  };

  const flush = async () => {
    await sleep(FINISH_DELAY);
    while (finished.length > 0) {
      const ids = finished.splice(0, 400);
      try {
        await inbox.finish(database, ids, now());
      } catch (error) {
        // The rows stay open; after a restart they are recognised as applied and only answered again.
        onFailure(error, ids[0] ?? 0);
      }
    }
    finishing = null;
    settle();
  };

  const done = (updateId: number) => {
    open -= 1;
    finished.push(updateId);
    finishing ??= flush();
  };

  const handleRow = async (row: InboxRow) => {
    const update = JSON.parse(row.body) as Update;
    for (let attempt = row.attempts, current = row; ; ) {
      try {
        await handle(update, current);
        done(row.updateId);
        return;
      } catch (error) {
        onFailure(error, row.updateId);
        attempt += 1;
        try {
          await inbox.failedOnce(database, row.updateId);
          if (attempt >= ATTEMPTS) {
            await inbox.parkUpdate(database, row.updateId, now());
            await apologise(update);
            open -= 1;
            settle();
            return;
          }
          current = { ...row, applied: await inbox.wasApplied(database.read, row.updateId) };
        } catch (second) {
          onFailure(second, row.updateId);
          if (attempt >= ATTEMPTS) {
            // Not even the failure could be written (a full disk): the row stays open for the next start.
            await apologise(update).catch((third: unknown) => onFailure(third, row.updateId));
            open -= 1;
            settle();
            return;
          }
        }
        if (stopping) return;
        await sleep(PAUSES[attempt - 1] ?? 1500);
      }
    }
  };

  const work = async (chatId: number) => {
    busy += 1;
    const queue = queues.get(chatId) ?? [];
    for (let row = queue[0]; row && !stopping; row = queue[0]) {
      await handleRow(row);
      queue.shift();
    }
    queues.delete(chatId);
    busy -= 1;
    next();
    settle();
  };

  const next = () => {
    while (busy < CHATS_AT_ONCE && !stopping) {
      const chatId = ready.shift();
      if (chatId === undefined) return;
      void work(chatId);
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
      const rows = updates.map((update) => ({
        updateId: update.update_id,
        chatId: chatOf(update),
        body: JSON.stringify(update),
      }));
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
      while (busy > 0) await sleep(10);
      while (finishing) await finishing;
    },
    waiting: () => open,
  };
}
