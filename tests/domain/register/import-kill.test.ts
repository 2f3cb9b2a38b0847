import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recoverImports } from '../../../src/domain/register/import-wiping.service.ts';
import { importOf, offerImport } from '../../../src/domain/register/importing.service.ts';
import { openFiles } from '../../../src/storage/files.ts';
import { bigList } from '../../support/big-list.ts';
import { freshFolder } from '../../support/folder.ts';
import { enlist, keeper } from '../../support/register.ts';
import { NOW, openOffice } from '../../support/visit.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../support/import-program.ts');
const PEOPLE = 4000;
/** Reserving, taking numbers, a transaction for each hundred people, bringing into force. */
const TRANSACTIONS = 2 + PEOPLE / 100 + 1;
const EVER = Number.POSITIVE_INFINITY;

async function openScene() {
  const office = await openOffice();
  await enlist(office, { name: 'Асанов Бакыт' });
  const { work, scope } = await keeper(office);
  const dataDir = freshFolder();
  const files = await openFiles(dataDir, new Uint8Array(32));
  const bytes = bigList(PEOPLE);
  const source = { kind: 'file', name: 'тизме.csv', bytes } as const;
  const place = { orgId: scope.orgId, today: '2026-01-12' };
  const checked = await office.around.lists.check({ ...place, source });
  if (!checked.ok) throw new Error(checked.error.code);
  const list = { file: await files.put(bytes), mime: 'text/csv', fileName: source.name };
  const importId = await offerImport(work, scope, list, checked.value);
  const { client, read, file } = office.database;
  return {
    /** Runs the deed in a process of its own, killed when it has written so many transactions. */
    async run(deed: 'apply' | 'undo', until: number) {
      const args = [PROGRAM, deed, file, dataDir, String(scope.orgId), String(importId)];
      const child = spawn(process.execPath, args, {
        env: { ...process.env, NOW: String(NOW) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.length >= until) child.kill('SIGKILL');
      });
      await once(child, 'close');
      return { transactions: /^\.*/.exec(text)?.[0].length ?? 0, ended: child.exitCode };
    },
    recover: () => recoverImports(office.database, 'bot'),
    state: async () => (await importOf(read, scope, importId))?.state,
    async rows() {
      const register = await client.register.findFirst();
      const servants = await client.servant.findMany();
      const records = await client.staffRecord.findMany();
      const inForce = ({ since, until }: { since: number; until: number }) =>
        since <= (register?.edition ?? 0) && (register?.edition ?? 0) < until;
      const whole = servants.length + records.length;
      return {
        people: servants.filter(inForce).length,
        records: records.filter(inForce).length,
        dead: whole - servants.filter(inForce).length - records.filter(inForce).length,
        reserved: register?.importId !== null,
      };
    },
  };
}

const EMPTY = { people: 1, records: 0, dead: 0, reserved: false };
const FULL = { people: PEOPLE + 1, records: 2 * PEOPLE, dead: 0, reserved: false };
const between = (from: number, to: number) => from + Math.floor(Math.random() * (to - from));

test('killed at any moment, an import is whole or not there; undoing too', async () => {
  const scene = await openScene();
  for (const until of [1, between(2, 18)]) {
    const { transactions, ended } = await scene.run('apply', until);
    expect([ended, transactions < TRANSACTIONS], `killed after ${until}`).toEqual([null, true]);
    expect(await scene.rows()).toMatchObject({ people: 1, records: 0, reserved: true });
    expect(await scene.recover()).toBe(1);
    expect([await scene.rows(), await scene.state()]).toEqual([EMPTY, 'checked']);
  }
  const whole = await scene.run('apply', EVER);
  expect([whole, await scene.rows()]).toEqual([{ transactions: TRANSACTIONS, ended: 0 }, FULL]);
  expect(await scene.recover()).toBe(0);
  const undone = await scene.run('undo', between(2, 15));
  expect([undone.ended, await scene.rows()]).toMatchObject([null, { people: 1, records: 0 }]);
  expect(await scene.recover()).toBe(1);
  expect([await scene.rows(), await scene.state()]).toEqual([EMPTY, 'undone']);
}, 60_000);
