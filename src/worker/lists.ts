import type { ListJob } from './register-work.ts';
import type { ListRefusal, ListWorker } from '../domain/register/import.model.ts';
import { type Result, refused } from '../domain/shared/result.ts';
import { tooLarge } from './list-limits.ts';
import { createPool, isTooMuch } from './pool.ts';

/** Megabytes: 10 000 people go in within 100 MB over idle; with V8's own choice they take 200. */
const YOUNG_MB = 12;

/** Milliseconds for one list; 10 000 people take some five seconds on a busy machine. */
const TIME_LIMIT_MS = 60_000;

/**
 * Reads lists off this thread, each on a snapshot of the register in `databaseFile`. What takes more
 * memory or time than a list can is refused as too large, however small the file is.
 */
export function createListWorker(
  databaseFile: string,
  timeLimitMs = TIME_LIMIT_MS,
): ListWorker & { close(): Promise<void> } {
  const pool = createPool('./register-work.ts', { youngMb: YOUNG_MB, timeLimitMs });
  const read = async <T>(job: ListJob): Promise<Result<T, ListRefusal>> => {
    try {
      return await pool.run<Result<T, ListRefusal>>(job);
    } catch (error) {
      if (isTooMuch(error)) return refused(tooLarge().refusal);
      throw error;
    }
  };
  return {
    check: (request) => read({ kind: 'check', databaseFile, ...request }),
    plan: (request) => read({ kind: 'plan', databaseFile, ...request }),
    close: () => pool.close(),
  };
}
