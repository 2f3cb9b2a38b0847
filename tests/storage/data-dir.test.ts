import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { prepareDataDir } from '../../src/storage/data-dir.ts';
import { diskProblem, diskSentence } from '../../src/storage/disk-problem.ts';
import { freshFolder } from '../support/folder.ts';

const DATA_DIR = path.resolve(import.meta.dirname, '../../src/storage/data-dir.ts');

test('a missing folder is made for its owner only, and the probe is taken away', async () => {
  const dir = path.join(freshFolder(), 'a/b');
  expect(await prepareDataDir(dir)).toEqual({ ok: true, value: undefined });
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  expect(readdirSync(dir)).toEqual([]);
});

test('a file in its place is refused with the cure', async () => {
  const file = path.join(freshFolder(), 'data');
  writeFileSync(file, '');
  for (const dir of [file, path.join(file, 'below')]) {
    expect(await prepareDataDir(dir)).toEqual({
      ok: false,
      error: `DATA_DIR (${dir}) is not a folder: move that file away, or set DATA_DIR to a folder.`,
    });
  }
});

test('a folder this user may not write to is refused with the cure', () => {
  const dir = freshFolder();
  chmodSync(dir, 0o555);
  // The superuser may write everywhere, so the question is asked by nobody (65534).
  const program = `
    if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
    console.log(JSON.stringify(await prepareDataDir(${JSON.stringify(dir)})));
  `;
  const run = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { prepareDataDir } from ${JSON.stringify(DATA_DIR)};${program}`,
    ],
    { encoding: 'utf8' },
  );
  expect(JSON.parse(run.stdout)).toEqual({
    ok: false,
    error: `Cannot write to DATA_DIR (${dir}): this user may not write there; change its owner, or set DATA_DIR to another folder.`,
  });
});

test.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'forbidden'],
  ['EPERM', 'forbidden'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['ENOENT', null],
  ['SQLITE_BUSY', null],
])('%s means %s', (code, problem) => {
  expect(diskProblem(Object.assign(new Error(code), { code }))).toBe(problem);
});

test.runIf(existsSync('/dev/full'))('the error of a really full device is recognised', () => {
  let caught: unknown;
  try {
    writeFileSync('/dev/full', 'x');
  } catch (error) {
    caught = error;
  }
  expect(diskProblem(caught)).toBe('full');
  expect(diskSentence('full', '/srv/data')).toBe(
    'Cannot write to /srv/data: the disk is full; free some space there.',
  );
});

test('a database that may not grow says full, one opened for reading says read-only', () => {
  const file = path.join(freshFolder(), 'x.db');
  const caught: unknown[] = [];
  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      caught.push(diskProblem(error));
    }
  };
  const database = new Sqlite(file);
  database.exec('CREATE TABLE t (x); PRAGMA max_page_count = 2');
  attempt(() => database.exec(`INSERT INTO t VALUES (zeroblob(100000))`));
  database.close();
  const reader = new Sqlite(file, { readonly: true });
  attempt(() => reader.exec('INSERT INTO t VALUES (1)'));
  reader.close();
  expect(caught).toEqual(['full', 'read-only']);
});
