import type { Database } from '../shared/database.ts';
import { forgetChanges, forgetRecords, forgetServants, oldestChange } from './tidy.store.ts';

/** Rows no longer in force are kept for 30 days, milliseconds: longer than anything can be undone. */
export const KEEP_REPLACED = 30 * 24 * 3600_000;

/** Rows of one run: a few milliseconds of the one writer. */
const BATCH = 1000;

/**
 * Forgets what the registers' changes replaced over 30 days ago, a batch a run. Returns how many rows
 * went. When all have gone, the changes go too.
 */
export async function tidyRegister(database: Database, now: number): Promise<number> {
  const before = now - KEEP_REPLACED;
  const oldest = await oldestChange(database.read);
  if (oldest === null || oldest >= before) return 0;
  return database.write(async (tx) => {
    const servants = await forgetServants(tx, before, BATCH);
    const records = await forgetRecords(tx, before, BATCH);
    if (servants < BATCH && records < BATCH) await forgetChanges(tx, before);
    return servants + records;
  });
}
