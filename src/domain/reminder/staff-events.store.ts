import type { Reader } from '../shared/database.ts';

/** Entries of histories on the local days `from` to `to` by kind, and those who left in them as `left`. */
export async function eventsBetween(
  reader: Reader,
  orgId: number,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.$queryRaw<{ kind: string; n: number | bigint }[]>`
    SELECT r."kind" AS "kind", COUNT(*) AS "n" FROM "Register" g
    JOIN "StaffRecord" r ON r."orgId" = g."orgId" AND r."since" <= g."edition"
      AND r."until" > g."edition"
    WHERE g."orgId" = ${orgId} AND r."date" BETWEEN ${from} AND ${to}
    GROUP BY r."kind"
    UNION ALL
    SELECT 'left', COUNT(*) FROM "Register" g
    JOIN "Servant" s ON s."orgId" = g."orgId" AND s."since" <= g."edition"
      AND s."until" > g."edition"
    WHERE g."orgId" = ${orgId} AND s."leftOn" BETWEEN ${from} AND ${to}`;
  return new Map(rows.map(({ kind, n }) => [kind, Number(n)]));
}
