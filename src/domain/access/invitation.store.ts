import type { Reader, Tx } from '../shared/database.ts';
import type { Invitation, InvitationKind, InvitationRequest } from './invitation.model.ts';
import { parseDirections, stateOf } from './invitation.rules.ts';

const withNames = {
  organisation: { select: { name: true } },
  commission: { select: { name: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

const findRow = (reader: Reader, where: { id: number } | { tokenHash: string }) =>
  reader.invitation.findUnique({ where, include: withNames });

const shape = (row: Row, now: number): Invitation => ({
  id: row.id,
  role: row.role as InvitationKind,
  orgId: row.orgId,
  commissionId: row.commissionId,
  directions: row.directions === null ? null : parseDirections(row.directions),
  state: stateOf(row, now),
  organisation: row.organisation?.name ?? null,
  commission: row.commission?.name ?? null,
  createdAt: Number(row.createdAt),
  expiresAt: Number(row.expiresAt),
  usedBy: row.usedBy,
  refused: row.refusedAt !== null,
});

export async function byHash(reader: Reader, tokenHash: string, now: number) {
  const row = await findRow(reader, { tokenHash });
  return row && shape(row, now);
}

export async function byId(reader: Reader, id: number, now: number): Promise<Invitation | null> {
  const row = await findRow(reader, { id });
  return row && shape(row, now);
}

export async function list(reader: Reader, now: number): Promise<Invitation[]> {
  const rows = await reader.invitation.findMany({ include: withNames, orderBy: { id: 'asc' } });
  return rows.map((row) => shape(row, now));
}

export async function insert(
  tx: Tx,
  request: InvitationRequest,
  made: { tokenHash: string; at: number; by: number; expiresAt: number },
): Promise<number> {
  const row = await tx.invitation.create({
    data: {
      tokenHash: made.tokenHash,
      role: request.role,
      orgId: request.orgId,
      commissionId: request.commissionId,
      directions: request.directions?.join(',') ?? null,
      createdAt: BigInt(made.at),
      createdBy: made.by || null,
      expiresAt: BigInt(made.expiresAt),
    },
    select: { id: true },
  });
  return row.id;
}

export async function markUsed(tx: Tx, id: number, by: number, at: number): Promise<void> {
  await tx.invitation.update({ where: { id }, data: { usedAt: BigInt(at), usedBy: by } });
}

export async function markRefused(tx: Tx, id: number, at: number): Promise<void> {
  await tx.invitation.update({ where: { id }, data: { refusedAt: BigInt(at) } });
}

export async function markRevoked(tx: Tx, id: number, at: number): Promise<void> {
  await tx.invitation.update({ where: { id }, data: { revokedAt: BigInt(at) } });
}

export async function revokeOfOrganisation(tx: Tx, orgId: number, at: number): Promise<void> {
  await tx.invitation.updateMany({
    where: { orgId, usedAt: null, revokedAt: null },
    data: { revokedAt: BigInt(at) },
  });
}

/** true: the first opening by this person. */
export async function recordOpening(tx: Tx, invitationId: number, telegramId: number, at: number) {
  const added = await tx.$executeRaw`
    INSERT INTO "InvitationOpening" ("invitationId", "telegramId", "at")
    VALUES (${invitationId}, ${telegramId}, ${at}) ON CONFLICT DO NOTHING`;
  return added > 0;
}

export async function hasOpened(reader: Reader, invitationId: number, telegramId: number) {
  const where = { invitationId, telegramId: BigInt(telegramId) };
  return (await reader.invitationOpening.count({ where })) > 0;
}

/** Open organisations in which nobody is officer, by name. */
export const withoutOfficer = (reader: Reader): Promise<{ id: number; name: string }[]> =>
  reader.organisation.findMany({
    where: { closedAt: null, roles: { none: { kind: 'officer', revokedAt: null } } },
    select: { id: true, name: true },
    orderBy: [{ searchName: 'asc' }, { id: 'asc' }],
  });

export async function isOpenOrganisation(reader: Reader, id: number): Promise<boolean> {
  return (await reader.organisation.count({ where: { id, closedAt: null } })) > 0;
}

export async function isCommission(reader: Reader, id: number): Promise<boolean> {
  return (await reader.commission.count({ where: { id } })) > 0;
}
