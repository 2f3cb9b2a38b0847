import type { Language } from '../shared/language.ts';

export const ROLE_KINDS = [
  'officer',
  'head',
  'contributor',
  'member',
  'chair',
  'operator',
] as const;
export type RoleKind = (typeof ROLE_KINDS)[number];

/** A role in force. `orgId` for officer, head, contributor; `commissionId` for member, chair. */
export interface RoleGrant {
  readonly roleId: number;
  readonly kind: RoleKind;
  readonly orgId: number | null;
  readonly commissionId: number | null;
  /** Contributor only: the directions shared with him. */
  readonly directions: readonly number[] | null;
}

/** A person known to the bot, with the roles in force at the moment of loading. */
export interface Actor {
  readonly personId: number;
  readonly telegramId: number;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly RoleGrant[];
}

declare const minted: unique symbol;

/** The right to an organisation's own data. Minted only in access/. */
export interface OrganisationScope {
  readonly orgId: number;
  readonly personId: number;
  readonly as: 'officer' | 'head' | 'contributor';
  readonly directions: readonly number[] | null;
  readonly [minted]: true;
}

/** The right to the submissions of one commission's campaigns. Minted only in access/. */
export interface CommissionScope {
  readonly commissionId: number;
  readonly personId: number;
  readonly as: 'member' | 'chair';
  readonly [minted]: true;
}

/** The right to set up organisations, commissions, campaigns, invitations; to no answers. */
export interface OperatorScope {
  readonly personId: number;
  readonly [minted]: true;
}

/** The machine's owner at the CLI, with the reason given for reading answers (it is audited). */
export interface OwnerScope {
  readonly owner: true;
  readonly reason: string;
  readonly [minted]: true;
}
