import type { Paper, PaperMaker } from '../domain/summary/paper-job.model.ts';
import { createPool, type PoolOptions } from './pool.ts';

/** Milliseconds for one paper; the longest, of a whole campaign, take some seconds. */
const TIME_LIMIT_MS = 120_000;

/**
 * Makes papers off this thread. `make` rejects with an Error when a paper cannot be made, also when
 * its thread ran out of memory or time; other papers are not affected. After `close` it rejects.
 */
export interface PaperWorker extends PaperMaker {
  /** Ends the threads; papers not made yet are rejected. */
  close(): Promise<void>;
}

/** A pool of threads for papers, started when the first one is asked for. */
export function createPaperWorker(options: PoolOptions = {}): PaperWorker {
  const pool = createPool('./make-paper.ts', { timeLimitMs: TIME_LIMIT_MS, ...options });
  return {
    make: (job) => pool.run<Paper>(job),
    close: () => pool.close(),
  };
}
