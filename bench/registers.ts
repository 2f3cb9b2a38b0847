import Sqlite from 'better-sqlite3';
import { settleShipped } from '../src/domain/rules/service.ts';
import { openDatabase } from '../src/storage/database.ts';
import { migrate } from '../src/storage/migrate.ts';
import { sure } from './data.ts';

/** The morning on which registers are searched: declarations of the year come due within the horizon. */
export const MORNING = '2026-01-12';

const DAY = 86_400_000;
const dayBefore = (days: number): string =>
  new Date(Date.parse(MORNING) - days * DAY).toISOString().slice(0, 10);

/** Chance that is the same in every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const RANKS = ['state.inspector-3', 'state.inspector-1', 'municipal.adviser-1', 'state.adviser-3'];

/**
 * A migrated database with registers of so many people in organisations of a thousand each, as an
 * office has them: most trained within three years, some long ago, half of what is past told already.
 */
export async function buildRegisters(file: string, people: number): Promise<void> {
  sure(migrate(file));
  const product = openDatabase(file);
  await settleShipped(product);
  await product.close();
  const db = new Sqlite(file);
  db.pragma('synchronous = OFF');
  const next = chance(1);
  const days = (from: number, to: number) => dayBefore(Math.floor(from + next() * (to - from)));
  const some = <T>(part: number, value: () => T): T | null => (next() < part ? value() : null);
  const organisation = db.prepare(
    `INSERT INTO "Organisation" ("name", "searchName", "kind", "region", "createdAt") VALUES (?, ?, 'municipal', 'naryn', 1)`,
  );
  const register = db.prepare('INSERT INTO "Register" ("orgId", "edition") VALUES (?, 3)');
  const servant = db.prepare(
    `INSERT INTO "Servant" ("orgId", "servant", "since", "name", "searchName", "sortName", "position",
      "posGroup", "appointedOn", "serviceStart", "leftOn", "trainedOn", "rank", "rankedOn",
      "noRank", "attestedOn", "declaredOn", "knownSince")
    VALUES (?, ?, 1, ?, ?, ?, 'Башкы адис', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const told = db.prepare(
    `INSERT INTO "Reminder" ("orgId", "servant", "kind", "dueOn", "rung", "toldOn") VALUES (?, ?, 'training', ?, -7, '2026-01-08')`,
  );
  db.exec('BEGIN');
  for (let n = 1; n <= people; n += 1) {
    const orgId = Math.ceil(n / 1000);
    if (n % 1000 === 1) {
      organisation.run(`Айыл өкмөтү ${orgId}`, `айыл окмоту ${orgId}`);
      register.run(orgId);
    }
    const name = `Асанова Айгүл Бакытовна ${n}`;
    const appointedOn = days(30, 7000);
    const trainedOn = some(0.9, () => days(0, 1280));
    const rank = some(0.6, () => RANKS[Math.floor(next() * RANKS.length)] ?? null);
    servant.run(
      orgId,
      n,
      name,
      name,
      name,
      some(0.05, () => 'highest') ?? 'junior',
      appointedOn,
      appointedOn,
      some(0.03, () => days(0, 300)),
      trainedOn,
      rank,
      rank && days(0, 1500),
      rank === null ? 1 : null,
      some(0.3, () => days(0, 900)),
      some(0.9, () => days(280, 330)) ?? days(0, 12),
      days(0, 40),
    );
    if (trainedOn !== null && trainedOn < '2023-01-12' && next() < 0.5) {
      told.run(orgId, n, `${Number(trainedOn.slice(0, 4)) + 3}${trainedOn.slice(4)}`);
    }
  }
  db.exec('COMMIT');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
