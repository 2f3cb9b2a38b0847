import type { Sweep } from '../../src/domain/reminder/sweep.model.ts';
import { sweep } from '../../src/domain/reminder/sweep.service.ts';
import type { OpenDatabase } from '../../src/storage/database.ts';
import { openSnapshot } from '../../src/storage/snapshot.ts';

/** The sweep on this thread, by a snapshot as the worker opens it. */
export const sweepOf =
  (file: string): Sweep =>
  (rules, today) => {
    const snapshot = openSnapshot(file);
    try {
      return Promise.resolve(sweep((query) => snapshot.rows(query), rules, today));
    } finally {
      snapshot.close();
    }
  };

/** The file behind an open database. */
export async function fileOf({ read }: Pick<OpenDatabase, 'read'>): Promise<string> {
  const [main] = await read.$queryRaw<{ file: string }[]>`PRAGMA database_list`;
  return main?.file ?? '';
}
