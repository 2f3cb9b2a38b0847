/** Telegram's bot FAQ: about 30 messages a second in all, 1 a second in a chat, 20 a minute in a group. */
export const PER_SECOND = 30;
export const PER_GROUP_MINUTE = 20;

export interface Limiter {
  /** A tap's own message to this chat goes at once and is counted. */
  tap(chatId: number): void;
  /** Waits until a message owed may go to this chat without pushing taps aside. */
  turn(chatId: number): Promise<void>;
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

/** One limiter serves taps and messages owed; taps never wait for it (decision 5). */
export function createLimiter({ clock, sleep }: Timing): Limiter {
  let sent: number[] = [];
  const byChat = new Map<number, number[]>();
  const holds = new Map<number, number>();

  const held = (chatId: number): number => {
    const until = holds.get(chatId);
    if (until === undefined) return 0;
    const rest = until - clock();
    if (rest <= 0) holds.delete(chatId);
    return Math.max(0, rest);
  };

  const span = (chatId: number) => (chatId < 0 ? 60_000 : 1000);

  /** What this chat got within its span. */
  const recent = (chatId: number): number[] => {
    const now = clock();
    const own = (byChat.get(chatId) ?? []).filter((at) => now - at < span(chatId));
    if (own.length === 0) byChat.delete(chatId);
    else byChat.set(chatId, own);
    return own;
  };

  const count = (chatId: number) => {
    sent.push(clock());
    byChat.set(chatId, [...recent(chatId), clock()]);
  };

  /** Milliseconds until this chat may get one more. */
  const wait = (chatId: number): number => {
    const now = clock();
    sent = sent.filter((at) => now - at < 1000);
    const all = sent.length < PER_SECOND ? 0 : (sent.at(-PER_SECOND) ?? now) + 1000 - now;
    const most = chatId < 0 ? PER_GROUP_MINUTE : 1;
    const own = recent(chatId);
    const mine = own.length < most ? 0 : (own.at(-most) ?? now) + span(chatId) - now;
    return Math.max(all, mine, held(chatId));
  };

  return {
    tap: count,
    async turn(chatId) {
      for (let ms = wait(chatId); ms > 0; ms = wait(chatId)) await sleep(ms);
      count(chatId);
    },
    hold(chatId, ms) {
      holds.set(chatId, clock() + Math.max(ms, held(chatId)));
    },
    held,
  };
}
