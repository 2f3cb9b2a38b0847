import type { Sweep } from '../../src/domain/reminder/sweep.model.ts';
import { sweep } from '../../src/domain/reminder/sweep.service.ts';
import type { OpenDatabase } from '../../src/storage/database.ts';
import { openSnapshot } from '../../src/storage/snapshot.ts';

/** The sweep on this thread, by a snapshot as the worker opens it. */
export const sweepOf =
  ({ read }: Pick<OpenDatabase, 'read'>): Sweep =>
  async (rules, today) => {
    const [main] = await read.$queryRaw<{ file: string }[]>`PRAGMA database_list`;
    const snapshot = openSnapshot(main?.file ?? '');
    try {
      return sweep((query) => snapshot.rows(query), rules, today);
    } finally {
      snapshot.close();
    }
  };
