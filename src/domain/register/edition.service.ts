import type { OrganisationScope } from '../access/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit } from '../shared/work.ts';
import { insertChange, moveEdition, nextEdition, registerState } from './edition.store.ts';
import type { RegisterChangeKind, RegisterRefusal } from './model.ts';
import { mayKeep } from './rights.rules.ts';

/**
 * One change of one person as the register's next edition: `change` writes the rows of `edition` and
 * ends those they replace. Returns the id of the change, by which it can be undone. Refused while an
 * import has the register, and to anyone but the officer.
 */
export async function changeRegister(
  unit: Unit,
  scope: OrganisationScope,
  kind: RegisterChangeKind,
  servant: number,
  change: (edition: number) => Promise<void>,
): Promise<Result<number, RegisterRefusal>> {
  const { tx, at } = unit;
  const { orgId, personId } = scope;
  if (!mayKeep(scope)) return refused({ code: 'register.unknown' });
  const { importId } = await registerState(tx, orgId);
  if (importId !== null) return refused({ code: 'register.busy' });
  const edition = await nextEdition(tx, orgId);
  await change(edition);
  await moveEdition(tx, orgId, edition);
  const fields = { orgId, edition, kind, servant, importId: null, personId, at };
  const changeId = await insertChange(tx, fields);
  await unit.audit({ action: `register.${kind}`, subject: `servant:${servant}`, orgId });
  return ok(changeId);
}
