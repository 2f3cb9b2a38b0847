import type { ListJob } from './register-work.ts';
import type { ListWorker } from '../domain/register/import.model.ts';
import { createPool, type PoolOptions } from './pool.ts';

/** Reads lists off this thread, each on a snapshot of the register in `databaseFile`. */
export function createListWorker(
  databaseFile: string,
  options: PoolOptions = {},
): ListWorker & { close(): Promise<void> } {
  const pool = createPool('./register-work.ts', options);
  return {
    check: (request) => pool.run({ kind: 'check', databaseFile, ...request } satisfies ListJob),
    plan: (request) => pool.run({ kind: 'plan', databaseFile, ...request } satisfies ListJob),
    close: () => pool.close(),
  };
}
