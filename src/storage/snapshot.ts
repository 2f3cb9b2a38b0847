import Sqlite from 'better-sqlite3';
import type { Reader } from '../domain/shared/database.ts';

type Value = string | number | null;

export interface Snapshot {
  /** Can be asked Prisma's raw queries, as tagged templates without parts. */
  readonly reader: Reader;
  /** Rows one by one, each as the values of its columns: memory stays the same however many there are. */
  rows(query: {
    readonly sql: string;
    readonly values: readonly Value[];
  }): Iterable<readonly Value[]>;
  close(): void;
}

/**
 * The database as it stands at the first query, for threads other than the bot's: a read-only
 * connection with one read transaction, without Prisma's client (which takes 30 MB a thread). Booleans
 * come as 0 and 1. Long readers keep SQLite's write-ahead log from being wound back: close it soon.
 */
export function openSnapshot(file: string): Snapshot {
  const db = new Sqlite(file, { readonly: true, timeout: 5000 });
  db.exec('BEGIN');
  const $queryRaw = (strings: TemplateStringsArray, ...values: unknown[]) =>
    Promise.resolve(db.prepare(strings.join('?')).all(...values));
  return {
    reader: { $queryRaw } as unknown as Reader,
    rows: ({ sql, values }) =>
      db
        .prepare<unknown[], Value[]>(sql)
        .raw()
        .iterate(...values),
    close: () => void db.close(),
  };
}
