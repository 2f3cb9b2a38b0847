import type { Tx } from '../shared/database.ts';
import { OPEN } from './writing.store.ts';

/**
 * The people and histories in force of one register become rows of `edition` of another. What the first
 * had replaced, and its changes, go: its editions mean nothing there, and a list that was checked against
 * one of them (-1: against none) has to be checked anew.
 */
export async function moveRows(tx: Tx, from: number, into: number, edition: number): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Servant" WHERE "orgId" = ${from} AND NOT EXISTS (SELECT 1 FROM "Register" g
      WHERE g."orgId" = ${from} AND "since" <= g."edition" AND "until" > g."edition")`;
  await tx.$executeRaw`
    DELETE FROM "StaffRecord" WHERE "orgId" = ${from} AND NOT EXISTS (SELECT 1 FROM "Register" g
      WHERE g."orgId" = ${from} AND "since" <= g."edition" AND "until" > g."edition")`;
  await tx.$executeRaw`
    UPDATE "Servant" SET "orgId" = ${into}, "since" = ${edition}, "until" = ${OPEN}
    WHERE "orgId" = ${from}`;
  await tx.$executeRaw`
    UPDATE "StaffRecord" SET "orgId" = ${into}, "since" = ${edition}, "until" = ${OPEN}
    WHERE "orgId" = ${from}`;
  await tx.$executeRaw`DELETE FROM "RegisterChange" WHERE "orgId" = ${from}`;
  await tx.$executeRaw`DELETE FROM "Register" WHERE "orgId" = ${from}`;
  await tx.$executeRaw`
    UPDATE "StaffImport" SET "orgId" = ${into}, "edition" = -1 WHERE "orgId" = ${from}`;
  await tx.$executeRaw`
    UPDATE "Reminder" SET "orgId" = ${into} WHERE "orgId" = ${from} AND "servant" > 0`;
}
