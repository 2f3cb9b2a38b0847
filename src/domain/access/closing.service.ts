import type { Unit } from '../shared/work.ts';
import { revokeOfOrganisation } from './invitation.store.ts';
import { endRolesOf } from './role.store.ts';

/** Ends every role in an organisation and every open link to it. Part of closing it. */
export async function closeAccess(unit: Unit, orgId: number): Promise<void> {
  await revokeOfOrganisation(unit.tx, orgId, unit.at);
  await endRolesOf(unit.tx, { orgId }, unit.at);
}
