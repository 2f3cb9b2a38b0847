import { Prisma } from '../../generated/prisma/client.ts';
import type { CommissionScope } from '../access/model.ts';
import type { Reader } from '../shared/database.ts';
import type { ReviewView } from './model.ts';

type Num = number | bigint;
type Row = { [K in keyof ReviewView]: ReviewView[K] extends number ? Num : unknown };

const VIEW = Prisma.raw(`s."id" AS "submissionId", s."number", s."assessmentId", s."sha256",
  s."submittedAt", s."submittedBy", s."late", s."openedAt", s."openedBy", s."withdrawnAt",
  a."orgId", o."name" AS "orgName", a."campaignId", c."commissionId", p."assignedTo", a."signedFileId"
  FROM "Submission" s
  JOIN "Assessment" a ON a."id" = s."assessmentId"
  JOIN "Campaign" c ON c."id" = a."campaignId"
  JOIN "Organisation" o ON o."id" = a."orgId"
  LEFT JOIN "Participation" p ON p."campaignId" = a."campaignId" AND p."orgId" = a."orgId"`);

const orNull = (value: unknown): number | null => (value === null ? null : Number(value));

const shape = (row: Row): ReviewView => ({
  submissionId: Number(row.submissionId),
  number: String(row.number),
  assessmentId: Number(row.assessmentId),
  sha256: String(row.sha256),
  submittedAt: Number(row.submittedAt),
  submittedBy: Number(row.submittedBy),
  late: Boolean(row.late),
  openedAt: orNull(row.openedAt),
  openedBy: orNull(row.openedBy),
  withdrawnAt: orNull(row.withdrawnAt),
  orgId: Number(row.orgId),
  orgName: String(row.orgName),
  campaignId: Number(row.campaignId),
  commissionId: Number(row.commissionId),
  assignedTo: orNull(row.assignedTo),
  signedFileId: orNull(row.signedFileId),
});

const within = (scopes: readonly CommissionScope[]) =>
  scopes.length === 0
    ? Prisma.sql`1 = 0`
    : Prisma.sql`c."commissionId" IN (${Prisma.join(scopes.map((scope) => scope.commissionId))})`;

/** A submission of the scopes' commissions, withdrawn ones too; null: there is none such for them. */
export async function findForCommission(
  reader: Reader,
  scopes: readonly CommissionScope[],
  submissionId: number,
): Promise<ReviewView | null> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT ${VIEW} WHERE s."id" = ${submissionId} AND ${within(scopes)}`;
  return rows[0] ? shape(rows[0]) : null;
}

/** Submissions in force of the scopes' commissions: the unopened first, the longest waiting first. */
export async function listForCommission(
  reader: Reader,
  scopes: readonly CommissionScope[],
): Promise<ReviewView[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT ${VIEW} WHERE s."withdrawnAt" IS NULL AND ${within(scopes)}
    ORDER BY CASE WHEN s."openedAt" IS NULL THEN 0 ELSE 1 END, s."submittedAt", s."id"`;
  return rows.map(shape);
}

/** A submission by id, for telling people of it. */
export async function submissionToAnnounce(
  reader: Reader,
  submissionId: number,
): Promise<ReviewView | null> {
  const rows = await reader.$queryRaw<Row[]>`SELECT ${VIEW} WHERE s."id" = ${submissionId}`;
  return rows[0] ? shape(rows[0]) : null;
}

/** Those of a commission that wait for their first opening, in running campaigns. */
export async function unopened(reader: Reader, commissionId: number): Promise<ReviewView[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT ${VIEW} WHERE c."commissionId" = ${commissionId} AND c."closedAt" IS NULL
      AND s."withdrawnAt" IS NULL AND s."openedAt" IS NULL ORDER BY s."id"`;
  return rows.map(shape);
}

/** The group a commission works in; null: none is bound. */
export async function groupOf(
  reader: Reader,
  commissionId: number,
): Promise<{ readonly chatId: number; readonly isForum: boolean } | null> {
  const row = await reader.boundGroup.findUnique({ where: { commissionId } });
  return row && { chatId: Number(row.chatId), isForum: row.isForum };
}
