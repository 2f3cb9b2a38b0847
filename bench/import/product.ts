import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ownedRegister, ownerScope } from '../../src/domain/access/rules.ts';
import { createWork } from '../../src/domain/audit/work.service.ts';
import { addOrganisation } from '../../src/domain/organisation/service.ts';
import { applyImport, offerImport } from '../../src/domain/register/importing.service.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { openFiles } from '../../src/storage/files.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { createListWorker } from '../../src/worker/lists.ts';
import { freshFolder, removeFolders, sure } from '../data.ts';

/** Milliseconds in which the process settles before its memory counts as idle. */
const SETTLING_MS = 1000;
const LOOK_MS = 5;

/** One import into an empty register, as the bot does it; prints one line of JSON. */
const [file = ''] = process.argv.slice(2);
const mb = () => process.memoryUsage().rss / 1e6;

const folder = freshFolder();
const databaseFile = path.join(folder, 'eskertkich.db');
sure(migrate(databaseFile));
const database = openDatabase(databaseFile);
const work = createWork({ database, auditKey: 'bench', actorId: 0, now: Date.now() });
const place = { name: 'Айыл өкмөтү', kind: 'municipal', region: 'naryn', district: null } as const;
const orgId = sure(await addOrganisation(work, { ...place, district: 'Нарын району' }));
const files = await openFiles(folder, new Uint8Array(32));
const lists = createListWorker(databaseFile);
const scope = ownedRegister(ownerScope('bench'), orgId);
await sleep(SETTLING_MS);

const idle = mb();
let peak = idle;
const looking = setInterval(() => {
  peak = Math.max(peak, mb());
}, LOOK_MS);
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const began = performance.now();
const bytes = readFileSync(file);
const source = { kind: 'file', name: path.basename(file), bytes } as const;
const today = new Date().toISOString().slice(0, 10);
const checked = sure(await lists.check({ orgId, source, today }));
const checkedAt = performance.now();
const list = {
  file: await files.put(bytes),
  mime: 'application/octet-stream',
  fileName: source.name,
};
const importId = await offerImport(work, scope, list, checked);
const wish = { today, goneOn: null };
const { counts } = sure(await applyImport(work, scope, importId, wish, { lists, files }));
const ended = performance.now();
clearInterval(looking);
process.stdout.write(
  `${JSON.stringify({
    people: counts.added,
    ms: ended - began,
    checkMs: checkedAt - began,
    gapMs: delay.max / 1e6,
    overIdleMb: peak - idle,
  })}\n`,
);
await lists.close();
await database.close();
removeFolders();
