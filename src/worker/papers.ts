import { Tinypool } from 'tinypool';
import type { Paper, PaperMaker } from '../domain/summary/paper-job.model.ts';

/** Megabytes of heap a thread may use: several times what the longest paper takes. */
const MEMORY_MB = 256;
/** Milliseconds a thread waits for the next paper before it gives its memory back. */
const IDLE_MS = 10_000;

/**
 * Makes papers off this thread. `make` rejects with an Error when a paper cannot be made, also when
 * its thread ran out of memory; other papers are not affected. After `close` it rejects.
 */
export interface PaperWorker extends PaperMaker {
  /** Ends the threads; papers not made yet are rejected. */
  close(): Promise<void>;
}

export interface PaperWorkerOptions {
  readonly threads?: 1 | 2;
  readonly memoryMb?: number;
}

/** A pool of threads for papers, started when the first one is asked for. */
export function createPaperWorker({
  threads = 1,
  memoryMb = MEMORY_MB,
}: PaperWorkerOptions = {}): PaperWorker {
  const pool = new Tinypool({
    filename: new URL('./make-paper.ts', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const turns = createTurns(threads);
  let closed = false;
  return {
    async make(job) {
      await turns.take();
      try {
        if (closed) throw new Error('The paper worker is closed');
        return await (pool.run(job) as Promise<Paper>);
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

/**
 * Lets `count` callers in at a time, first come first served. Papers wait here and not in the
 * pool: when a thread dies, tinypool leaves what waits in it until another job happens to come.
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
