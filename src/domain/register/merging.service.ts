import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit } from '../shared/work.ts';
import { insertChange, moveEdition, nextEdition, registerState } from './edition.store.ts';
import { moveRows } from './merging.store.ts';
import type { RegisterRefusal } from './model.ts';

/**
 * Moves one organisation's register into another's: everybody of both stands in it afterwards, with
 * his number, his histories and what was told of him. It is a change of the register it goes into, so
 * that no import before it can be taken back from under them. Refused while an import has either.
 */
export async function mergeRegisters(
  { tx, at, actorId: personId }: Unit,
  from: number,
  into: number,
): Promise<Result<void, RegisterRefusal>> {
  const [theirs, ours] = [await registerState(tx, from), await registerState(tx, into)];
  if (theirs.importId !== null || ours.importId !== null) {
    return refused({ code: 'register.busy' });
  }
  if (theirs.edition === 0) return ok(undefined);
  const edition = await nextEdition(tx, into);
  await moveRows(tx, from, into, edition);
  await moveEdition(tx, into, edition);
  const fields = { edition, kind: 'merged', servant: 0, importId: null, personId, at } as const;
  await insertChange(tx, { orgId: into, ...fields });
  return ok(undefined);
}
