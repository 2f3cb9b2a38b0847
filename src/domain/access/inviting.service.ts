import type { Reader } from '../shared/database.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import type {
  Invitation,
  InvitationRequest,
  InvitingRefusal,
  IssuedInvitation,
} from './invitation.model.ts';
import {
  belongsToCommission,
  belongsToOrganisation,
  INVITATION_TTL,
  tokenHash,
} from './invitation.rules.ts';
import {
  byId,
  insert,
  isCommission,
  isOpenOrganisation,
  list,
  markRevoked,
  withoutOfficer,
} from './invitation.store.ts';

/** Makes a one-time link. `token` comes from the passed-in source of randomness. */
export const invite = (
  work: Work,
  request: InvitationRequest,
  token: string,
): Promise<Result<IssuedInvitation, InvitingRefusal>> =>
  work.run(async (unit) => {
    const problem = await problemWith(unit.tx, request);
    return problem ? refused(problem) : ok(await issue(unit, request, token));
  });

/** The same inside a transaction, for a request known to be right. */
export async function issue(
  unit: Unit,
  request: InvitationRequest,
  token: string,
): Promise<IssuedInvitation> {
  const expiresAt = unit.at + INVITATION_TTL;
  const made = { tokenHash: tokenHash(token), at: unit.at, by: unit.actorId, expiresAt };
  const invitationId = await insert(unit.tx, request, made);
  const { role, orgId, commissionId } = request;
  await unit.audit({
    action: 'invitation.created',
    subject: `invitation:${invitationId}`,
    ...(orgId === null ? {} : { orgId }),
    details: { role, orgId, commissionId },
  });
  return { invitationId, token, expiresAt };
}

export interface BulkInvitation extends IssuedInvitation {
  readonly orgId: number;
  readonly organisation: string;
}

/** An officer's link for every open organisation that has none yet. Earlier links go on working. */
export const inviteAllOfficers = (work: Work, newToken: () => string): Promise<BulkInvitation[]> =>
  work.run(async (unit) => {
    const made: BulkInvitation[] = [];
    for (const { id, name } of await withoutOfficer(unit.tx)) {
      const request = { role: 'officer', orgId: id, commissionId: null, directions: null } as const;
      made.push({ ...(await issue(unit, request, newToken())), orgId: id, organisation: name });
    }
    return made;
  });

export const listInvitations = (reader: Reader, now: number): Promise<Invitation[]> =>
  list(reader, now);

export const invitationById = (
  reader: Reader,
  id: number,
  now: number,
): Promise<Invitation | null> => byId(reader, id, now);

/** How many organisations have no officer yet. */
export const countWithoutOfficer = async (reader: Reader): Promise<number> =>
  (await withoutOfficer(reader)).length;

/** Takes an open link back. Refuses one that is used, expired or revoked already. */
export const revokeInvitation = (work: Work, id: number): Promise<Result<void, InvitingRefusal>> =>
  work.run(async (unit) => {
    const invitation = await byId(unit.tx, id, unit.at);
    if (!invitation) return refused({ code: 'inviting.unknown', values: { id } });
    const { state, orgId } = invitation;
    if (state !== 'open') return refused({ code: 'inviting.settled', values: { id, state } });
    await markRevoked(unit.tx, id, unit.at);
    await unit.audit({
      action: 'invitation.revoked',
      subject: `invitation:${id}`,
      ...(orgId === null ? {} : { orgId }),
    });
    return ok(undefined);
  });

async function problemWith(
  reader: Reader,
  { role, orgId, commissionId, directions }: InvitationRequest,
): Promise<InvitingRefusal | null> {
  if (belongsToOrganisation(role)) {
    const known = orgId !== null && (await isOpenOrganisation(reader, orgId));
    if (!known) return { code: 'inviting.organisation', values: { id: orgId ?? '' } };
  }
  if (belongsToCommission(role)) {
    const known = commissionId !== null && (await isCommission(reader, commissionId));
    if (!known) return { code: 'inviting.commission', values: { id: commissionId ?? '' } };
  }
  if (role === 'contributor' && !directions?.length) return { code: 'inviting.directions' };
  return null;
}
