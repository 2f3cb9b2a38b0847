import type { Reader } from '../shared/database.ts';
import type { Refusal } from '../shared/refusal.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import type { RoleKind } from './model.ts';
import { endRole, findRole, rolesWithPeople } from './role.store.ts';

/** A person in a role, as operators see it: no answers and no staff data belong to it. */
export interface RoleHolder {
  readonly roleId: number;
  readonly personId: number;
  readonly name: string;
  readonly kind: RoleKind;
  readonly directions: string | null;
  readonly language: string;
  /** Telegram delivers to this person. */
  readonly reachable: boolean;
}

type Row = Awaited<ReturnType<typeof rolesWithPeople>>[number];

const holder = ({ id, kind, directions, person }: Row): RoleHolder => ({
  roleId: id,
  personId: person.id,
  name: person.name,
  kind: kind as RoleKind,
  directions,
  language: person.language,
  reachable: person.unreachableAt === null && person.telegramId !== null,
});

export const peopleOfOrganisation = async (reader: Reader, orgId: number): Promise<RoleHolder[]> =>
  (await rolesWithPeople(reader, { orgId })).map(holder);

export const peopleOfCommission = async (
  reader: Reader,
  commissionId: number,
): Promise<RoleHolder[]> => (await rolesWithPeople(reader, { commissionId })).map(holder);

export type RoleRefusal = Refusal<'role.unknown' | 'role.ended'>;

export interface HeldRole {
  readonly roleId: number;
  readonly name: string;
  readonly kind: RoleKind;
  readonly orgId: number | null;
  readonly commissionId: number | null;
}

/** A role in force. */
export async function heldRole(reader: Reader, id: number): Promise<Result<HeldRole, RoleRefusal>> {
  const role = await findRole(reader, id);
  if (!role) return refused({ code: 'role.unknown', values: { id } });
  if (role.revokedAt !== null) return refused({ code: 'role.ended', values: { id } });
  const { kind, orgId, commissionId, person } = role;
  return ok({ roleId: id, name: person.name, kind: kind as RoleKind, orgId, commissionId });
}

/** From the next tap on the person no longer has this role. What was done in it stays. */
export const revokeRole = (work: Work, id: number): Promise<Result<HeldRole, RoleRefusal>> =>
  work.run(async (unit) => {
    const role = await heldRole(unit.tx, id);
    if (!role.ok) return role;
    await endRole(unit.tx, id, unit.at);
    await unit.audit({
      action: 'role.revoked',
      subject: `role:${id}`,
      ...(role.value.orgId === null ? {} : { orgId: role.value.orgId }),
    });
    return role;
  });
