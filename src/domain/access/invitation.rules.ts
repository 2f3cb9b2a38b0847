import { createHash } from 'node:crypto';
import type { InvitationKind, InvitationState } from './invitation.model.ts';
import type { RoleKind } from './model.ts';

/** Milliseconds: a link works for 30 days. */
export const INVITATION_TTL = 30 * 24 * 60 * 60 * 1000;

/** 32 random bytes in base64url, within Telegram's 64 characters of a deep link. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
export const isToken = (text: string): boolean => TOKEN.test(text);

/** What is kept of a token: whoever reads the database cannot join with it. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

export function stateOf(
  row: { usedAt: bigint | null; revokedAt: bigint | null; expiresAt: bigint },
  now: number,
): InvitationState {
  if (row.usedAt !== null) return 'used';
  if (row.revokedAt !== null) return 'revoked';
  return row.expiresAt <= BigInt(now) ? 'expired' : 'open';
}

export const belongsToOrganisation = (role: InvitationKind): boolean =>
  role === 'officer' || role === 'head' || role === 'contributor';

export const belongsToCommission = (role: InvitationKind): boolean =>
  role === 'member' || role === 'chair' || role === 'group';

export const isRole = (role: InvitationKind): role is RoleKind => role !== 'group';

/** Opens a private chat with the bot and passes it the token (Bot API, "Deep linking"). */
export const startLink = (botUsername: string, token: string): string =>
  `https://t.me/${botUsername}?start=${token}`;

/** Asks for a group to add the bot to and passes it the token there. */
export const groupLink = (botUsername: string, token: string): string =>
  `https://t.me/${botUsername}?startgroup=${token}`;

/** "3,4" as stored and typed; null: not a list of different direction numbers. */
export function parseDirections(text: string): number[] | null {
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every((part) => /^[1-9]\d?$/.test(part))) return null;
  const numbers = parts.map(Number);
  return new Set(numbers).size === numbers.length ? numbers : null;
}
