import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { databaseIn } from './data.ts';

/** Telegram id of the first officer who only gets digests. */
const FIRST_READER = 900_001;
const PEOPLE_EACH = 3;

/** Adds organisations of their own with an officer and three people each, all long due for training. */
export function addReaders(dataDir: string, count: number): void {
  const db = new Sqlite(databaseIn(dataDir));
  const organisation = db.prepare(
    `INSERT INTO "Organisation" ("name", "searchName", "kind", "region", "createdAt") VALUES (?, ?, 'state', 'osh', 1)`,
  );
  const person = db.prepare(
    `INSERT INTO "Person" ("telegramId", "name", "createdAt") VALUES (?, ?, 1)`,
  );
  const role = db.prepare(
    `INSERT INTO "Role" ("personId", "kind", "orgId", "createdAt") VALUES (?, 'officer', ?, 1)`,
  );
  const register = db.prepare(`INSERT INTO "Register" ("orgId", "edition") VALUES (?, 1)`);
  const servant = db.prepare(
    `INSERT INTO "Servant" ("orgId", "servant", "since", "name", "searchName", "sortName", "position",
      "trainedOn", "knownSince") VALUES (?, ?, 1, ?, ?, ?, 'Башкы адис', ?, '2026-01-02')`,
  );
  db.exec('BEGIN');
  for (let n = 0; n < count; n += 1) {
    const name = `Мекеме ${n + 1}`;
    const orgId = Number(organisation.run(name, name).lastInsertRowid);
    const personId = Number(person.run(FIRST_READER + n, `Кадр ${n + 1}`).lastInsertRowid);
    role.run(personId, orgId);
    register.run(orgId);
    for (let k = 1; k <= PEOPLE_EACH; k += 1) {
      const who = `Асанова А. Б. ${k}`;
      servant.run(orgId, orgId * 10 + k, who, who, who, `2021-0${k}-15`);
    }
  }
  db.exec('COMMIT');
  db.close();
}

const ROOT = path.resolve(import.meta.dirname, '..');
const DAY = 86_400_000;

/** Owes the digests of the last working morning beside the running bot; returns how many. */
export async function oweDigests(dataDir: string, env: Record<string, string>): Promise<number> {
  for (let back = 0; back < 14; back += 1) {
    const date = new Date(Date.now() - back * DAY).toISOString().slice(0, 10);
    const args = [path.join(ROOT, 'src/cli/main.ts'), 'remind', '--as-of', `${date}T09:00`];
    const { stdout } = await promisify(execFile)(process.execPath, [...args, '--json'], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env },
    });
    const { digests } = JSON.parse(stdout) as { digests: number };
    if (digests > 0) return digests;
  }
  throw new Error('Two weeks without a working day');
}
