import { Tinypool } from 'tinypool';

/** Megabytes of heap a thread may use: several times what the longest paper takes. */
const MEMORY_MB = 256;
/** Milliseconds a thread waits for the next job before it gives its memory back. */
const IDLE_MS = 10_000;

export interface PoolOptions {
  readonly threads?: 1 | 2;
  readonly memoryMb?: number;
  /**
   * Megabytes for what has just been made; V8 takes up to 48. A job that makes millions of short-lived
   * cells holds that much less memory with little, and is no slower.
   */
  readonly youngMb?: number;
  /** Milliseconds a job may take once its turn has come; then its thread is ended. Absent: for ever. */
  readonly timeLimitMs?: number;
}

export interface Pool {
  /**
   * What the thread's function makes of `job`; plain data both ways. Rejects with an Error when it
   * throws or its thread runs out of memory or time (`isTooMuch`); other jobs are not affected. After
   * `close` it rejects.
   */
  run<Made>(job: object): Promise<Made>;
  /** Ends the threads; jobs not done yet are rejected. */
  close(): Promise<void>;
}

/** Threads that run the default export of a file of this folder, started when the first job comes. */
export function createPool(
  file: string,
  { threads = 1, memoryMb = MEMORY_MB, youngMb, timeLimitMs }: PoolOptions = {},
): Pool {
  const pool = new Tinypool({
    filename: new URL(file, import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    resourceLimits: {
      maxOldGenerationSizeMb: memoryMb,
      ...(youngMb !== undefined && { maxYoungGenerationSizeMb: youngMb }),
    },
  });
  const turns = createTurns(threads);
  let closed = false;
  return {
    async run<Made>(job: object) {
      await turns.take();
      try {
        if (closed) throw new Error('The worker is closed');
        const limit = timeLimitMs === undefined ? {} : { signal: AbortSignal.timeout(timeLimitMs) };
        return await (pool.run(job, limit) as Promise<Made>);
      } catch (error) {
        // To the rest of the program an AbortError says that the service stops.
        throw error instanceof Error && error.name === 'AbortError' ? new TooLong() : error;
      } finally {
        turns.give();
      }
    },
    async close() {
      closed = true;
      await pool.destroy();
    },
  };
}

/** Whether a job was rejected because it took more memory or time than its pool gives. */
export const isTooMuch = (error: unknown): boolean =>
  error instanceof Error &&
  (error instanceof TooLong || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'));

class TooLong extends Error {
  override readonly name = 'TooLong';
  constructor() {
    super('The job took longer than its pool allows');
  }
}

/**
 * Lets `count` callers in at a time, first come first served. Jobs wait here and not in the pool:
 * when a thread dies, tinypool leaves what waits in it until another job happens to come.
 */
function createTurns(count: number) {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    async take(): Promise<void> {
      if (free > 0) free -= 1;
      else await new Promise<void>((enter) => waiting.push(enter));
    },
    give(): void {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
