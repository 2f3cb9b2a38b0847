import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { diskProblem, diskSentence } from './disk-problem.ts';

export const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations');

/** Prisma's own table, column by column, so that its command line goes on where this left off. */
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** As Prisma counts it: hex SHA-256 of migration.sql. */
  readonly checksum: string;
}

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: string | null;
}

/**
 * Brings an SQLite file up to date as `prisma migrate deploy` would, without Prisma's command line.
 * Returns the names applied now. Refuses, with a sentence, a file that is no database or cannot be
 * written, and one whose history is not ours: an edited, failed or unknown (newer) migration.
 * Several processes may start at once: each migration runs in one.
 */
export function migrate(file: string, folder = MIGRATIONS): Result<string[], string> {
  const migrations = readMigrations(folder);
  if (migrations.length === 0) throw new Error(`no migrations in ${folder}`);
  if (!existsSync(path.dirname(file))) return refused(cannotOpen(file));
  let database: Sqlite.Database | null = null;
  try {
    database = new Sqlite(file, { timeout: 10_000 });
    database.pragma('journal_mode = WAL');
    database.exec(TABLE);
    return applyAll(database, migrations);
  } catch (error) {
    const sentence = openingSentence(error, file);
    if (sentence === null) throw error;
    return refused(sentence);
  } finally {
    database?.close();
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

function applyAll(database: Sqlite.Database, migrations: Migration[]): Result<string[], string> {
  const applied: string[] = [];
  for (const migration of migrations) {
    // Prisma's scripts redefine tables under PRAGMA foreign_keys=OFF, which does nothing inside a
    // transaction; with foreign keys on, their DROP TABLE would cascade. So it is off out here.
    database.pragma('foreign_keys = OFF');
    database.exec('BEGIN IMMEDIATE'); // a second process starting at the same time waits here
    try {
      const problem = historyProblem(database, migrations);
      if (problem !== null) return refused(problem);
      if (isApplied(database, migration)) continue;
      apply(database, migration);
      database.exec('COMMIT');
      applied.push(migration.name);
    } finally {
      if (database.inTransaction) database.exec('ROLLBACK');
    }
  }
  return ok(applied);
}

function rows(database: Sqlite.Database): AppliedRow[] {
  return database
    .prepare<[], AppliedRow>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    )
    .all();
}

const isApplied = (database: Sqlite.Database, migration: Migration): boolean =>
  rows(database).some((row) => row.migration_name === migration.name);

function historyProblem(database: Sqlite.Database, migrations: Migration[]): string | null {
  for (const row of rows(database)) {
    const name = row.migration_name;
    const ours = migrations.find((migration) => migration.name === name);
    if (!ours) {
      return `The database was written by a newer version (it knows migration ${name}): update the program.`;
    }
    if (row.finished_at === null) {
      return `Migration ${name} failed earlier and was left half done: restore a backup, or see \`prisma migrate resolve\`.`;
    }
    if (row.checksum !== ours.checksum) {
      return `Migration ${name} was edited after it was applied: put prisma/migrations/${name} back as it was.`;
    }
  }
  return null;
}

function apply(database: Sqlite.Database, migration: Migration): void {
  const started = now();
  database.exec(migration.sql);
  const broken = database.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) {
    throw new Error(`migration ${migration.name} breaks ${broken.length} foreign keys`);
  }
  database
    .prepare(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(randomUUID(), migration.checksum, now(), migration.name, started);
}

const cannotOpen = (file: string): string =>
  `${file} cannot be opened: make its folder, or set DATABASE_URL to another file.`;

/** The form in which Prisma writes instants to SQLite. */
const now = (): string => new Date().toISOString().replace('Z', '+00:00');

function openingSentence(error: unknown, file: string): string | null {
  const problem = diskProblem(error);
  if (problem) return diskSentence(problem, file);
  const code = error instanceof Sqlite.SqliteError ? error.code : '';
  if (code === 'SQLITE_NOTADB') {
    return `${file} is not an SQLite database: move it away, or set DATABASE_URL to another file.`;
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return cannotOpen(file);
  }
  if (code.startsWith('SQLITE_CORRUPT')) return `${file} is damaged: restore a backup.`;
  return null;
}
