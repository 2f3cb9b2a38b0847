import type { ListJob } from './register-work.ts';
import type { ListWorker } from '../domain/register/import.model.ts';
import { createPool } from './pool.ts';

/** Megabytes: 10 000 people go in within 100 MB over idle; with V8's own choice they take 200. */
const YOUNG_MB = 12;

/** Reads lists off this thread, each on a snapshot of the register in `databaseFile`. */
export function createListWorker(databaseFile: string): ListWorker & { close(): Promise<void> } {
  const pool = createPool('./register-work.ts', { youngMb: YOUNG_MB });
  return {
    check: (request) => pool.run({ kind: 'check', databaseFile, ...request } satisfies ListJob),
    plan: (request) => pool.run({ kind: 'plan', databaseFile, ...request } satisfies ListJob),
    close: () => pool.close(),
  };
}
