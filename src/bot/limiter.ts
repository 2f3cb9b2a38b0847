/** Telegram's bot FAQ: about 30 messages a second in all, 1 a second in a chat, 20 a minute in a group. */
export const PER_SECOND = 30;
export const PER_GROUP_MINUTE = 20;

/** To be called when the call has been answered, or has failed. */
export type Arrived = () => void;

export interface Limiter {
  /** A tap's own message to this chat goes at once and is counted. */
  tap(chatId: number): Arrived;
  /** Waits until a message owed may go to this chat without pushing taps aside. */
  turn(chatId: number): Promise<Arrived>;
  /** Telegram asked to leave this chat alone for so many milliseconds. */
  hold(chatId: number, ms: number): void;
  /** How long the chat is still to be left alone, in milliseconds. */
  held(chatId: number): number;
}

interface Timing {
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  /** Rejects when the service stops. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** Milliseconds more than Telegram's second or minute: clocks and timers are not exact. */
const MARGIN = 5;
const SECOND = 1000 + MARGIN;
const MINUTE = 60_000 + MARGIN;
/** Between messages owed, milliseconds: one by one they let taps through, and Telegram sees no bursts. */
const SPACING = SECOND / PER_SECOND;
/** A turn that came late by so many milliseconds is made up for. */
const SLACK = 20;
/** While everything is on its way, milliseconds until the next look. */
const LOOK = 10;

interface Sent {
  /** The latest moment at which Telegram can have counted it; infinite: it is on its way. */
  at: number;
}

/**
 * One limiter serves taps and messages owed; taps never wait for it (decision 5). Telegram counts a
 * message when it arrives, which is known only from the answer: the quickest answer so far tells how
 * long the way is at least, and what an answer takes longer is taken for a late arrival.
 */
export function createLimiter({ clock, sleep }: Timing): Limiter {
  let all: Sent[] = [];
  const byChat = new Map<number, Sent[]>();
  const holds = new Map<number, number>();
  let quickest = Number.POSITIVE_INFINITY;
  /** When the last message owed had its place. */
  let place = Number.NEGATIVE_INFINITY;

  const held = (chatId: number): number => {
    const until = holds.get(chatId);
    if (until === undefined) return 0;
    const rest = until - clock();
    if (rest <= 0) holds.delete(chatId);
    return Math.max(0, rest);
  };

  const span = (chatId: number) => (chatId < 0 ? MINUTE : SECOND);

  const within = (some: readonly Sent[], ms: number): Sent[] => {
    const now = clock();
    return some.filter(({ at }) => now - at < ms);
  };

  /** What this chat got within its span. */
  const recent = (chatId: number): Sent[] => {
    const own = within(byChat.get(chatId) ?? [], span(chatId));
    if (own.length === 0) byChat.delete(chatId);
    else byChat.set(chatId, own);
    return own;
  };

  const count = (chatId: number): Arrived => {
    const began = clock();
    const sent: Sent = { at: Number.POSITIVE_INFINITY };
    all.push(sent);
    byChat.set(chatId, [...recent(chatId), sent]);
    return () => {
      quickest = Math.min(quickest, clock() - began);
      sent.at = clock() - quickest;
    };
  };

  /** Milliseconds until fewer than `most` of these lie within `ms`. */
  const rest = (some: readonly Sent[], most: number, ms: number): number => {
    if (some.length < most) return 0;
    const last = some.map(({ at }) => at).toSorted((a, b) => a - b)[some.length - most];
    return last === undefined || last === Number.POSITIVE_INFINITY ? LOOK : last + ms - clock();
  };

  /** Milliseconds until this chat may get one more. */
  const wait = (chatId: number): number => {
    all = within(all, SECOND);
    const most = chatId < 0 ? PER_GROUP_MINUTE : 1;
    return Math.max(
      rest(all, PER_SECOND, SECOND),
      rest(recent(chatId), most, span(chatId)),
      place + SPACING - clock(),
      held(chatId),
    );
  };

  return {
    tap: count,
    async turn(chatId) {
      for (let ms = wait(chatId); ms > 0; ms = wait(chatId)) await sleep(ms);
      place = Math.max(place + SPACING, clock() - SLACK);
      return count(chatId);
    },
    hold(chatId, ms) {
      holds.set(chatId, clock() + Math.max(ms, held(chatId)));
    },
    held,
  };
}
