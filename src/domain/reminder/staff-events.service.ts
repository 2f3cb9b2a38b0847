import type { StaffEvent } from '../checklist/model.ts';
import type { Reader } from '../shared/database.ts';
import type { StaffEvents } from './staff-knowledge.model.ts';

/**
 * What the staff register of an organisation has on the local days `from` to `to`, those who have left
 * since included; null: no days were given.
 */
export async function staffEvents(
  reader: Reader,
  orgId: number,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): Promise<StaffEvents | null> {
  if (from === null || to === null) return null;
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
  const found = new Map(rows.map(({ kind, n }) => [kind, Number(n)]));
  const count = (kind: StaffEvent): number => found.get(kind) ?? 0;
  return {
    training: count('training'),
    attestation: count('attestation'),
    reward: count('reward'),
    penalty: count('penalty'),
    left: count('left'),
  };
}
