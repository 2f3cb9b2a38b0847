import type { Reader } from '../shared/database.ts';
import type { Told } from './model.ts';
import { type Sql, sql, tagged } from './sql.store.ts';

/** A running monitoring of an open organisation that has not submitted, and what was last told of it. */
export interface CampaignRow {
  readonly orgId: number;
  readonly campaignId: number;
  /** null: nobody has begun. */
  readonly assessmentId: number | null;
  readonly title: string;
  readonly deadline: string;
  readonly answered: number;
  readonly total: number;
  readonly told: Told | null;
}

/** Monitorings that have begun on this local date and wait for the organisation's answers. */
export const waitingCampaigns = (today: string): Sql => sql`
  "Participation" p JOIN "Campaign" c ON c."id" = p."campaignId" AND c."closedAt" IS NULL
    AND c."opensOn" <= ${today}
  JOIN "Organisation" o ON o."id" = p."orgId" AND o."closedAt" IS NULL
  LEFT JOIN "Assessment" a ON a."campaignId" = c."id" AND a."orgId" = o."id"
  LEFT JOIN "Reminder" r ON r."orgId" = o."id" AND r."servant" = 0 AND r."kind" = 'campaign'
    AND r."subject" = c."id"`;

export const NOT_SUBMITTED = sql`(a."state" IS NULL OR a."state" = 'draft')`;

type Num = number | bigint;
interface Row {
  orgId: Num;
  campaignId: Num;
  assessmentId: Num | null;
  title: string;
  deadline: string;
  answered: Num;
  total: Num;
  dueOn: string | null;
  rung: number | null;
  toldOn: string | null;
  snoozedUntil: string | null;
}

export async function campaignRows(
  reader: Reader,
  orgId: number,
  today: string,
): Promise<CampaignRow[]> {
  const rows = await reader.$queryRaw<Row[]>(
    ...tagged(sql`
    SELECT o."id" AS "orgId", c."id" AS "campaignId", a."id" AS "assessmentId", c."title",
      c."deadline", r."dueOn", r."rung", r."toldOn", r."snoozedUntil",
      (SELECT COUNT(n."rating") FROM "Answer" n WHERE n."assessmentId" = a."id") AS "answered",
      (SELECT COUNT(*) FROM "Answer" n WHERE n."assessmentId" = a."id") AS "total"
    FROM ${waitingCampaigns(today)}
    WHERE p."orgId" = ${orgId} AND ${NOT_SUBMITTED}
    ORDER BY c."deadline", c."id"`),
  );
  return rows.map(({ dueOn, rung, toldOn, snoozedUntil, ...row }) => ({
    ...row,
    orgId: Number(row.orgId),
    campaignId: Number(row.campaignId),
    assessmentId: row.assessmentId === null ? null : Number(row.assessmentId),
    answered: Number(row.answered),
    total: Number(row.total),
    told: dueOn === null ? null : { dueOn, rung, toldOn, snoozedUntil },
  }));
}
