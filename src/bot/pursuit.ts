import type { Update } from 'grammy/types';
import { ATTEMPTS, type InboxRow } from '../domain/inbox/model.ts';
import * as inbox from '../domain/inbox/service.ts';
import type { Database } from '../domain/shared/database.ts';
import { isPassing } from './telegram-errors.ts';

/** Before an update that failed is tried again, milliseconds; the last one repeats. */
const PAUSES = [300, 1500];
/** The same while it is the line or Telegram that fails. */
const PASSING_PAUSES = [1000, 5000, 15_000, 30_000];
/** So often; with the patience of each call that is over an hour. */
const PASSING_TRIES = 100;

export interface PursuitOptions {
  readonly database: Database;
  /** Handles one update to the end, replies included. */
  readonly handle: (update: Update, row: InboxRow) => Promise<void>;
  /** Tells the person that an update was given up; `applied`: it was saved and only could not be shown. */
  readonly apologise: (update: Update, applied: boolean) => Promise<void>;
  readonly onFailure: (error: unknown, updateId: number) => void;
  /** Rejects when the service stops. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** `left`: the service stops; the update stays for the next start. */
export type Outcome = 'done' | 'parked' | 'left';

/**
 * Handles an update until its replies are out. What fails of itself is tried three times, then parked
 * and the person told; while Telegram or the line fails it is tried on, because the update is not to
 * blame.
 */
export function createPursuit(options: PursuitOptions) {
  const { database, handle, apologise, onFailure, sleep } = options;

  const giveUp = async (update: Update, row: InboxRow): Promise<Outcome> => {
    try {
      await apologise(update, row.applied);
    } catch (error) {
      onFailure(error, row.updateId);
    }
    return 'parked';
  };

  /** Has the service run meanwhile? Where the database does not say, what was known holds. */
  const look = async (row: InboxRow, counts: boolean): Promise<InboxRow> => {
    try {
      if (counts) await inbox.failedOnce(database, row.updateId);
      return { ...row, applied: await inbox.wasApplied(database.read, row.updateId) };
    } catch (error) {
      onFailure(error, row.updateId);
      return row;
    }
  };

  return async (taken: InboxRow, stopping: () => boolean): Promise<Outcome> => {
    let update: Update;
    try {
      update = JSON.parse(taken.body) as Update;
    } catch {
      onFailure(new Error('The update is damaged in the database'), taken.updateId);
      return 'parked';
    }
    let row = taken;
    let failures = row.attempts;
    let passing = 0;
    while (!stopping()) {
      try {
        await handle(update, row);
        return 'done';
      } catch (error) {
        if (stopping()) break;
        onFailure(error, row.updateId);
        const passes = isPassing(error);
        row = await look(row, !passes);
        if (passes) passing += 1;
        else failures += 1;
        if (failures >= ATTEMPTS || passing >= PASSING_TRIES) return giveUp(update, row);
        const pauses = passes ? PASSING_PAUSES : PAUSES;
        const pause = pauses[Math.min(passes ? passing : failures, pauses.length) - 1] ?? 0;
        const woken = await sleep(pause).then(
          () => true,
          () => false,
        );
        if (!woken) break;
      }
    }
    return 'left';
  };
}
