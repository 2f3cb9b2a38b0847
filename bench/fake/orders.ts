import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './officer.ts';
import { createFloodGate, type FloodGate, type Flow } from './flood.ts';
import type { Counts, Stage } from './stage.ts';

/** Where the steps of one walk took their time, in milliseconds, in the order of the taps. */
export interface WalkTimes {
  /** Item code and handling time of each answering tap. */
  readonly answers: readonly { readonly item: number; readonly ms: number }[];
}

export interface Line {
  /** Milliseconds every call waits for its answer. */
  delayMs: number;
  /** Milliseconds since 1970; 0: nobody has polled yet. */
  firstPollAt: number;
  /** All calls except getUpdates. */
  calls: number;
  /** Enforces the limits of messages; null: none are. */
  gate: FloodGate | null;
}

/** What the fake Telegram can be told. */
export interface Orders {
  delay(ms: number): void;
  /** Each officer writes /assess; resolves when all have a message with buttons. */
  begin(chatIds: readonly number[]): Promise<void>;
  goOn(chatIds: readonly number[]): void;
  /** Resolves when no tap is on its way any more, and all updates are confirmed. */
  rest(): Promise<void>;
  counts(): Counts & { readonly calls: number; readonly pending: number };
  acknowledged(): readonly Answer[];
  /** One officer alone: as many taps as told, those that answer with their handling time. */
  walk(chatId: number, taps: number): Promise<WalkTimes>;
  press(chatId: number, data: string): Promise<number>;
  firstPollAt(): number;
  /** From now on the limits of messages are enforced. */
  enforce(): void;
  /** What passed since then. */
  flow(): Flow;
}

export interface Order {
  readonly ready: { readonly port: number };
  readonly call: { readonly id: number; readonly name: keyof Orders; readonly args: unknown[] };
  readonly result: { readonly id: number; readonly result: unknown };
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await sleep(5);
};

const ordersOf = (stage: Stage, line: Line): Orders => ({
  delay(ms) {
    line.delayMs = ms;
  },
  async begin(chatIds) {
    for (const chatId of chatIds) stage.type(chatId, '/assess');
    await until(() => chatIds.every((chatId) => stage.officer(chatId).messageId > 0));
  },
  goOn: (chatIds) => stage.goOn(chatIds),
  async rest() {
    stage.rest();
    await until(() => stage.pending() === 0 && stage.updates.unconfirmed() === 0);
  },
  counts: () => ({ ...stage.counts, calls: line.calls, pending: stage.pending() }),
  acknowledged: () => stage.acknowledged,
  async walk(chatId, taps) {
    const answers: { item: number; ms: number }[] = [];
    for (let n = 0; n < taps; n++) {
      const done = await stage.tap(chatId);
      if (!done) break;
      if (done.answer) answers.push({ item: done.answer.item, ms: done.ms });
    }
    return { answers };
  },
  press: (chatId, data) => stage.press(chatId, data),
  firstPollAt: () => line.firstPollAt,
  enforce() {
    line.gate = createFloodGate(() => performance.now());
  },
  flow: () => line.gate?.flow() ?? { accepted: 0, refused: 0, spanMs: 0 },
});

/** Carries out the orders of the parent process. */
export function serveOrders(stage: Stage, line: Line): void {
  const orders = ordersOf(stage, line);
  process.on('message', ({ id, name, args }: Order['call']) => {
    const order = orders[name] as (...args: unknown[]) => unknown;
    void Promise.resolve(order(...args)).then((result) =>
      process.send?.({ id, result } satisfies Order['result']),
    );
  });
}
