import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work after which the event loop gets its turn. */
const BREATH = 8;

/**
 * First come, first served. Awaiting SQLite never lets the event loop turn, and a hundred taps at once
 * would hold up everybody's answers: between two of the crowd the loop turns, when it is time.
 */
export class Turnstile {
  #tail: Promise<void> = Promise.resolve();
  #breathed = 0;

  /** Waits for its turn; the function returned gives it up. */
  async enter(): Promise<() => void> {
    const before = this.#tail;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#tail = promise;
    await before;
    if (performance.now() - this.#breathed > BREATH) {
      await nextTurn();
      this.#breathed = performance.now();
    }
    return resolve;
  }

  async run<T>(work: () => T | Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }
}
