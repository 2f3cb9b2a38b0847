import type { OrganisationScope } from '../access/model.ts';
import type { Reader } from '../shared/database.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import { changeRegister } from './edition.service.ts';
import { registerState } from './edition.store.ts';
import { type RegisterRefusal, type Servant, type StaffRecord, UNDO_FOR } from './model.ts';
import { recordsAt, servantAt } from './reading.store.ts';
import { mayKeep, mayRead } from './rights.rules.ts';
import { servantRow } from './row.rules.ts';
import { changes, markUndone, type RegisterChange } from './undo.store.ts';
import { closeRecords, closeServants, insertRecords, insertServants } from './writing.store.ts';

export type { RegisterChange } from './undo.store.ts';

/** What was last changed, the newest first. */
export const recentChanges = (
  reader: Reader,
  scope: OrganisationScope,
  take: number,
): Promise<RegisterChange[]> =>
  mayRead(scope) ? changes(reader, scope.orgId, { take }) : Promise.resolve([]);

/** One change of the scope's register; null: there is none such, or it is too old to be kept. */
export async function changeOf(
  reader: Reader,
  scope: OrganisationScope,
  changeId: number,
): Promise<RegisterChange | null> {
  if (!mayRead(scope)) return null;
  return (await changes(reader, scope.orgId, { id: changeId, take: 1 }))[0] ?? null;
}

/**
 * Undoes a change of one person, as the register's next edition: he stands again as before it. Refused
 * after UNDO_FOR or a second time (`register.notUndoable`), and when he does not stand as that change
 * left him (`register.changedSince`); later changes that were undone themselves do not count. An
 * import's change is undone by `undoImport`. Returns the id of the change that undoes.
 */
export function undoChange(
  work: Work,
  scope: OrganisationScope,
  changeId: number,
): Promise<Result<{ readonly changeId: number }, RegisterRefusal>> {
  return work.run(async (unit) => {
    const { tx, at } = unit;
    const change = mayKeep(scope) ? await changeOf(tx, scope, changeId) : null;
    if (!change) return refused({ code: 'register.unknown' });
    const { servant, edition } = change;
    if (change.undone || servant === 0 || at - change.at > UNDO_FOR) {
      return refused({ code: 'register.notUndoable' });
    }
    const now = await stand(tx, scope, servant, (await registerState(tx, scope.orgId)).edition);
    if (told(now) !== told(await stand(tx, scope, servant, edition))) {
      return refused({ code: 'register.changedSince' });
    }
    const before = await stand(tx, scope, servant, edition - 1);
    const undone = await changeRegister(unit, scope, 'undone', servant, (next) =>
      restore(unit, scope.orgId, next, now, before),
    );
    if (!undone.ok) return undone;
    await markUndone(tx, change.id, at);
    return ok({ changeId: undone.value });
  });
}

/** A person and his histories in one edition; null: he is not in it. */
interface Stand {
  readonly servant: Servant | null;
  readonly records: readonly StaffRecord[];
}

async function stand(
  reader: Reader,
  { orgId }: OrganisationScope,
  servant: number,
  edition: number,
): Promise<Stand> {
  return {
    servant: await servantAt(reader, orgId, servant, edition),
    records: await recordsAt(reader, orgId, servant, edition),
  };
}

const entry = ({ kind, date, what, hours, orderNo }: StaffRecord): string =>
  JSON.stringify([kind, date, what, hours, orderNo]);

/** Everything that is read of a person, as text: an entry that was restored has another id. */
const told = ({ servant, records }: Stand): string =>
  JSON.stringify([servant, records.map(entry).toSorted()]);

/** Entries that are in both stay as they are, so that their buttons go on working. */
async function restore(
  { tx }: Unit,
  orgId: number,
  edition: number,
  now: Stand,
  before: Stand,
): Promise<void> {
  const kept = new Set(before.records.map(({ id }) => id));
  const there = new Set(now.records.map(({ id }) => id));
  const gone = now.records.filter(({ id }) => !kept.has(id));
  const back = before.records.filter(({ id }) => !there.has(id));
  await closeRecords(
    tx,
    orgId,
    edition,
    gone.map(({ id }) => id),
  );
  if (now.servant) await closeServants(tx, orgId, edition, [now.servant.servant]);
  if (!before.servant) return;
  const { servant } = before.servant;
  await insertServants(tx, orgId, edition, [servantRow(before.servant)]);
  await insertRecords(
    tx,
    orgId,
    edition,
    back.map((record) => ({ ...record, servant })),
  );
}
