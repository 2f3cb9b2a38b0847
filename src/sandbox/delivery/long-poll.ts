import { refusal } from '../bot-api/refusal.ts';
import type { Update, Updates } from './updates.ts';

/** Seconds a poll waits at most (tdlib/telegram-bot-api, process_get_updates_query). */
const LONGEST_WAIT = 50;
const LARGEST_BATCH = 100;

export interface PollRequest {
  offset: number;
  limit: number;
  /** Seconds; clamped to 0-50. */
  timeout: number;
}

export interface LongPoll {
  /**
   * The updates not yet confirmed, as soon as there are any; an empty list after the timeout.
   * A poll that still waits is ended by a newer one with 409.
   */
  poll(request: PollRequest): Promise<Update[]>;
  /** Delivers to the waiting poll. */
  wake(): void;
  /** Ends the waiting poll with an error. */
  end(reason: Error): void;
}

export function createLongPoll(updates: Updates): LongPoll {
  let waiting: { finish: () => void; fail: (reason: Error) => void } | undefined;

  function batch(limit: number): Update[] {
    return updates
      .pending()
      .slice(0, limit)
      .map((entry) => {
        entry.again = false;
        return entry.update;
      });
  }

  return {
    poll({ offset, limit, timeout }) {
      waiting?.fail(
        refusal(
          409,
          'terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      );
      if (offset !== 0) updates.confirm(offset);
      const size = Math.min(Math.max(limit, 1), LARGEST_BATCH);
      const seconds = Math.min(Math.max(timeout, 0), LONGEST_WAIT);
      if (seconds === 0 || updates.pending().length > 0) return Promise.resolve(batch(size));
      return new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          clearTimeout(timer);
          waiting = undefined;
          act();
        };
        const finish = () => settle(() => resolve(batch(size)));
        const timer = setTimeout(finish, seconds * 1000);
        waiting = { finish, fail: (reason) => settle(() => reject(reason)) };
      });
    },
    wake() {
      if (updates.pending().length > 0) waiting?.finish();
    },
    end(reason) {
      waiting?.fail(reason);
    },
  };
}
