import { firstNumber } from '../numbers.ts';

/** An update of the Bot API: its number and one field named by its kind. */
export type Update = { update_id: number } & Record<string, unknown>;

export interface PendingUpdate {
  update: Update;
  /** The chat it belongs to: a webhook gets the updates of one chat in order. */
  chatId: number;
  /** Milliseconds of the sandbox's clock. */
  createdAt: number;
  /** Delivered again on a test's order: an offset does not confirm it before it went out. */
  again?: boolean;
}

/** Kinds left out unless asked for (core.telegram.org/bots/api, getUpdates, allowed_updates). */
const OPT_IN = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);
/** Telegram keeps an update for a day (getUpdates). */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** Updates remembered for a second delivery. */
const REMEMBERED = 1000;
const FIRST_UPDATE_ID = 100_000_001;

/** The queue of updates that the bot has not confirmed. */
export interface Updates {
  /** Puts an update at the end, unless its kind is not allowed; returns its number, if it got one. */
  push(kind: string, chatId: number, body: unknown): number | undefined;
  /** Sets the kinds the bot wants from now on; an empty list means Telegram's default. */
  allow(kinds: string[]): void;
  allowed(): string[];
  pending(): PendingUpdate[];
  /** Confirms all below a positive offset; keeps only the last −n at a negative one. */
  confirm(offset: number): void;
  remove(entry: PendingUpdate): void;
  /** Queues a former update once more, in front. */
  redeliver(updateId: number): void;
  /** Holds back what `act` causes and then queues it last first. */
  reversed(act: () => void): void;
  /** Called when there may be something to deliver. */
  onArrival: (() => void) | undefined;
  clear(): void;
}

export function createUpdates(now: () => number): Updates {
  let queue: PendingUpdate[] = [];
  let kinds: string[] = [];
  let held: PendingUpdate[] | undefined;
  let lastId = FIRST_UPDATE_ID - 1 + firstNumber(now());
  let announced = false;
  const remembered = new Map<number, PendingUpdate>();

  const updates: Updates = {
    onArrival: undefined,
    push(kind, chatId, body) {
      if (kinds.length > 0 ? !kinds.includes(kind) : OPT_IN.has(kind)) return undefined;
      const update: Update = { update_id: ++lastId, [kind]: body };
      const entry = { update, chatId, createdAt: now() };
      remembered.set(lastId, entry);
      remembered.delete(lastId - REMEMBERED);
      if (held) held.push(entry);
      else queue.push(entry);
      announce();
      return lastId;
    },
    allow(wanted) {
      kinds = wanted;
    },
    allowed: () => kinds,
    pending() {
      const oldest = now() - KEPT_MS;
      if (queue[0] && queue[0].createdAt < oldest) {
        queue = queue.filter((entry) => entry.createdAt >= oldest);
      }
      return queue;
    },
    confirm(offset) {
      if (offset < 0) {
        queue = queue.slice(offset);
      } else if (queue.some((entry) => entry.update.update_id < offset)) {
        queue = queue.filter((entry) => entry.again || entry.update.update_id >= offset);
      }
    },
    remove(entry) {
      queue = queue.filter((other) => other !== entry);
    },
    redeliver(updateId) {
      const former = remembered.get(updateId);
      if (!former) throw new Error(`update ${updateId} is not among the last ${REMEMBERED}`);
      queue.unshift({ ...former, createdAt: now(), again: true });
      announce();
    },
    reversed(act) {
      held = [];
      act();
      queue.push(...held.toReversed());
      held = undefined;
      announce();
    },
    clear() {
      queue = [];
      remembered.clear();
    },
  };

  /** Waits for the end of the running code, so that what it causes is delivered together. */
  function announce(): void {
    if (announced) return;
    announced = true;
    setImmediate(() => {
      announced = false;
      updates.onArrival?.();
    });
  }

  return updates;
}
