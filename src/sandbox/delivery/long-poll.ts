import { refusal } from '../bot-api/refusal.ts';
import type { Update, Updates } from './updates.ts';

/** Seconds a poll waits at most (tdlib/telegram-bot-api, process_get_updates_query). */
const LONGEST_WAIT = 50;
const LARGEST_BATCH = 100;
/**
 * Milliseconds between a newer poll and the 409 of the older. A bot that stops cuts its poll and
 * asks anew at once, over another connection: the cut may be noticed after the new request, and a
 * 409 nobody gets must not count as a refused call.
 */
const CONFLICT_GRACE_MS = 20;

export interface PollRequest {
  offset: number;
  limit: number;
  /** Seconds; clamped to 0-50. */
  timeout: number;
  /** Calls back when whoever polls hangs up: the poll then ends with nothing taken. */
  onHangUp: (callback: () => void) => void;
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

interface Waiting {
  deliver(): void;
  fail(reason: Error): void;
}

export function createLongPoll(updates: Updates): LongPoll {
  let waiting: Waiting | undefined;

  function batch(limit: number): Update[] {
    return updates
      .pending()
      .slice(0, limit)
      .map((entry) => {
        entry.again = false;
        return entry.update;
      });
  }

  function replace(older: Waiting | undefined): void {
    if (!older) return;
    waiting = undefined;
    const conflict = refusal(
      409,
      'terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    setTimeout(() => older.fail(conflict), CONFLICT_GRACE_MS);
  }

  function wait(limit: number, seconds: number, onHangUp: PollRequest['onHangUp']) {
    return new Promise<Update[]>((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        if (waiting === mine) waiting = undefined;
      };
      const mine: Waiting = {
        deliver() {
          leave();
          resolve(batch(limit));
        },
        fail(reason) {
          leave();
          reject(reason);
        },
      };
      const timer = setTimeout(() => {
        leave();
        resolve([]);
      }, seconds * 1000);
      onHangUp(() => {
        leave();
        resolve([]);
      });
      waiting = mine;
    });
  }

  return {
    poll({ offset, limit, timeout, onHangUp }) {
      replace(waiting);
      if (offset !== 0) updates.confirm(offset);
      const size = Math.min(Math.max(limit, 1), LARGEST_BATCH);
      const seconds = Math.min(Math.max(timeout, 0), LONGEST_WAIT);
      if (seconds === 0 || updates.pending().length > 0) return Promise.resolve(batch(size));
      return wait(size, seconds, onHangUp);
    },
    wake() {
      if (updates.pending().length > 0) waiting?.deliver();
    },
    end(reason) {
      waiting?.fail(reason);
    },
  };
}
