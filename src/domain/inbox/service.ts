import type { Database } from '../shared/database.ts';
import { KEPT_MS, type InboxRow } from './model.ts';
import * as store from './store.ts';

/** Takes a batch in with one commit; only after it may the batch be confirmed to Telegram. */
export async function takeIn(
  database: Database,
  rows: readonly Pick<InboxRow, 'updateId' | 'chatId' | 'body'>[],
  now: number,
): Promise<InboxRow[]> {
  const fresh = await database.write((tx) => store.insertUpdates(tx, rows, now));
  return rows
    .filter(({ updateId }) => fresh.delete(updateId))
    .map((row) => ({ ...row, applied: false, attempts: 0 }));
}

export const leftUndone = (database: Database): Promise<InboxRow[]> =>
  store.openUpdates(database.read);

/** The replies are out, or the update was given up: neither is taken up again. */
export const finish = (
  database: Database,
  { done, parked }: { readonly done: readonly number[]; readonly parked: readonly number[] },
  now: number,
): Promise<void> =>
  database.write(async (tx) => {
    if (done.length > 0) await store.markDone(tx, done, now);
    if (parked.length > 0) await store.park(tx, parked, now);
  });

export const failedOnce = (database: Database, updateId: number): Promise<void> =>
  database.write((tx) => store.countAttempt(tx, updateId));

/** Forgets what was done or given up two days ago; returns how many rows. */
export const forgetOld = (database: Database, now: number): Promise<number> =>
  database.write((tx) => store.forget(tx, now - KEPT_MS));

/** For the transaction of the service that handles the update. */
export const applied = store.markApplied;
export const wasApplied = store.isApplied;
export const parkedUpdates = store.countParked;
