import path from 'node:path';
import { WorkbookReader } from '@cj-tech-master/excelts';
import Sqlite from 'better-sqlite3';
import { migrate } from '../../src/storage/migrate.ts';
import { freshFolder, removeFolders, sure } from '../data.ts';

/**
 * The least that such an import can be: a streaming parse, and one transaction of plain inserts with
 * prepared statements. It checks and compares nothing. Prints one line of JSON.
 */
const [file = ''] = process.argv.slice(2);
const databaseFile = path.join(freshFolder(), 'eskertkich.db');
sure(migrate(databaseFile));
const db = new Sqlite(databaseFile);
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;');
const servant =
  db.prepare(`INSERT INTO "Servant" ("orgId", "servant", "since", "name", "searchName",
  "sortName", "position", "appointedOn", "trainedOn", "rank", "rankedOn", "knownSince")
  VALUES (1, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, '2026-01-01')`);
const record =
  db.prepare(`INSERT INTO "StaffRecord" ("orgId", "servant", "since", "kind", "date", "what")
  VALUES (1, ?, 1, ?, ?, ?)`);

const began = performance.now();
const rows: string[][] = [];
const reader = new WorkbookReader(file, {
  worksheets: 'emit',
  sharedStrings: 'cache',
  styles: 'cache',
  hyperlinks: 'ignore',
});
for await (const sheet of reader) {
  for await (const row of sheet) rows.push((row.values as unknown[]).slice(1).map(String));
}
const parsedAt = performance.now();
db.transaction(() => {
  for (const [n, cells] of rows.slice(1).entries()) {
    const [name, position, appointedOn, trainedOn, training, rank, rankedOn] = cells;
    servant.run(n, name, name, name, position, appointedOn, trainedOn, rank, rankedOn);
    record.run(n, 'training', trainedOn, training);
    record.run(n, 'rank', rankedOn, rank);
  }
})();
const ended = performance.now();
const { people } = db.prepare('SELECT COUNT(*) AS people FROM "Servant"').get() as {
  people: number;
};
process.stdout.write(
  `${JSON.stringify({ people, ms: ended - began, parseMs: parsedAt - began })}\n`,
);
db.close();
removeFolders();
