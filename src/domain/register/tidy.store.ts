import type { Reader, Tx } from '../shared/database.ts';

/** When the oldest change on record was made, milliseconds; null: there is none. */
export async function oldestChange(reader: Reader): Promise<number | null> {
  const rows = await reader.$queryRaw<{ at: number | bigint }[]>`
    SELECT "at" FROM "RegisterChange" ORDER BY "id" LIMIT 1`;
  return rows[0] ? Number(rows[0].at) : null;
}

/** Rows of people replaced by an edition made before `at`; at most `limit`. Returns how many went. */
export const forgetServants = (tx: Tx, at: number, limit: number): Promise<number> =>
  tx.$executeRaw`
    DELETE FROM "Servant" WHERE "id" IN (
      SELECT s."id" FROM
        (SELECT "orgId", MAX("edition") AS "edition" FROM "RegisterChange" WHERE "at" < ${at}
          GROUP BY "orgId") c
      JOIN "Register" g ON g."orgId" = c."orgId" AND g."importId" IS NULL
      JOIN "Servant" s ON s."orgId" = c."orgId" AND s."until" <= c."edition"
        AND s."until" <= g."edition"
      LIMIT ${limit})`;

/** The same for entries of histories. */
export const forgetRecords = (tx: Tx, at: number, limit: number): Promise<number> =>
  tx.$executeRaw`
    DELETE FROM "StaffRecord" WHERE "id" IN (
      SELECT s."id" FROM
        (SELECT "orgId", MAX("edition") AS "edition" FROM "RegisterChange" WHERE "at" < ${at}
          GROUP BY "orgId") c
      JOIN "Register" g ON g."orgId" = c."orgId" AND g."importId" IS NULL
      JOIN "StaffRecord" s ON s."orgId" = c."orgId" AND s."until" <= c."edition"
        AND s."until" <= g."edition"
      LIMIT ${limit})`;

/** Changes made before `at`, of registers that no import has. */
export const forgetChanges = (tx: Tx, at: number): Promise<number> =>
  tx.$executeRaw`
    DELETE FROM "RegisterChange" WHERE "at" < ${at}
      AND "orgId" IN (SELECT "orgId" FROM "Register" WHERE "importId" IS NULL)`;
