import type { Sweep } from '../domain/reminder/sweep.model.ts';
import { createPool } from './pool.ts';
import type { SweepJob } from './sweep-registers.ts';

/** Searches the registers in `databaseFile` off this thread; the thread ends when it has nothing to do. */
export function createSweeper(databaseFile: string): {
  readonly sweep: Sweep;
  close(): Promise<void>;
} {
  const pool = createPool('./sweep-registers.ts');
  return {
    sweep: (rules, today) => pool.run({ databaseFile, rules, today } satisfies SweepJob),
    close: () => pool.close(),
  };
}
