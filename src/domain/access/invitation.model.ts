import type { Refusal } from '../shared/refusal.ts';
import type { RoleKind } from './model.ts';

/** A link gives a role, or binds a commission's group. */
export type InvitationKind = RoleKind | 'group';

export interface InvitationRequest {
  readonly role: InvitationKind;
  /** For officer, head, contributor. */
  readonly orgId: number | null;
  /** For member, chair, group. */
  readonly commissionId: number | null;
  /** For a contributor: the shared directions. */
  readonly directions: readonly number[] | null;
}

export type InvitationState = 'open' | 'used' | 'expired' | 'revoked';

export interface Invitation extends InvitationRequest {
  readonly id: number;
  readonly state: InvitationState;
  readonly organisation: string | null;
  readonly commission: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedBy: number | null;
  /** Somebody said it is not his organisation. */
  readonly refused: boolean;
}

/** A link just made. The token is nowhere else: only its hash is kept. */
export interface IssuedInvitation {
  readonly invitationId: number;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Why a link cannot be used. `foreign`: its buttons were pressed by one who never opened it. */
export type InvitationCode =
  | 'invitation.unknown'
  | 'invitation.used'
  | 'invitation.expired'
  | 'invitation.revoked'
  | 'invitation.alreadyMember'
  | 'invitation.foreign';
export type InvitationRefusal = Refusal<InvitationCode>;

/** Why a link cannot be made or taken back. */
export type InvitingCode =
  | 'inviting.organisation'
  | 'inviting.commission'
  | 'inviting.directions'
  | 'inviting.unknown'
  | 'inviting.settled';
export type InvitingRefusal = Refusal<InvitingCode>;
