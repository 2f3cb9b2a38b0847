import type { OrganisationScope } from '../access/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import { type ChangeResult, changeWithin } from './answers.service.ts';
import { retireCard } from './card.store.ts';
import type { ItemRef } from './evidence.service.ts';
import type { Source } from './evidence.model.ts';
import type { Changed, ChangeRefusal } from './model.ts';

type Scopes = readonly OrganisationScope[];

/** Puts a comment in the place of the present one; `source`: the message, so that an edit finds it. */
export const setComment = (
  work: Work,
  scopes: Scopes,
  at: ItemRef,
  comment: string | null,
  seen: number | null,
  source: Source | null,
): Promise<ChangeResult> =>
  work.run((unit) => commentWithin(unit, scopes, at, comment, seen, source));

export async function commentWithin(
  unit: Unit,
  scopes: Scopes,
  at: ItemRef,
  comment: string | null,
  seen: number | null,
  source: Source | null,
): Promise<ChangeResult> {
  const result = await changeWithin(unit, scopes, { ...at, seen, patch: () => ({ comment }) });
  if (result.ok && source) await retireCard(unit.tx, { ...source, ...at });
  return result;
}

/** Takes the comment of one item to another, whose own is replaced (its history keeps it). */
export const moveComment = (
  work: Work,
  scopes: Scopes,
  at: ItemRef,
  to: number,
): Promise<Result<Changed, ChangeRefusal>> =>
  work.run(async (unit) => {
    const there = await changeWithin(unit, scopes, { ...at, seen: null, patch: () => ({}) });
    if (!there.ok) return there;
    const { comment } = there.value.after;
    if (comment === null) return refused({ code: 'unsuitable' });
    if (to === at.item) return there;
    const target = { ...at, item: to };
    const put = await commentWithin(unit, scopes, target, comment, null, null);
    if (!put.ok) return put;
    const taken = await commentWithin(unit, scopes, at, null, null, null);
    return taken.ok ? ok(put.value) : taken;
  });
