import type { Reader } from '../shared/database.ts';

type Num = number | bigint;

/** People present, and those of them whom no training date can be reckoned for. */
export async function countUndated(
  reader: Reader,
  orgId: number,
): Promise<{ readonly present: number; readonly undated: number }> {
  const rows = await reader.$queryRaw<{ present: Num; undated: Num }[]>`
    SELECT COUNT(*) AS "present",
      COUNT(CASE WHEN "trainedOn" IS NULL AND "appointedOn" IS NULL AND "nextTraining" IS NULL
        THEN 1 END) AS "undated"
    FROM "Register" g JOIN "Servant" s ON s."orgId" = g."orgId"
      AND s."since" <= g."edition" AND s."until" > g."edition"
    WHERE g."orgId" = ${orgId} AND s."leftOn" IS NULL`;
  return { present: Number(rows[0]?.present ?? 0), undated: Number(rows[0]?.undated ?? 0) };
}
