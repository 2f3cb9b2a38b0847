import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addRecord,
  addServant,
  correctServant,
  markLeft,
  markReturned,
  removeRecord,
  removeServant,
} from '../../../src/domain/register/keeping.service.ts';
import { type StaffRecord, UNDO_FOR } from '../../../src/domain/register/model.ts';
import {
  everyServant,
  recordsOf,
  recordsOfAll,
  servantOf,
} from '../../../src/domain/register/reading.service.ts';
import { recentChanges, undoChange } from '../../../src/domain/register/undo.service.ts';
import { enlist, entry, keeper } from '../../support/register.ts';
import { NOW, openOffice } from '../../support/visit.ts';

type Keeper = Awaited<ReturnType<typeof keeper>>;

const plain = ({ id: _, ...record }: StaffRecord): string => JSON.stringify(record);

/** Everything read of a person; an entry that was restored has another id. */
async function read({ work, scope }: Keeper, servant: number): Promise<string> {
  const records = await recordsOf(work.read, scope, servant);
  return JSON.stringify([
    await servantOf(work.read, scope, servant),
    records.map(plain).toSorted(),
  ]);
}

/** What would have to be wrong: two rows of one person, or a row that its histories do not bear out. */
async function faults({ work, scope }: Keeper): Promise<unknown[]> {
  const people = await everyServant(work.read, scope.orgId);
  const records = await recordsOfAll(work.read, scope.orgId);
  const twice = people.length - new Set(people.map(({ servant }) => servant)).size;
  const orphans = records.filter(({ servant }) => !people.some((one) => one.servant === servant));
  const wrong = people.flatMap((person) => {
    const newest = (kind: string) =>
      records
        .filter((one) => one.servant === person.servant && one.kind === kind)
        .map(({ date }) => date)
        .toSorted()
        .at(-1) ?? null;
    const { trainedOn, rankedOn, attestedOn, declaredOn } = person;
    const kept = { trainedOn, rankedOn, attestedOn, declaredOn };
    const due = {
      trainedOn: newest('training'),
      rankedOn: newest('rank'),
      attestedOn: newest('attestation'),
      declaredOn: newest('declaration'),
    };
    return JSON.stringify(kept) === JSON.stringify(due) ? [] : [{ kept, due }];
  });
  return [...(twice ? [{ twice }] : []), ...orphans, ...wrong];
}

const DATES = ['2021-05-01', '2022-06-02', '2023-07-03'] as const;
const n = fc.nat(5);
const step = fc.oneof(
  fc.record({ do: fc.constantFrom('add', 'return', 'remove', 'forget', 'undo'), n, m: n }),
  fc.record({ do: fc.constantFrom('correct', 'record', 'record', 'leave', 'undo'), n, m: n }),
);

test('whatever is changed and undone, every person stands once, as his histories say', async () => {
  const office = await openOffice();
  const by = await keeper(office);
  const { work, scope, today } = by;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
      const people = [await enlist(office, { name: 'Алгачкы' })];
      /** Of each change: whose it was, and how he read before and after it. */
      const done = new Map<number, { servant: number; before: string; after: string }>();
      const undone = new Set<number>();
      for (const { do: what, n: first, m: second } of steps) {
        let servant = people[first % people.length] ?? 0;
        const before = await read(by, servant);
        const date = DATES[second % DATES.length] ?? today;
        const records = await recordsOf(work.read, scope, servant);
        const ranks = ['state.inspector-3', 'municipal.adviser-1'] as const;
        let changed: { ok: boolean; value?: { changeId: number }; error?: { code: string } };
        if (what === 'undo') {
          const ids = [...done.keys()];
          const id = ids[ids.length - 1 - first] ?? 0;
          const change = done.get(id);
          servant = change?.servant ?? servant;
          const now = await read(by, servant);
          changed = await undoChange(work, scope, id);
          const expected =
            change === undefined
              ? 'register.unknown'
              : undone.has(id)
                ? 'register.notUndoable'
                : now === change.after
                  ? 'done'
                  : 'register.changedSince';
          expect(changed.error?.code ?? 'done').toBe(expected);
          expect(await read(by, servant)).toBe(changed.ok ? change?.before : now);
          if (changed.ok) undone.add(id);
          if (changed.value) {
            const after = await read(by, servant);
            done.set(changed.value.changeId, { servant, before: now, after });
          }
        } else {
          if (what === 'add') {
            const added = await addServant(
              work,
              scope,
              { name: `Кызматчы ${first}`, nextTraining: '2027-01-01' },
              [entry('training', date)],
              today,
            );
            if (added.ok) people.push((servant = added.value.servant));
            changed = added;
          } else if (what === 'correct') {
            changed = await correctServant(work, scope, servant, { unit: `${second}` }, today);
          } else if (what === 'record') {
            const kinds = ['training', 'rank', 'attestation', 'declaration', 'reward'] as const;
            const kind = kinds[first % kinds.length] ?? 'reward';
            const rank = kind === 'rank' ? (ranks[second % 2] ?? null) : null;
            changed = await addRecord(work, scope, servant, entry(kind, date, rank), today);
          } else if (what === 'forget') {
            const id = records[second % (records.length || 1)]?.id ?? 0;
            changed = await removeRecord(work, scope, servant, id);
          } else if (what === 'leave') {
            changed = await markLeft(work, scope, servant, date, today);
          } else if (what === 'return') {
            changed = await markReturned(work, scope, servant, today);
          } else {
            changed = await removeServant(work, scope, servant);
          }
          const changeId = changed.value?.changeId ?? 0;
          const after = await read(by, servant);
          const prior = what === 'add' ? JSON.stringify([null, []]) : before;
          if (changeId === 0) expect(after).toBe(before);
          else done.set(changeId, { servant, before: prior, after });
        }
        expect(await faults(by)).toEqual([]);
      }
    }),
    { numRuns: 15 },
  );
});

test('a later change that was undone itself does not stand in the way of an earlier one', async () => {
  const office = await openOffice();
  const by = await keeper(office);
  const { work, scope, today } = by;
  const servant = await enlist(office, { name: 'Асанов Бакыт' });
  const before = await read(by, servant);
  const first = await correctServant(work, scope, servant, { unit: 'каржы' }, today);
  const second = await addRecord(work, scope, servant, entry('training', '2025-01-01'), today);
  if (!first.ok || !second.ok) throw new Error('Not changed');
  const { changeId } = first.value;
  expect(await undoChange(work, scope, changeId)).toEqual({
    ok: false,
    error: { code: 'register.changedSince' },
  });
  expect(await undoChange(work, scope, second.value.changeId)).toMatchObject({ ok: true });
  expect(await undoChange(work, scope, changeId)).toMatchObject({ ok: true });
  expect(await read(by, servant)).toBe(before);
  expect(
    (await recentChanges(work.read, scope, 5)).map(({ kind, undone }) => [kind, undone]),
  ).toEqual([
    ['undone', false],
    ['undone', false],
    ['recorded', true],
    ['corrected', true],
    ['added', false],
  ]);
});

test('a change can be undone for a week', async () => {
  const office = await openOffice();
  const { work, scope, today } = await keeper(office);
  const servant = await enlist(office, { name: 'Асанов Бакыт' });
  const left = await markLeft(work, scope, servant, today, today);
  if (!left.ok) throw new Error(left.error.code);
  const { changeId } = left.value;
  expect(await undoChange(office.work('officer', NOW + UNDO_FOR + 1), scope, changeId)).toEqual({
    ok: false,
    error: { code: 'register.notUndoable' },
  });
  expect(await undoChange(office.work('officer', NOW + UNDO_FOR), scope, changeId)).toMatchObject({
    ok: true,
  });
});

test('two officers at once make two editions, and neither change is lost', async () => {
  const office = await openOffice();
  const one = await keeper(office);
  const other = await keeper(office, 'secondOfficer');
  const servant = await enlist(office, { name: 'Асанов Бакыт' });
  const changed = await Promise.all([
    correctServant(one.work, one.scope, servant, { unit: 'каржы' }, one.today),
    correctServant(other.work, other.scope, servant, { position: 'адис' }, one.today),
    addRecord(one.work, one.scope, servant, entry('training', '2025-01-01'), one.today),
    enlist(office, { name: 'Жаңы Адам' }, [], 'secondOfficer'),
  ]);
  expect(changed.slice(0, 3)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
  expect(await servantOf(one.work.read, one.scope, servant)).toMatchObject({
    unit: 'каржы',
    position: 'адис',
    trainedOn: '2025-01-01',
  });
  const editions = (await recentChanges(one.work.read, one.scope, 9)).map(({ edition }) => edition);
  expect(editions).toEqual([5, 4, 3, 2, 1]);
});

test('while an import has the register nothing else changes it', async () => {
  const office = await openOffice();
  const by = await keeper(office);
  const { work, scope, today } = by;
  const servant = await enlist(office, { name: 'Асанов Бакыт' });
  const [added] = await recentChanges(work.read, scope, 1);
  const before = await read(by, servant);
  await office.database.client.register.update({
    where: { orgId: office.orgId },
    data: { importId: 7 },
  });
  const busy = { ok: false, error: { code: 'register.busy' } };
  expect([
    await addServant(work, scope, { name: 'Бирөө' }, [], today),
    await correctServant(work, scope, servant, { unit: 'каржы' }, today),
    await removeServant(work, scope, servant),
    await undoChange(work, scope, added?.id ?? 0),
  ]).toEqual([busy, busy, busy, busy]);
  expect(await read(by, servant)).toBe(before);
  expect(await everyServant(work.read, office.orgId)).toHaveLength(1);
});
