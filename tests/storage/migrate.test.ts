import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../src/storage/migrate.ts';
import { freshFolder } from '../support/folder.ts';

const PARENTS = `
  CREATE TABLE "Parent" ("id" INTEGER PRIMARY KEY, "name" TEXT NOT NULL);
  CREATE TABLE "Child" ("id" INTEGER PRIMARY KEY, "parentId" INTEGER NOT NULL
    REFERENCES "Parent" ("id") ON DELETE CASCADE);
  INSERT INTO "Parent" VALUES (1, 'a'); INSERT INTO "Child" VALUES (1, 1);
`;
/** The way Prisma changes a column on SQLite. */
const REDEFINED = `
  PRAGMA defer_foreign_keys=ON;
  PRAGMA foreign_keys=OFF;
  CREATE TABLE "new_Parent" ("id" INTEGER PRIMARY KEY, "name" TEXT);
  INSERT INTO "new_Parent" SELECT * FROM "Parent";
  DROP TABLE "Parent";
  ALTER TABLE "new_Parent" RENAME TO "Parent";
  PRAGMA foreign_keys=ON;
`;

function place(...migrations: [name: string, sql: string][]) {
  const dir = freshFolder();
  const folder = path.join(dir, 'migrations');
  mkdirSync(folder);
  const write = (name: string, sql: string) => {
    mkdirSync(path.join(folder, name), { recursive: true });
    writeFileSync(path.join(folder, name, 'migration.sql'), sql);
  };
  for (const [name, sql] of migrations) write(name, sql);
  return { file: path.join(dir, 'x.db'), folder, write, dir };
}

function rows(file: string, sql: string): unknown[] {
  const database = new Sqlite(file);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

test('the committed migrations make a new database; a second run applies nothing', () => {
  const file = path.join(freshFolder(), 'x.db');
  const first = migrate(file);
  expect(first.ok && first.value.length).toBeGreaterThan(0);
  expect(migrate(file)).toEqual({ ok: true, value: [] });
});

test('they are applied in the order of their names, each once, and child rows survive a redefined table', () => {
  const { file, folder, write } = place(
    ['20260102_redefine', REDEFINED],
    ['20260101_init', PARENTS],
  );
  expect(migrate(file, folder)).toEqual({
    ok: true,
    value: ['20260101_init', '20260102_redefine'],
  });
  expect(rows(file, 'SELECT * FROM "Child"')).toEqual([{ id: 1, parentId: 1 }]);
  write('20260103_more', 'CREATE TABLE "More" ("id" INTEGER PRIMARY KEY)');
  expect(migrate(file, folder)).toEqual({ ok: true, value: ['20260103_more'] });
});

test('a migration edited after it was applied is refused by name', () => {
  const { file, folder, write } = place(['1_init', PARENTS]);
  migrate(file, folder);
  write('1_init', `${PARENTS} -- edited`);
  expect(migrate(file, folder)).toEqual({
    ok: false,
    error:
      'Migration 1_init was edited after it was applied: put prisma/migrations/1_init back as it was.',
  });
});

test('one that failed under another tool is refused until it is resolved', () => {
  const { file, folder } = place(['1_init', PARENTS]);
  migrate(file, folder);
  const database = new Sqlite(file);
  database.exec('UPDATE "_prisma_migrations" SET finished_at = NULL');
  database.close();
  expect(migrate(file, folder)).toEqual({
    ok: false,
    error:
      'Migration 1_init failed earlier and was left half done: restore a backup, or see `prisma migrate resolve`.',
  });
});

test('a database of a newer version is refused, and stays as it is', () => {
  const { file, folder } = place(['1_init', PARENTS], ['2_newer', REDEFINED]);
  migrate(file, folder);
  const older = place(['1_init', PARENTS]);
  expect(migrate(file, older.folder)).toEqual({
    ok: false,
    error:
      'The database was written by a newer version (it knows migration 2_newer): update the program.',
  });
  expect(migrate(file, folder)).toEqual({ ok: true, value: [] });
});

test('a migration that breaks foreign keys or has an error leaves the database as it was', () => {
  const { file, folder, write } = place(['1_init', PARENTS]);
  migrate(file, folder);
  write('2_bad', 'CREATE TABLE "T" ("id" INTEGER); DELETE FROM "Parent"');
  expect(() => migrate(file, folder)).toThrow('migration 2_bad breaks 1 foreign keys');
  write('2_bad', 'CREATE TABLE "T" ("id" INTEGER); NONSENSE');
  expect(() => migrate(file, folder)).toThrow('syntax error');
  expect(rows(file, `SELECT name FROM sqlite_master WHERE name = 'T'`)).toEqual([]);
  expect(rows(file, 'SELECT migration_name FROM "_prisma_migrations"')).toEqual([
    { migration_name: '1_init' },
  ]);
});

test('what is no database, and where none can be, is refused with the cure', () => {
  const { dir } = place();
  const letter = path.join(dir, 'letter.db');
  writeFileSync(letter, 'Dear commission, '.repeat(100));
  expect(migrate(letter)).toEqual({
    ok: false,
    error: `${letter} is not an SQLite database: move it away, or set DATABASE_URL to another file.`,
  });
  const nowhere = path.join(dir, 'missing/x.db');
  expect(migrate(nowhere)).toEqual({
    ok: false,
    error: `${nowhere} cannot be opened: make its folder, or set DATABASE_URL to another file.`,
  });
  const folder = path.join(dir, 'folder.db');
  mkdirSync(folder);
  expect(migrate(folder)).toMatchObject({
    ok: false,
    error: expect.stringContaining('cannot be opened'),
  });
});

test('an installation without migrations is a mistake, not an empty database', () => {
  const { file, folder } = place();
  expect(() => migrate(file, folder)).toThrow('no migrations in');
});
