import { Prisma } from '../../generated/prisma/client.ts';
import type { Tx } from '../shared/database.ts';
import type { RecordFacts } from './model.ts';
import { PERSON_COLUMNS, type ServantRow } from './row.rules.ts';

/** `until` of a row that nothing has replaced. */
export const OPEN = 2_147_483_647;

const SERVANT_COLUMNS = [...PERSON_COLUMNS, 'searchName', 'sortName'] as const;

const RECORD_COLUMNS = [
  'servant',
  'kind',
  'date',
  'what',
  'hours',
  'orderNo',
] as const satisfies readonly (keyof NewRecord)[];

/** Rows of one statement: few enough for the limits of SQLite, and few lengths to keep compiled. */
const ROWS = 100;

const names = (columns: readonly string[]) =>
  Prisma.raw(columns.map((name) => `"${name}"`).join(', '));

function chunks<T>(rows: readonly T[], size = ROWS): T[][] {
  const cut: T[][] = [];
  for (let from = 0; from < rows.length; from += size) cut.push(rows.slice(from, from + size));
  return cut;
}

/** Rows of the edition that is being made; they come into force when the register moves to it. */
export async function insertServants(
  tx: Tx,
  orgId: number,
  edition: number,
  rows: readonly ServantRow[],
): Promise<void> {
  for (const some of chunks(rows)) {
    const values = some.map((row) => {
      const own = SERVANT_COLUMNS.map((column) => row[column]);
      return Prisma.sql`(${Prisma.join([orgId, edition, row.group, ...own])})`;
    });
    await tx.$executeRaw`
      INSERT INTO "Servant" ("orgId", "since", "posGroup", ${names(SERVANT_COLUMNS)})
      VALUES ${Prisma.join(values)}`;
  }
}

export type NewRecord = RecordFacts & { readonly servant: number };

export async function insertRecords(
  tx: Tx,
  orgId: number,
  edition: number,
  rows: readonly NewRecord[],
): Promise<void> {
  for (const some of chunks(rows)) {
    const values = some.map((row) => {
      const own = RECORD_COLUMNS.map((column) => row[column]);
      return Prisma.sql`(${Prisma.join([orgId, edition, ...own])})`;
    });
    await tx.$executeRaw`
      INSERT INTO "StaffRecord" ("orgId", "since", ${names(RECORD_COLUMNS)})
      VALUES ${Prisma.join(values)}`;
  }
}

/** Ends the rows of these people that are in force before `edition`. */
export async function closeServants(
  tx: Tx,
  orgId: number,
  edition: number,
  servants: readonly number[],
): Promise<void> {
  for (const some of chunks(servants)) {
    await tx.$executeRaw`
      UPDATE "Servant" SET "until" = ${edition}
      WHERE "orgId" = ${orgId} AND "servant" IN (${Prisma.join(some)})
        AND "since" < ${edition} AND "until" = ${OPEN}`;
  }
}

/** Ends these entries of histories, by their ids. */
export async function closeRecords(
  tx: Tx,
  orgId: number,
  edition: number,
  ids: readonly number[],
): Promise<void> {
  for (const some of chunks(ids)) {
    await tx.$executeRaw`
      UPDATE "StaffRecord" SET "until" = ${edition}
      WHERE "orgId" = ${orgId} AND "id" IN (${Prisma.join(some)})
        AND "since" < ${edition} AND "until" = ${OPEN}`;
  }
}

/** Takes `count` numbers for people who come into a register; returns the first. None comes twice. */
export async function takeNumbers(tx: Tx, count: number): Promise<number> {
  const rows = await tx.$queryRaw<{ value: string }[]>`
    INSERT INTO "Setting" ("key", "value") VALUES ('register.lastServant', ${String(count)})
    ON CONFLICT ("key") DO UPDATE
      SET "value" = CAST(CAST("Setting"."value" AS INTEGER) + CAST(${count} AS INTEGER) AS TEXT)
    RETURNING "value"`;
  return Number(rows[0]?.value) - count + 1;
}
