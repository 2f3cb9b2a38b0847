import type { OrganisationScope } from '../access/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import { changeRegister } from './edition.service.ts';
import { registerState } from './edition.store.ts';
import { checkFacts, checkRecord, NO_FACTS, REGISTER_LIMIT } from './facts.rules.ts';
import type {
  RecordFacts,
  RegisterChangeKind,
  RegisterRefusal,
  Servant,
  ServantFacts,
  StaffRecord,
} from './model.ts';
import { byHandAfter, newestOf, noRankBeside } from './newest.rules.ts';
import { countServants, recordsAt, servantAt } from './reading.store.ts';
import { mayKeep } from './rights.rules.ts';
import { servantRow } from './row.rules.ts';
import {
  closeRecords,
  closeServants,
  insertRecords,
  insertServants,
  takeNumbers,
} from './writing.store.ts';

/** By `changeId` the change can be undone; 0: there was nothing to change and nothing was written. */
export type Kept = Result<{ readonly changeId: number }, RegisterRefusal>;

const NOTHING: Kept = ok({ changeId: 0 });

/**
 * Adds a person; what is not known may be left out. `today`: the local date. Refused also when the
 * register is full.
 */
export function addServant(
  work: Work,
  scope: OrganisationScope,
  facts: Partial<ServantFacts> & { readonly name: string },
  records: readonly RecordFacts[],
  today: string,
): Promise<Result<{ readonly servant: number; readonly changeId: number }, RegisterRefusal>> {
  const { orgId } = scope;
  return work.run(async (unit) => {
    const { tx } = unit;
    const checked = checkFacts({ ...NO_FACTS, ...facts }, today);
    if (!checked.ok) return checked;
    const entries: RecordFacts[] = [];
    for (const record of records) {
      const entry = checkRecord(record, today);
      if (!entry.ok) return entry;
      entries.push(entry.value);
    }
    if (!mayKeep(scope)) return refused({ code: 'register.unknown' });
    const [present, left] = [
      await countServants(tx, orgId, {}),
      await countServants(tx, orgId, { left: true }),
    ];
    if (present + left >= REGISTER_LIMIT) {
      return refused({ code: 'register.full', values: { max: REGISTER_LIMIT } });
    }
    const servant = await takeNumbers(tx, 1);
    const newest = newestOf(entries);
    const noRank = noRankBeside(checked.value.noRank, newest);
    const person = { servant, orgId, knownSince: today, ...checked.value, ...newest, noRank };
    const changed = await changeRegister(unit, scope, 'added', servant, async (edition) => {
      await insertServants(tx, orgId, edition, [servantRow(person)]);
      const owned = entries.map((entry) => ({ ...entry, servant }));
      await insertRecords(tx, orgId, edition, owned);
    });
    return changed.ok ? ok({ servant, changeId: changed.value }) : changed;
  });
}

/** Corrects what is known of a person; only the fields given. Leaving has its own. */
export const correctServant = (
  work: Work,
  scope: OrganisationScope,
  servant: number,
  patch: Partial<Omit<ServantFacts, 'leftOn'>>,
  today: string,
): Promise<Kept> => patchServant(work, scope, 'corrected', servant, patch, today);

/** The person left the service on this local date. His dates are told no more; he stays on record. */
export const markLeft = (
  work: Work,
  scope: OrganisationScope,
  servant: number,
  on: string,
  today: string,
): Promise<Kept> => patchServant(work, scope, 'left', servant, { leftOn: on }, today);

export const markReturned = (
  work: Work,
  scope: OrganisationScope,
  servant: number,
  today: string,
): Promise<Kept> => patchServant(work, scope, 'returned', servant, { leftOn: null }, today);

/**
 * Adds an entry to a person's history; one that is there already is not added again. A date entered by
 * hand for what has now happened goes.
 */
export const addRecord = (
  work: Work,
  scope: OrganisationScope,
  servant: number,
  record: RecordFacts,
  today: string,
): Promise<Kept> =>
  ofServant(work, scope, servant, async (unit, person, records) => {
    const checked = checkRecord(record, today);
    if (!checked.ok) return checked;
    const entry = checked.value;
    if (records.some((one) => isSame(one, entry))) return NOTHING;
    const after = [...records, entry];
    return kept(
      await changeRegister(unit, scope, 'recorded', servant, async (edition) => {
        await insertRecords(unit.tx, scope.orgId, edition, [{ ...entry, servant }]);
        await replace(unit, edition, person, withHistories(person, after));
      }),
    );
  });

/** Takes an entry out of a person's history. */
export const removeRecord = (
  work: Work,
  scope: OrganisationScope,
  servant: number,
  recordId: number,
): Promise<Kept> =>
  ofServant(work, scope, servant, async (unit, person, records) => {
    const after = records.filter(({ id }) => id !== recordId);
    if (after.length === records.length) return refused({ code: 'register.unknown' });
    return kept(
      await changeRegister(unit, scope, 'corrected', servant, async (edition) => {
        await closeRecords(unit.tx, scope.orgId, edition, [recordId]);
        await replace(unit, edition, person, withHistories(person, after));
      }),
    );
  });

/** Takes a person who was added by mistake out of the register, with his histories. */
export const removeServant = (
  work: Work,
  scope: OrganisationScope,
  servant: number,
): Promise<Kept> =>
  ofServant(work, scope, servant, async (unit, _, records) =>
    kept(
      await changeRegister(unit, scope, 'removed', servant, async (edition) => {
        const ids = records.map(({ id }) => id);
        await closeRecords(unit.tx, scope.orgId, edition, ids);
        await closeServants(unit.tx, scope.orgId, edition, [servant]);
      }),
    ),
  );

const patchServant = (
  work: Work,
  scope: OrganisationScope,
  kind: RegisterChangeKind,
  servant: number,
  patch: Partial<ServantFacts>,
  today: string,
): Promise<Kept> =>
  ofServant(work, scope, servant, async (unit, person) => {
    const checked = checkFacts({ ...person, ...patch }, today);
    if (!checked.ok) return checked;
    const noRank = noRankBeside(checked.value.noRank, person);
    const after = { ...person, ...checked.value, noRank };
    if (JSON.stringify(servantRow(after)) === JSON.stringify(servantRow(person))) return NOTHING;
    return kept(
      await changeRegister(unit, scope, kind, servant, (edition) =>
        replace(unit, edition, person, after),
      ),
    );
  });

/** One transaction over a person of the scope's register and his histories. */
function ofServant(
  work: Work,
  scope: OrganisationScope,
  servant: number,
  change: (unit: Unit, person: Servant, records: readonly StaffRecord[]) => Promise<Kept>,
): Promise<Kept> {
  return work.run(async (unit) => {
    const { edition } = await registerState(unit.tx, scope.orgId);
    const person = await servantAt(unit.tx, scope.orgId, servant, edition);
    if (!person || !mayKeep(scope)) return refused({ code: 'register.unknown' });
    return change(unit, person, await recordsAt(unit.tx, scope.orgId, servant, edition));
  });
}

const kept = (changed: Result<number, RegisterRefusal>): Kept =>
  changed.ok ? ok({ changeId: changed.value }) : changed;

function withHistories(person: Servant, records: readonly RecordFacts[]): Servant {
  const newest = newestOf(records);
  const noRank = noRankBeside(person.noRank, newest);
  return { ...person, ...newest, noRank, ...byHandAfter(person, person, newest) };
}

async function replace(unit: Unit, edition: number, before: Servant, after: Servant) {
  await closeServants(unit.tx, before.orgId, edition, [before.servant]);
  await insertServants(unit.tx, before.orgId, edition, [servantRow(after)]);
}

const isSame = (a: RecordFacts, b: RecordFacts): boolean =>
  a.kind === b.kind &&
  a.date === b.date &&
  a.what === b.what &&
  a.hours === b.hours &&
  a.orderNo === b.orderNo;
