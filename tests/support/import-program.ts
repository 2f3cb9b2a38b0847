import { ownedRegister, ownerScope } from '../../src/domain/access/rules.ts';
import { createWork } from '../../src/domain/audit/work.service.ts';
import { applyImport, undoImport } from '../../src/domain/register/importing.service.ts';
import type { Work } from '../../src/domain/shared/work.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { openFiles } from '../../src/storage/files.ts';
import { createListWorker } from '../../src/worker/lists.ts';

/** A process to be killed: does or undoes one import and writes a dot after each transaction. */
const [deed = '', databaseFile = '', dataDir = '', orgId = '', importId = ''] =
  process.argv.slice(2);
const database = openDatabase(databaseFile);
const now = Number(process.env.NOW);
const work = createWork({ database, auditKey: 'key', actorId: 1, now });
const dotted: Work = {
  ...work,
  async run(change) {
    const done = await work.run(change);
    process.stdout.write('.');
    return done;
  },
};
const lists = createListWorker(databaseFile);
const scope = { ...ownedRegister(ownerScope('kill'), Number(orgId)), personId: 1 };
const wish = { today: '2026-01-12', goneOn: null };
const done =
  deed === 'apply'
    ? await applyImport(dotted, scope, Number(importId), wish, {
        lists,
        files: await openFiles(dataDir, new Uint8Array(32)),
      })
    : await undoImport(dotted, scope, Number(importId));
process.stdout.write(JSON.stringify(done));
await lists.close();
await database.close();
