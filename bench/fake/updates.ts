import type { ServerResponse } from 'node:http';
import type { Update } from 'grammy/types';

/** Telegram's limit of a batch (Bot API, getUpdates). */
const BATCH = 100;

/** The updates of one bot: kept until an offset confirms them. */
export interface Updates {
  push(update: Omit<Update, 'update_id'>): void;
  /** Answers at once when something waits, else when something comes or the time is over. */
  poll(res: ServerResponse, offset: number, timeoutSeconds: number, reply: Reply): void;
  /** Updates pushed and not yet confirmed. */
  unconfirmed(): number;
}

type Reply = (res: ServerResponse, result: unknown) => void;

/** `onHandedOut` is told of each update at the moment it leaves, also when it leaves again. */
export function createUpdates(onHandedOut: (update: Update) => void): Updates {
  let queue: Update[] = [];
  let nextId = 1_000_000;
  let waiting: { res: ServerResponse; reply: Reply; timer: NodeJS.Timeout } | null = null;

  const answer = () => {
    if (!waiting) return;
    const { res, reply, timer } = waiting;
    clearTimeout(timer);
    waiting = null;
    const batch = queue.slice(0, BATCH);
    for (const update of batch) onHandedOut(update);
    reply(res, batch);
  };

  return {
    push(update) {
      queue.push({ ...update, update_id: nextId++ });
      answer();
    },
    poll(res, offset, timeoutSeconds, reply) {
      if (waiting) answer();
      let confirmed = 0;
      while ((queue[confirmed]?.update_id ?? offset) < offset) confirmed += 1;
      if (confirmed > 0) queue = queue.slice(confirmed);
      waiting = { res, reply, timer: setTimeout(answer, timeoutSeconds * 1000) };
      res.on('close', () => {
        if (waiting?.res !== res) return;
        clearTimeout(waiting.timer);
        waiting = null;
      });
      if (queue.length > 0 || timeoutSeconds === 0) answer();
    },
    unconfirmed: () => queue.length,
  };
}
