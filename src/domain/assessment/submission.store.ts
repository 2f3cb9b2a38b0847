import type { Submission as Row } from '../../generated/prisma/client.ts';
import type { OrganisationScope } from '../access/model.ts';
import type { Reader, Tx } from '../shared/database.ts';
import type { AssessmentState } from './model.ts';
import type { Endorsement, SubmissionView } from './submission.model.ts';

const time = (value: bigint | null): number | null => (value === null ? null : Number(value));

const WITHOUT_DOCUMENT = { document: true } as const;

const shape = (row: Omit<Row, 'document'>): SubmissionView => ({
  submissionId: row.id,
  number: row.number,
  assessmentId: row.assessmentId,
  sha256: row.sha256,
  submittedAt: Number(row.submittedAt),
  submittedBy: row.submittedBy,
  late: row.late,
  openedAt: time(row.openedAt),
  openedBy: row.openedBy,
  withdrawnAt: time(row.withdrawnAt),
});

/** The submission in force of an assessment; null: it was not submitted, or was withdrawn. */
export async function liveSubmission(
  reader: Reader,
  assessmentId: number,
): Promise<SubmissionView | null> {
  const row = await reader.submission.findFirst({
    where: { assessmentId, withdrawnAt: null },
    omit: WITHOUT_DOCUMENT,
    orderBy: { id: 'desc' },
  });
  return row && shape(row);
}

/** A submission the scopes reach; null: there is none such for them. */
export async function ownSubmission(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  submissionId: number,
): Promise<SubmissionView | null> {
  const orgId = { in: scopes.map((scope) => scope.orgId) };
  const row = await reader.submission.findFirst({
    where: { id: submissionId, assessment: { orgId } },
    omit: WITHOUT_DOCUMENT,
  });
  return row && shape(row);
}

/** The frozen document as hashed, for whoever was found to be entitled to it. */
export async function documentText(reader: Reader, submissionId: number): Promise<string> {
  const row = await reader.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { document: true },
  });
  return row.document;
}

/** The number after the last one given in a year: 1, 2, 3 … Taken back when the transaction fails. */
export async function takeNumber(tx: Tx, year: string): Promise<number> {
  const key = `submission.number.${year}`;
  const last = await tx.setting.findUnique({ where: { key } });
  const value = String(Number(last?.value ?? 0) + 1);
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
  return Number(value);
}

export async function insertSubmission(
  tx: Tx,
  submission: {
    readonly number: string;
    readonly assessmentId: number;
    readonly schema: number;
    readonly document: string;
    readonly sha256: string;
    readonly submittedAt: number;
    readonly submittedBy: number;
    readonly late: boolean;
  },
): Promise<number> {
  const data = { ...submission, submittedAt: BigInt(submission.submittedAt) };
  const row = await tx.submission.create({ data, select: { id: true } });
  return row.id;
}

export async function setState(
  tx: Tx,
  assessmentId: number,
  state: AssessmentState,
): Promise<void> {
  await tx.assessment.update({ where: { id: assessmentId }, data: { state } });
}

export async function setOpened(tx: Tx, id: number, openedBy: number, at: number): Promise<void> {
  await tx.submission.update({ where: { id }, data: { openedBy, openedAt: BigInt(at) } });
}

export async function setWithdrawn(tx: Tx, id: number, at: number): Promise<void> {
  await tx.submission.update({ where: { id }, data: { withdrawnAt: BigInt(at) } });
}

export async function loadEndorsement(reader: Reader, assessmentId: number): Promise<Endorsement> {
  const row = await reader.assessment.findUniqueOrThrow({
    where: { id: assessmentId },
    select: { confirmedBy: true, confirmedAt: true, confirmedEvent: true, signedFileId: true },
  });
  return { ...row, confirmedAt: time(row.confirmedAt) };
}

export async function setConfirmed(
  tx: Tx,
  id: number,
  confirmation: { readonly by: number; readonly at: number; readonly event: number },
): Promise<void> {
  const { by, at, event } = confirmation;
  await tx.assessment.update({
    where: { id },
    data: { confirmedBy: by, confirmedAt: BigInt(at), confirmedEvent: event },
  });
}

/** All submissions, newest first, for the machine's owner. */
export async function allSubmissions(
  reader: Reader,
): Promise<(SubmissionView & { orgId: number; orgName: string; campaignId: number })[]> {
  const rows = await reader.submission.findMany({
    omit: WITHOUT_DOCUMENT,
    include: {
      assessment: {
        select: { orgId: true, campaignId: true, organisation: { select: { name: true } } },
      },
    },
    orderBy: { id: 'desc' },
  });
  return rows.map((row) => ({
    ...shape(row),
    orgId: row.assessment.orgId,
    orgName: row.assessment.organisation.name,
    campaignId: row.assessment.campaignId,
  }));
}

/** A submission by the number people quote. */
export async function submissionByNumber(
  reader: Reader,
  number: string,
): Promise<(SubmissionView & { readonly orgId: number }) | null> {
  const row = await reader.submission.findUnique({
    where: { number },
    omit: WITHOUT_DOCUMENT,
    include: { assessment: { select: { orgId: true } } },
  });
  return row && { ...shape(row), orgId: row.assessment.orgId };
}
