import { readdirSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { MIGRATIONS } from './migrate.ts';

/**
 * Looks at an SQLite file without changing it: whether it opens, is whole, and how its migrations
 * stand. The refusal is a sentence with the cure.
 */
export function databaseHealth(file: string): Result<string, string> {
  let database: Sqlite.Database | null = null;
  try {
    database = new Sqlite(file, { readonly: true, timeout: 10_000 });
    const answer = database.pragma('integrity_check', { simple: true });
    if (answer !== 'ok')
      return refused(`${file} is damaged (${String(answer)}): restore a backup.`);
    return migrationsOf(database, file);
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) {
      return refused(
        `${file} cannot be read (${error.message}): restore a backup, or set DATABASE_URL.`,
      );
    }
    throw error;
  } finally {
    database?.close();
  }
}

function migrationsOf(database: Sqlite.Database, file: string): Result<string, string> {
  const applied = new Set(
    database
      .prepare<[], { name: string }>(
        'SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
      )
      .all()
      .map(({ name }) => name),
  );
  const ours = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const newer = [...applied].filter((name) => !ours.includes(name));
  if (newer.length > 0) {
    return refused(
      `${file} was written by a newer version (${newer.join(', ')}): update the program.`,
    );
  }
  const pending = ours.filter((name) => !applied.has(name)).length;
  return ok(
    pending === 0
      ? `whole, ${applied.size} migrations applied`
      : `whole, ${pending} migrations come at the next start`,
  );
}
