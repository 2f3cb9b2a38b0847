import type { Refusal } from '../shared/refusal.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit } from '../shared/work.ts';
import { isToken, tokenHash } from './invitation.rules.ts';
import { byHash, markUsed } from './invitation.store.ts';

type GroupRefusal = Refusal<'group.tokenUnknown' | 'group.tokenExpired' | 'group.taken'>;

/**
 * Uses a group's link up and tells its commission. `boundTo` is the commission the group serves
 * already: for another one the link stays unused.
 */
export async function useGroupInvitation(
  unit: Unit,
  token: string,
  boundTo: number | null,
): Promise<Result<number, GroupRefusal>> {
  const found = isToken(token) ? await byHash(unit.tx, tokenHash(token), unit.at) : null;
  if (found?.role !== 'group' || found.commissionId === null) {
    return refused({ code: 'group.tokenUnknown' });
  }
  if (boundTo !== null && boundTo !== found.commissionId) return refused({ code: 'group.taken' });
  if (found.state !== 'open') return refused({ code: 'group.tokenExpired' });
  await markUsed(unit.tx, found.id, unit.actorId, unit.at);
  return ok(found.commissionId);
}
