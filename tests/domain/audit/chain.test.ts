import { expect, test } from 'vitest';
import { EMPTY_HEAD } from '../../../src/domain/audit/model.ts';
import { verifyJournal } from '../../../src/domain/audit/service.ts';
import { lastHead } from '../../../src/domain/audit/store.ts';
import { createWork } from '../../../src/domain/audit/work.service.ts';
import { freshDatabase } from '../../support/database.ts';

const KEY = 'a key of the chain';

/** A journal of five rows, written by the services' own way. */
async function openJournal() {
  const database = await freshDatabase();
  const heads: number[] = [];
  const work = createWork({
    database,
    auditKey: KEY,
    actorId: 7,
    now: 1_790_000_000_000,
    onAudited: (head) => heads.push(head.seq),
  });
  const write = (action: string, details?: Record<string, unknown>) =>
    work.run((unit) =>
      unit.audit({ action, subject: 'assessment:1', orgId: 3, ...(details ? { details } : {}) }),
    );
  await write('answer.changed', { from: 1, to: 2 });
  await work.run(async (unit) => {
    await unit.audit({ action: 'submission.made', subject: 'submission:1' });
    await unit.audit({
      action: 'answer.sealed',
      subject: 'answer:4',
      seals: 'text kept elsewhere',
    });
  });
  await write('submission.opened');
  await write('paper.downloaded', { format: 1 });
  const head = await lastHead(database.read);
  const run = (sql: string) => database.client.$executeRawUnsafe(sql);
  const verify = (kept = head) => verifyJournal(database.read, KEY, kept);
  return { database, work, write, head, heads, run, verify };
}

test('an untouched journal is whole, and its head moved with every commit', async () => {
  const { verify, heads, head } = await openJournal();
  expect(await verify()).toEqual({ entries: 5, fault: null });
  expect([heads, head.seq]).toEqual([[1, 3, 4, 5], 5]);
});

test('an empty journal is whole', async () => {
  const database = await freshDatabase();
  expect(await verifyJournal(database.read, KEY, null)).toEqual({ entries: 0, fault: null });
  expect(await lastHead(database.read)).toEqual(EMPTY_HEAD);
});

test.each([
  ['at', '"at" = "at" + 1'],
  ['actorId', '"actorId" = 8'],
  ['action', `"action" = 'answer.read'`],
  ['subject', `"subject" = 'assessment:2'`],
  ['orgId', '"orgId" = 4'],
  ['digest', `"digest" = '00'`],
  ['hmac', `"hmac" = '00'`],
])('a row whose %s was changed is found', async (_column, change) => {
  const { run, verify } = await openJournal();
  await run(`UPDATE "AuditEntry" SET ${change} WHERE "seq" = 2`);
  expect((await verify()).fault).toEqual({ kind: 'changed', seq: 2 });
});

test('details that were changed are found; details that were erased are not missed', async () => {
  const { run, verify } = await openJournal();
  await run(`DELETE FROM "AuditDetail" WHERE "seq" = 1`);
  expect((await verify()).fault).toBe(null);
  await run(`UPDATE "AuditDetail" SET "details" = '{"format":2}' WHERE "seq" = 5`);
  expect((await verify()).fault).toEqual({ kind: 'changed', seq: 5 });
});

test.each([1, 3])('row %i missing is found', async (seq) => {
  const { run, verify } = await openJournal();
  await run(`DELETE FROM "AuditDetail" WHERE "seq" = ${seq}`);
  await run(`DELETE FROM "AuditEntry" WHERE "seq" = ${seq}`);
  expect((await verify()).fault).toEqual({ kind: 'gap', seq });
});

test('rows cut off the end are found by the head kept outside, and by nothing else', async () => {
  const { run, verify, database } = await openJournal();
  await run(`DELETE FROM "AuditDetail" WHERE "seq" >= 4`);
  await run(`DELETE FROM "AuditEntry" WHERE "seq" >= 4`);
  expect((await verify()).fault).toEqual({ kind: 'cut', seq: 4 });
  expect((await verifyJournal(database.read, KEY, null)).fault).toBe(null);
});

test('a journal written anew from the beginning with another key is found', async () => {
  const { database, head } = await openJournal();
  const { fault } = await verifyJournal(database.read, 'another key', head);
  expect(fault).toEqual({ kind: 'changed', seq: 1 });
});

test('a journal cut and continued is found by the head kept before', async () => {
  const { run, write, verify, head } = await openJournal();
  await run(`DELETE FROM "AuditDetail" WHERE "seq" = 5`);
  await run(`DELETE FROM "AuditEntry" WHERE "seq" = 5`);
  await write('something.else');
  await write('something.more');
  expect((await verify(head)).fault).toEqual({ kind: 'changed', seq: 5 });
});

test('a head that lags behind by a crash is no fault', async () => {
  const { write, verify, head } = await openJournal();
  await write('submission.returned');
  expect((await verify(head)).fault).toBe(null);
});

test('what is rolled back leaves no row, moves no head and owes no message', async () => {
  const { work, verify, heads, database } = await openJournal();
  const before = heads.length;
  const failing = work.run(async (unit) => {
    await unit.audit({ action: 'never', subject: 'x:1' });
    await unit.owe({ to: { personId: 1 }, kind: 'word', payload: {} });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect([await verify(), heads.length]).toEqual([{ entries: 5, fault: null }, before]);
  expect(await database.client.outboxMessage.count()).toBe(0);
});
