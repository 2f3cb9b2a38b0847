import { ok, type Result, refused } from '../shared/result.ts';
import type { Tx } from '../shared/database.ts';
import { moveEdition, nextEdition, registerState } from './edition.store.ts';
import { moveRows } from './merging.store.ts';
import type { RegisterRefusal } from './model.ts';

/**
 * Moves one organisation's register into another's: everybody of both stands in it afterwards, with
 * his number, his histories and what was told of him. Refused while an import has either.
 */
export async function mergeRegisters(
  tx: Tx,
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
  return ok(undefined);
}
