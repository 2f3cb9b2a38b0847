import type { Reader } from '../shared/database.ts';

export interface UnreceivedSubmission {
  readonly number: string;
  readonly organisation: string;
  readonly commissionId: number;
  readonly commission: string;
}

/** Submissions waiting in running campaigns whose commission has nobody Telegram delivers to. */
export async function unreceived(reader: Reader): Promise<UnreceivedSubmission[]> {
  const rows = await reader.$queryRaw<
    (Omit<UnreceivedSubmission, 'commissionId'> & { commissionId: number | bigint })[]
  >`
    SELECT s."number", o."name" AS "organisation", k."id" AS "commissionId", k."name" AS "commission"
    FROM "Submission" s
    JOIN "Assessment" a ON a."id" = s."assessmentId"
    JOIN "Campaign" c ON c."id" = a."campaignId" AND c."closedAt" IS NULL
    JOIN "Commission" k ON k."id" = c."commissionId"
    JOIN "Organisation" o ON o."id" = a."orgId"
    WHERE s."withdrawnAt" IS NULL AND s."openedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Role" r JOIN "Person" p ON p."id" = r."personId"
        WHERE r."commissionId" = k."id" AND r."revokedAt" IS NULL
          AND r."kind" IN ('member', 'chair')
          AND p."unreachableAt" IS NULL AND p."telegramId" IS NOT NULL)
    ORDER BY s."id"`;
  return rows.map((row) => ({ ...row, commissionId: Number(row.commissionId) }));
}
