import type { Database } from '../shared/database.ts';
import type { FileStore } from '../shared/files.ts';
import { deletedBefore, markUnlinked } from './store.ts';

/** How long the bytes outlive their row, milliseconds: a paper being sent still finds them. */
export const GRACE = 24 * 3600_000;

/** Files of one run. */
const AT_ONCE = 100;

/**
 * Removes from the disk what was deleted a day ago or more (decision 13: the row first). A kill in
 * between removes it again, which is nothing. Returns how many; `now` in milliseconds since 1970.
 */
export async function unlinkDeleted(
  database: Database,
  files: Pick<FileStore, 'remove'>,
  now: number,
): Promise<number> {
  const rows = await deletedBefore(database.read, now - GRACE, AT_ONCE);
  if (rows.length === 0) return 0;
  for (const { path } of rows) await files.remove(path);
  const ids = rows.map(({ id }) => id);
  await database.write((tx) => markUnlinked(tx, ids, now));
  return rows.length;
}
