import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { freshFolder } from '../support/folder.ts';
import { inherited } from '../support/inherited.ts';

const MAIN = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
const OFFICERS = 60;

/** Organisations with an officer and three people each, all of whom are long due for training. */
async function openRegion() {
  const dataDir = freshFolder();
  const file = path.join(dataDir, 'eskertkich.db');
  copyFileSync(inject('templateDatabase'), file);
  const database = openDatabase(file);
  onTestFinished(() => database.close());
  const { client } = database;
  const ids = Array.from({ length: OFFICERS }, (_, n) => n + 1);
  await client.organisation.createMany({
    data: ids.map((id) => ({
      id,
      name: `А ${id}`,
      searchName: `а ${id}`,
      kind: 'municipal',
      region: 'naryn',
      createdAt: 1n,
    })),
  });
  await client.person.createMany({
    data: ids.map((id) => ({ id, name: `К ${id}`, telegramId: BigInt(5000 + id), createdAt: 1n })),
  });
  await client.role.createMany({
    data: ids.map((id) => ({ personId: id, kind: 'officer', orgId: id, createdAt: 1n })),
  });
  await client.register.createMany({ data: ids.map((orgId) => ({ orgId, edition: 1 })) });
  await client.servant.createMany({
    data: ids.flatMap((orgId) =>
      [1, 2, 3].map((n) => {
        const name = `Киши ${n}`;
        const facts = { name, searchName: name, sortName: name, trainedOn: '2020-01-12' };
        const known = { knownSince: '2026-01-02', declaredOn: '2026-01-02' };
        return { orgId, servant: orgId * 10 + n, since: 1, ...facts, ...known };
      }),
    ),
  });
  const run = () => {
    const args = [MAIN, 'remind', '--as-of', '2026-01-12T09:00', '--json'];
    const env = {
      ...inherited(),
      DATA_DIR: dataDir,
      BOT_TOKEN: '1:x',
      SECRET_KEY: 'a long secret of the tests',
    };
    const ended = Promise.withResolvers<string>();
    const child = execFile(process.execPath, args, { env }, (_error, out) => ended.resolve(out));
    return { child, ended: ended.promise };
  };
  return { client, run };
}

test('killed while it owes digests, and then run twice at once: each officer gets one', async () => {
  const { client, run } = await openRegion();
  const digests = () => client.outboxMessage.count({ where: { kind: 'digest' } });
  const first = run();
  await expect.poll(digests, { interval: 1, timeout: 15_000 }).toBeGreaterThan(5);
  first.child.kill('SIGKILL');
  await once(first.child, 'close');
  const before = await digests();
  expect(before).toBeLessThan(OFFICERS);
  // What was told and what is owed are one: neither without the other.
  expect(await client.reminder.count()).toBe(before * 3);

  const outputs = await Promise.all([run().ended, run().ended]);
  const counts = outputs.map((out) => JSON.parse(out) as { digests: number; skipped: number });
  expect(counts.map(({ digests: made, skipped }) => made + skipped)).toEqual([OFFICERS, OFFICERS]);
  expect(counts.reduce((sum, one) => sum + one.digests, 0)).toBe(OFFICERS - before);
  const rows = await client.outboxMessage.findMany({ where: { kind: 'digest' } });
  expect(rows.map(({ personId }) => personId).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: OFFICERS }, (_, n) => n + 1),
  );
  expect(await client.reminder.count()).toBe(OFFICERS * 3);
});
