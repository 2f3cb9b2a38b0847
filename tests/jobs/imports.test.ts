import { expect, test } from 'vitest';
import { tidyImports } from '../../src/jobs/imports.ts';
import { takeImportLock } from '../../src/storage/lock.ts';
import { freshFolder } from '../support/folder.ts';
import { freshDatabase } from '../support/database.ts';

const DAY = 24 * 3600_000;

test('what a killed command was writing goes, but not while a command is alive', async () => {
  const database = await freshDatabase();
  const { client } = database;
  const row = { orgId: 1, personId: 0, at: 0n, edition: 0, fileName: 'x.csv' };
  const counts = { added: 1, changed: 0, gone: 0, same: 0 };
  await client.staffImport.create({ data: { ...row, ...counts, state: 'writing' } });
  await client.register.create({ data: { orgId: 1, importId: 1 } });
  const written = { orgId: 1, servant: 1, since: 1, kind: 'reward', date: '2024-01-01' };
  await client.staffRecord.create({ data: written });
  const dir = freshFolder();
  const job = tidyImports(database, () => takeImportLock(dir));
  const command = takeImportLock(dir);
  expect(await job.run(0)).toEqual({ forgotten: 0, recovered: 0 });
  if (command.ok) command.value.release();
  expect(await job.run(0)).toEqual({ forgotten: 0, recovered: 1 });
  expect([await client.staffRecord.count(), await client.register.findFirst()]).toEqual([
    0,
    { orgId: 1, edition: 0, importId: null },
  ]);
  expect(await job.run(4 * DAY)).toEqual({ forgotten: 0, recovered: 0 });
  expect(await job.run(4 * DAY + 1)).toEqual({ forgotten: 1, recovered: 0 });
  expect(await job.run(4 * DAY + 1)).toEqual({ forgotten: 0, recovered: 0 });
});
