import type { Reader, Tx } from '../shared/database.ts';
import type { RoleGrant, RoleKind } from './model.ts';

interface Held {
  readonly kind: RoleKind;
  readonly orgId: number | null;
  readonly commissionId: number | null;
}

/** Whether the person has this very role in force. */
export async function holds(reader: Reader, personId: number, role: Held): Promise<boolean> {
  const { kind, orgId, commissionId } = role;
  const where = { personId, kind, orgId, commissionId, revokedAt: null };
  return (await reader.role.count({ where })) > 0;
}

export async function grant(
  tx: Tx,
  personId: number,
  role: Omit<RoleGrant, 'roleId'>,
  at: number,
): Promise<number> {
  const { kind, orgId, commissionId } = role;
  const directions = role.directions?.join(',') ?? null;
  const row = await tx.role.create({
    data: { personId, kind, orgId, commissionId, directions, createdAt: BigInt(at) },
    select: { id: true },
  });
  return row.id;
}

export const findRole = (reader: Reader, id: number) =>
  reader.role.findUnique({ where: { id }, include: { person: { select: { name: true } } } });

export async function endRole(tx: Tx, id: number, at: number): Promise<void> {
  await tx.role.update({ where: { id }, data: { revokedAt: BigInt(at) } });
}

export async function endRolesOf(
  tx: Tx,
  whose: { orgId: number } | { personId: number },
  at: number,
): Promise<void> {
  await tx.role.updateMany({
    where: { ...whose, revokedAt: null },
    data: { revokedAt: BigInt(at) },
  });
}

/** Roles in force with their people, in the order they were given. */
export const rolesWithPeople = (
  reader: Reader,
  where: { orgId: number } | { commissionId: number },
) =>
  reader.role.findMany({
    where: { ...where, revokedAt: null, person: { erasedAt: null } },
    include: { person: true },
    orderBy: { id: 'asc' },
  });

/** Organisations in which the person is officer. */
export async function officerOf(reader: Reader, personId: number): Promise<number[]> {
  const rows = await reader.role.findMany({
    where: { personId, kind: 'officer', revokedAt: null, orgId: { not: null } },
    select: { orgId: true },
  });
  return rows.flatMap(({ orgId }) => (orgId === null ? [] : [orgId]));
}
