import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader, Tx } from '../shared/database.ts';
import { OPEN } from './writing.store.ts';

type Num = number | bigint;

const ids = (rows: readonly { id: Num }[]): number[] => rows.map(({ id }) => Number(id));

/** Ids of rows that came after `edition`, and of rows ended after it that would stand again. */
export interface Later {
  readonly servants: readonly number[];
  readonly records: readonly number[];
  readonly endedServants: readonly number[];
  readonly endedRecords: readonly number[];
}

/** Everything of a register that is later than `edition`. Nothing else writes there meanwhile. */
export async function laterThan(reader: Reader, orgId: number, edition: number): Promise<Later> {
  return {
    servants: ids(
      await reader.$queryRaw`
        SELECT "id" FROM "Servant" WHERE "orgId" = ${orgId} AND "since" > ${edition}`,
    ),
    records: ids(
      await reader.$queryRaw`
        SELECT "id" FROM "StaffRecord" WHERE "orgId" = ${orgId} AND "since" > ${edition}`,
    ),
    endedServants: ids(
      await reader.$queryRaw`
        SELECT "id" FROM "Servant" WHERE "orgId" = ${orgId} AND "since" <= ${edition}
          AND "until" > ${edition} AND "until" < ${OPEN}`,
    ),
    endedRecords: ids(
      await reader.$queryRaw`
        SELECT "id" FROM "StaffRecord" WHERE "orgId" = ${orgId} AND "since" <= ${edition}
          AND "until" > ${edition} AND "until" < ${OPEN}`,
    ),
  };
}

export async function wipeServants(tx: Tx, some: readonly number[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "Servant" WHERE "id" IN (${Prisma.join([...some])})`;
}

export async function wipeRecords(tx: Tx, some: readonly number[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "StaffRecord" WHERE "id" IN (${Prisma.join([...some])})`;
}

export async function reopenServants(tx: Tx, some: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Servant" SET "until" = ${OPEN} WHERE "id" IN (${Prisma.join([...some])})`;
}

export async function reopenRecords(tx: Tx, some: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "StaffRecord" SET "until" = ${OPEN} WHERE "id" IN (${Prisma.join([...some])})`;
}
