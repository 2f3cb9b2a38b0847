import type { OrganisationScope } from '../access/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit } from '../shared/work.ts';
import { insertChange, moveEdition, nextEdition, registerState } from './edition.store.ts';
import { changeOfImport, importRow, reserve, setState, standingAfter } from './import.store.ts';
import { type RegisterRefusal, UNDO_FOR } from './model.ts';
import { mayKeep } from './rights.rules.ts';
import { markUndone } from './undo.store.ts';

/** Moves the register back before an import, and reserves it until the import's rows are cleared. */
export async function takeBack(
  unit: Unit,
  scope: OrganisationScope,
  importId: number,
): Promise<Result<{ readonly changeId: number }, RegisterRefusal>> {
  const { tx, at } = unit;
  const { orgId, personId } = scope;
  const row = mayKeep(scope) ? await importRow(tx, orgId, importId) : null;
  if (!row) return refused({ code: 'register.importGone' });
  const change = await changeOfImport(tx, importId);
  if (!change || change.undone || at - change.at > UNDO_FOR) {
    return refused({ code: 'register.notUndoable' });
  }
  if ((await registerState(tx, orgId)).importId !== null) {
    return refused({ code: 'register.busy' });
  }
  if ((await standingAfter(tx, orgId, change.edition)) > 0) {
    return refused({ code: 'register.changedSince' });
  }
  const edition = await nextEdition(tx, orgId);
  const fields = { orgId, edition, kind: 'undone', servant: 0, importId, personId, at } as const;
  const changeId = await insertChange(tx, fields);
  await markUndone(tx, change.changeId, at);
  await moveEdition(tx, orgId, change.edition - 1);
  await setState(tx, importId, 'undoing', row.goneOn);
  await reserve(tx, orgId, importId);
  await unit.audit({ action: 'register.undone', subject: `import:${importId}`, orgId });
  return ok({ changeId });
}
