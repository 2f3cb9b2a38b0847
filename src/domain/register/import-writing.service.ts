import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OrganisationScope } from '../access/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import { insertChange, moveEdition, nextEdition, registerState } from './edition.store.ts';
import { REGISTER_LIMIT } from './facts.rules.ts';
import type { ImportCounts, ImportPlan, ImportRefusal, ListRefusal } from './import.model.ts';
import {
  changeOfImport,
  type ImportRow,
  importRow,
  listFile,
  release,
  reserve,
  setState,
  settle,
} from './import.store.ts';
import type { RegisterRefusal } from './model.ts';
import { withNumbers } from './plan-batches.rules.ts';
import { mayKeep } from './rights.rules.ts';
import {
  closeRecords,
  closeServants,
  insertRecords,
  insertServants,
  takeNumbers,
} from './writing.store.ts';

/** What was written, and the change by which it can be taken back. */
export interface Applied {
  readonly counts: ImportCounts;
  readonly changeId: number;
}

export interface Begun {
  readonly list: ImportRow;
  readonly path: string;
  /** It was written already. */
  readonly applied: Applied | null;
}

/** Reserves the register for an import. */
export async function begin(
  { tx }: Unit,
  scope: OrganisationScope,
  importId: number,
  goneOn: string | null,
): Promise<Result<Begun, RegisterRefusal>> {
  const { orgId } = scope;
  const list = mayKeep(scope) ? await importRow(tx, orgId, importId) : null;
  if (!list) return refused({ code: 'register.importGone' });
  if (list.state === 'applied') {
    const change = await changeOfImport(tx, importId);
    if (change) {
      const applied = { counts: countsOf(list), changeId: change.changeId };
      return ok({ list, path: '', applied });
    }
  }
  const register = await registerState(tx, orgId);
  if (register.importId !== null) return refused({ code: 'register.busy' });
  const path = await listFile(tx, list);
  if (list.state !== 'checked' || path === null) return refused({ code: 'register.importGone' });
  if (register.edition !== list.edition) return refused({ code: 'register.changedSince' });
  await setState(tx, importId, 'writing', goneOn);
  await reserve(tx, orgId, importId);
  return ok({ list, path, applied: null });
}

const countsOf = ({ added, changed, gone, same }: ImportCounts): ImportCounts => ({
  added,
  changed,
  gone,
  same,
});

/** The plan, when all of it may be written. */
export function writable(
  planned: Result<ImportPlan, ListRefusal>,
): Result<ImportPlan, ImportRefusal> {
  if (!planned.ok) return planned;
  const { stopping, people } = planned.value;
  if (stopping > 0) {
    return refused({ code: 'register.listHasProblems', values: { n: stopping } });
  }
  if (people > REGISTER_LIMIT) {
    return refused({ code: 'register.full', values: { max: REGISTER_LIMIT } });
  }
  return planned;
}

/** Writes the next edition's rows, batch by batch; between two of them others have their turn. */
export async function write(work: Work, orgId: number, plan: ImportPlan): Promise<void> {
  const edition = await nextEdition(work.read, orgId);
  const first = await work.run(({ tx }) => takeNumbers(tx, plan.numbers));
  for (const batch of plan.batches) {
    await nextTurn();
    const { servants, records, closed, ended } = withNumbers(batch, first);
    await work.run(async ({ tx }) => {
      await closeServants(tx, orgId, edition, closed);
      await closeRecords(tx, orgId, edition, ended);
      await insertServants(tx, orgId, edition, servants);
      await insertRecords(tx, orgId, edition, records);
    });
  }
}

/** Brings what was written into force. */
export async function finish(
  unit: Unit,
  { orgId, personId }: OrganisationScope,
  importId: number,
  { counts }: ImportPlan,
  reason: string | undefined,
): Promise<Applied> {
  const { tx, at } = unit;
  const edition = await nextEdition(tx, orgId);
  await moveEdition(tx, orgId, edition);
  const change = { orgId, edition, kind: 'import', servant: 0, importId, personId, at } as const;
  const changeId = await insertChange(tx, change);
  await settle(tx, importId, 'applied', counts, at);
  await release(tx, orgId, importId);
  await unit.audit({
    action: 'register.import',
    subject: `import:${importId}`,
    orgId,
    details: reason === undefined ? { ...counts } : { ...counts, reason },
  });
  return { counts, changeId };
}
