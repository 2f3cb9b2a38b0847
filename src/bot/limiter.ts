/** Telegram's bot FAQ: about 30 messages a second in all, 1 a second in a chat, 20 a minute in a group. */
export const PER_SECOND = 30;
export const PER_GROUP_MINUTE = 20;

export interface Limiter {
  /** A tap's own message goes at once and is counted. */
  tap(): void;
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

  /** Milliseconds until this chat may get one more. */
  const wait = (chatId: number): number => {
    const now = clock();
    sent = sent.filter((at) => now - at < 1000);
    const all = sent.length < PER_SECOND ? 0 : (sent[0] ?? now) + 1000 - now;
    const span = chatId < 0 ? 60_000 : 1000;
    const most = chatId < 0 ? PER_GROUP_MINUTE : 1;
    const own = (byChat.get(chatId) ?? []).filter((at) => now - at < span);
    if (own.length === 0) byChat.delete(chatId);
    else byChat.set(chatId, own);
    const mine = own.length < most ? 0 : (own[0] ?? now) + span - now;
    return Math.max(all, mine, held(chatId));
  };

  return {
    tap() {
      sent.push(clock());
    },
    async turn(chatId) {
      for (let ms = wait(chatId); ms > 0; ms = wait(chatId)) await sleep(ms);
      sent.push(clock());
      byChat.set(chatId, [...(byChat.get(chatId) ?? []), clock()]);
    },
    hold(chatId, ms) {
      holds.set(chatId, clock() + ms);
    },
    held,
  };
}
