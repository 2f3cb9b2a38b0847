import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader, Tx } from '../shared/database.ts';
import type { InboxRow } from './model.ts';

type NewRow = Pick<InboxRow, 'updateId' | 'chatId' | 'body'>;

/** Writes a batch; what is known already is left alone. Returns the ids that were new. */
export async function insertUpdates(
  tx: Tx,
  rows: readonly NewRow[],
  now: number,
): Promise<Set<number>> {
  if (rows.length === 0) return new Set();
  const values = rows.map(
    ({ updateId, chatId, body }) => Prisma.sql`(${updateId}, ${chatId}, ${body}, ${now})`,
  );
  const fresh = await tx.$queryRaw<{ updateId: bigint }[]>`
    INSERT INTO "InboxUpdate" ("updateId", "chatId", "body", "receivedAt")
    VALUES ${Prisma.join(values)} ON CONFLICT DO NOTHING RETURNING "updateId"`;
  return new Set(fresh.map((row) => Number(row.updateId)));
}

/** What a former run left undone, in the order of Telegram. */
export async function openUpdates(reader: Reader): Promise<InboxRow[]> {
  const rows = await reader.inboxUpdate.findMany({
    where: { doneAt: null, parkedAt: null },
    orderBy: { updateId: 'asc' },
  });
  return rows.map((row) => ({
    updateId: Number(row.updateId),
    chatId: Number(row.chatId),
    body: row.body,
    applied: row.appliedAt !== null,
    attempts: row.attempts,
  }));
}

export async function markApplied(tx: Tx, updateId: number, now: number): Promise<void> {
  await tx.$executeRaw`UPDATE "InboxUpdate" SET "appliedAt" = ${now} WHERE "updateId" = ${updateId}`;
}

export async function isApplied(reader: Reader, updateId: number): Promise<boolean> {
  const row = await reader.inboxUpdate.findUnique({
    where: { updateId },
    select: { appliedAt: true },
  });
  return row !== null && row.appliedAt !== null;
}

export async function markDone(tx: Tx, updateIds: readonly number[], now: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "InboxUpdate" SET "doneAt" = ${now}, "body" = ''
    WHERE "updateId" IN (${Prisma.join([...updateIds])})`;
}

export async function countAttempt(tx: Tx, updateId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "InboxUpdate" SET "attempts" = "attempts" + 1 WHERE "updateId" = ${updateId}`;
}

export async function park(tx: Tx, updateIds: readonly number[], now: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "InboxUpdate" SET "parkedAt" = ${now}
    WHERE "updateId" IN (${Prisma.join([...updateIds])})`;
}

/** Forgets what was done or parked before `before`; returns how many rows. */
export async function forget(tx: Tx, before: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "InboxUpdate" WHERE "doneAt" < ${before} OR "parkedAt" < ${before}`;
}

export async function countParked(reader: Reader): Promise<number> {
  return reader.inboxUpdate.count({ where: { parkedAt: { not: null } } });
}
