import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { ok, type Result, refused } from '../domain/shared/result.ts';

export interface Lock {
  release(): void;
}

/**
 * One bot per DATA_DIR (decision 15): an exclusive SQLite transaction held open on DATA_DIR/bot.lock.
 * The operating system drops it with the process, so a kill frees it at once and nothing stale stays.
 * Nobody else in this process may open and close that file: on POSIX any close would free the lock.
 */
export const takeLock = (dir: string): Result<Lock, 'held'> => hold(path.join(dir, 'bot.lock'));

/**
 * One import of a staff list at the command line: held while it writes, so that whoever gets this lock
 * knows that no such import is alive.
 */
export const takeImportLock = (dir: string): Result<Lock, 'held'> =>
  hold(path.join(dir, 'import.lock'));

function hold(file: string): Result<Lock, 'held'> {
  const database = new Sqlite(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      return refused('held');
    }
    throw error;
  }
  return ok({ release: () => void database.close() });
}
