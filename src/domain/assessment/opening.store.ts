import type { OrganisationScope } from '../access/model.ts';
import type { Reader, Tx } from '../shared/database.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { AssessmentState } from './model.ts';

/** One organisation in one monitoring, begun or not. */
export interface Standing {
  readonly orgId: number;
  readonly orgName: string;
  readonly campaignId: number;
  readonly campaignTitle: string;
  readonly checklistId: string;
  readonly edition: string;
  readonly opensOn: string;
  readonly deadline: string;
  readonly contactPhone: string | null;
  readonly closed: boolean;
  /** null: nobody has begun. */
  readonly assessmentId: number | null;
  readonly state: AssessmentState;
  readonly answered: number;
}

type Num = number | bigint;
interface Row {
  orgId: Num;
  orgName: string;
  campaignId: Num;
  campaignTitle: string;
  checklistId: string;
  edition: string;
  opensOn: string;
  deadline: string;
  contactPhone: string | null;
  closedAt: Num | null;
  assessmentId: Num | null;
  state: string | null;
  answered: Num;
}

/** The monitorings of the scopes' organisations: running ones first, the newest first. */
export async function standings(
  reader: Reader,
  scopes: readonly OrganisationScope[],
): Promise<Standing[]> {
  if (scopes.length === 0) return [];
  const orgIds = Prisma.join(scopes.map(({ orgId }) => orgId));
  const rows = await reader.$queryRaw<Row[]>`
    SELECT o."id" AS "orgId", o."name" AS "orgName", c."id" AS "campaignId",
      c."title" AS "campaignTitle", c."checklistId", c."edition", c."opensOn", c."deadline",
      c."contactPhone", c."closedAt", a."id" AS "assessmentId", a."state",
      (SELECT COUNT(n."rating") FROM "Answer" n WHERE n."assessmentId" = a."id") AS "answered"
    FROM "Participation" p JOIN "Organisation" o ON o."id" = p."orgId"
    JOIN "Campaign" c ON c."id" = p."campaignId"
    LEFT JOIN "Assessment" a ON a."campaignId" = c."id" AND a."orgId" = o."id"
    WHERE o."id" IN (${orgIds})
    ORDER BY CASE WHEN c."closedAt" IS NULL THEN 0 ELSE 1 END, c."id" DESC, o."name"`;
  return rows.map(({ closedAt, state, ...row }) => ({
    ...row,
    orgId: Number(row.orgId),
    campaignId: Number(row.campaignId),
    closed: closedAt !== null,
    assessmentId: row.assessmentId === null ? null : Number(row.assessmentId),
    state: (state ?? 'draft') as AssessmentState,
    answered: Number(row.answered),
  }));
}

export async function assessmentOf(
  reader: Reader,
  orgId: number,
  campaignId: number,
): Promise<number | null> {
  const row = await reader.assessment.findUnique({
    where: { campaignId_orgId: { campaignId, orgId } },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** A new assessment with an empty answer to each item. Returns its id. */
export async function insertAssessment(
  tx: Tx,
  orgId: number,
  campaignId: number,
  itemCodes: readonly number[],
  at: number,
): Promise<number> {
  const { id } = await tx.assessment.create({
    data: { orgId, campaignId, state: 'draft', createdAt: BigInt(at) },
    select: { id: true },
  });
  const rows = Prisma.join(itemCodes.map((item) => Prisma.sql`(${id}, ${item})`));
  await tx.$executeRaw`INSERT INTO "Answer" ("assessmentId", "item") VALUES ${rows}`;
  return id;
}
