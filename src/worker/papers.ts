import type { Paper, PaperMaker } from '../domain/summary/paper-job.model.ts';
import { createPool, type PoolOptions } from './pool.ts';

/**
 * Makes papers off this thread. `make` rejects with an Error when a paper cannot be made, also when
 * its thread ran out of memory; other papers are not affected. After `close` it rejects.
 */
export interface PaperWorker extends PaperMaker {
  /** Ends the threads; papers not made yet are rejected. */
  close(): Promise<void>;
}

/** A pool of threads for papers, started when the first one is asked for. */
export function createPaperWorker(options: PoolOptions = {}): PaperWorker {
  const pool = createPool('./make-paper.ts', options);
  return {
    make: (job) => pool.run<Paper>(job),
    close: () => pool.close(),
  };
}
