import * as inbox from '../domain/inbox/service.ts';
import type { Database } from '../domain/shared/database.ts';

/** Finished rows are marked together after so many milliseconds. */
const TOGETHER = 50;
/** Milliseconds until the marks that could not be written (a full disk) are tried again. */
const AGAIN = 2000;
/** Rows in one statement. */
const BATCH = 400;

export interface FinishingOptions {
  readonly database: Database;
  readonly now: () => number;
  /** Rejects when the service stops. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly onFailure: (error: unknown, updateId: number) => void;
  /** Everything is written. */
  readonly onWritten: () => void;
}

export interface Finishing {
  done(updateId: number): void;
  parked(updateId: number): void;
  /** Is anything not written yet? */
  pending(): boolean;
  /** Writes what is left; what cannot be written is taken up at the next start. */
  end(): Promise<void>;
}

/** Marks updates that need no more work, many in one commit. */
export function createFinishing(options: FinishingOptions): Finishing {
  const { database, now, sleep, onFailure, onWritten } = options;
  let done: number[] = [];
  let parked: number[] = [];
  let writing: Promise<void> | null = null;
  let ending = false;

  const write = async () => {
    let pause = TOGETHER;
    while (done.length + parked.length > 0) {
      if (!ending) {
        await sleep(pause).catch(() => {
          ending = true;
        });
      }
      const batch = { done: done.splice(0, BATCH), parked: parked.splice(0, BATCH) };
      try {
        await inbox.finish(database, batch, now());
        pause = TOGETHER;
      } catch (error) {
        onFailure(error, batch.done[0] ?? batch.parked[0] ?? 0);
        done = [...batch.done, ...done];
        parked = [...batch.parked, ...parked];
        if (ending) break;
        pause = AGAIN;
      }
    }
    writing = null;
    onWritten();
  };

  const begin = () => {
    writing ??= write();
  };

  return {
    done(updateId) {
      done.push(updateId);
      begin();
    },
    parked(updateId) {
      parked.push(updateId);
      begin();
    },
    pending: () => writing !== null,
    async end() {
      ending = true;
      await writing;
    },
  };
}
