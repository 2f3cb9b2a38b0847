/** Telegram's limits of messages (bot FAQ): 30 in any second in all, 1 a second in a chat. */
const PER_SECOND = 30;
const SECOND = 1000;

/** What a Bot API that enforces the limits has seen. */
export interface Flow {
  readonly accepted: number;
  /** Refused with 429. */
  readonly refused: number;
  /** Milliseconds from the first accepted message to the last. */
  readonly spanMs: number;
}

export interface FloodGate {
  /** Whether a message to this chat may pass now; it is counted then. */
  pass(chatId: number): boolean;
  flow(): Flow;
}

/** Counts messages in a sliding second, by the moment each arrives. */
export function createFloodGate(clock: () => number): FloodGate {
  let recent: number[] = [];
  const byChat = new Map<number, number>();
  let accepted = 0;
  let refused = 0;
  let first = 0;
  let last = 0;
  return {
    pass(chatId) {
      const now = clock();
      recent = recent.filter((at) => now - at < SECOND);
      const own = byChat.get(chatId) ?? Number.NEGATIVE_INFINITY;
      if (recent.length >= PER_SECOND || now - own < SECOND) {
        refused += 1;
        return false;
      }
      recent.push(now);
      byChat.set(chatId, now);
      if (accepted === 0) first = now;
      last = now;
      accepted += 1;
      return true;
    },
    flow: () => ({ accepted, refused, spanMs: last - first }),
  };
}
