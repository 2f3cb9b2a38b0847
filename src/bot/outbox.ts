import * as outbox from '../domain/outbox/service.ts';
import type { OutboxOptions } from './owed.ts';
import { cardKeeper } from './owed-cards.ts';
import { messageSender } from './owed-messages.ts';

export type { OutboxOptions } from './owed.ts';

/** Rows on their way at a time, of as many recipients; each waits for its turn at the limiter. */
const AT_ONCE = 32;
/** Rows the CLI has written are noticed within a second. */
const LOOK_EVERY = 1000;
/** After a call to look, milliseconds in which further calls join it: each tap of a crowd is one. */
const GATHER = 15;

export interface Outbox {
  /** Something was owed just now. */
  wake(): void;
  /** Sends until nothing is due. */
  drain(): Promise<void>;
  /** Lets what is on its way arrive; the rest stays in the database. */
  stop(): Promise<void>;
}

/** Sends what is owed: claim, render, send, record (decision 5). Runs until stopped. */
export function startOutbox(options: OutboxOptions): Outbox {
  const { database, now, sleep, onFailure } = options;
  const send = messageSender(options);
  const show = cardKeeper(options);
  const flying = new Set<Promise<void>>();
  let stopping = false;
  let bell = Promise.withResolvers<void>();
  let alarm: Promise<void> | null = null;

  const fly = (row: Promise<void>) => {
    const flight = row
      .catch((error: unknown) => {
        // What is on its way when the service stops is due again at the next start.
        if (!stopping) onFailure(error, 'outbox');
      })
      .finally(() => {
        flying.delete(flight);
        bell.resolve();
      });
    flying.add(flight);
  };

  const claimWhatIsDue = async (): Promise<number> => {
    const due = stopping ? null : await outbox.nextDue(database.read);
    const room = AT_ONCE - flying.size;
    if (due === null || due > now() || room <= 0) return 0;
    const { messages, cards } = await outbox.claim(database, now(), room);
    for (const row of messages) fly(send(row));
    for (const row of cards) fly(show(row));
    return messages.length + cards.length;
  };

  let launched: Promise<unknown> = Promise.resolve();
  /**
   * Puts on their way as many rows as there is room for; returns how many. One at a time: a row
   * claimed by one call is on its way before the next looks, so that `drain` cannot miss it.
   */
  const launch = (): Promise<number> => {
    const launching = launched.then(claimWhatIsDue, claimWhatIsDue);
    launched = launching;
    return launching;
  };

  const run = async () => {
    await released;
    while (!stopping) {
      bell = Promise.withResolvers();
      try {
        await launch();
      } catch (error) {
        onFailure(error, 'outbox');
      }
      alarm ??= sleep(LOOK_EVERY).then(
        () => {
          alarm = null;
        },
        () => {
          stopping = true;
        },
      );
      await Promise.race([bell.promise, alarm]);
      await sleep(GATHER).catch(() => {
        stopping = true;
      });
    }
  };

  const released = outbox
    .releaseClaims(database)
    .catch((error: unknown) => onFailure(error, 'outbox'));
  const running = run();
  return {
    wake: () => bell.resolve(),
    async drain() {
      await released;
      for (;;) {
        if ((await launch()) > 0) continue;
        if (flying.size === 0) return;
        await Promise.race(flying);
      }
    },
    async stop() {
      stopping = true;
      bell.resolve();
      await running;
      await Promise.all(flying);
    },
  };
}
