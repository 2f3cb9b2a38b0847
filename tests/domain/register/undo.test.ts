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

const plain = (record: StaffRecord): string => JSON.stringify({ ...record, id: 0 });

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
const KINDS = ['training', 'rank', 'attestation', 'declaration', 'reward'] as const;
const RANKS = ['state.inspector-3', 'municipal.adviser-1'] as const;

const n = fc.nat(5);
const step = fc.record({
  does: fc.constantFrom(
    ...(['add', 'return', 'remove', 'forget', 'undo', 'undo'] as const),
    ...(['correct', 'record', 'record', 'leave', 'undo'] as const),
  ),
  n,
  m: n,
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface Outcome {
  readonly code: string;
  readonly changeId: number;
}

const outcome = (
  result: { ok: true; value: { changeId: number } } | { ok: false; error: { code: string } },
): Outcome =>
  result.ok
    ? { code: 'done', changeId: result.value.changeId }
    : { code: result.error.code, changeId: 0 };

/** A change: whose it was, how he read before and after it. */
interface Made {
  readonly id: number;
  readonly servant: number;
  readonly before: string;
  readonly after: string;
}

/** What undoing comes to, when the person reads `now`. */
function undoing(made: Made | undefined, undone: ReadonlySet<number>, now: string): string {
  if (!made) return 'register.unknown';
  if (undone.has(made.id)) return 'register.notUndoable';
  return now === made.after ? 'done' : 'register.changedSince';
}

/** Changes one person as the step says. */
async function change({ work, scope, today }: Keeper, servant: number, { does, n, m }: Step) {
  const date = DATES[m % DATES.length] ?? today;
  const kind = KINDS[n % KINDS.length] ?? 'reward';
  const what = kind === 'rank' ? (RANKS[m % RANKS.length] ?? null) : null;
  if (does === 'correct') return correctServant(work, scope, servant, { unit: `${m}` }, today);
  if (does === 'record') return addRecord(work, scope, servant, entry(kind, date, what), today);
  if (does === 'leave') return markLeft(work, scope, servant, date, today);
  if (does === 'return') return markReturned(work, scope, servant, today);
  if (does === 'remove') return removeServant(work, scope, servant);
  const records = await recordsOf(work.read, scope, servant);
  return removeRecord(work, scope, servant, records[m % (records.length || 1)]?.id ?? 0);
}

test('whatever is changed and undone, every person stands once, as his histories say', async () => {
  const office = await openOffice();
  const by = await keeper(office);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
      const people = [await enlist(office, { name: 'Алгачкы' })];
      const made: Made[] = [];
      const undone = new Set<number>();
      for (const one of steps) {
        const target = one.does === 'undo' ? made.at(-1 - one.n) : undefined;
        if (one.does === 'add') {
          const servant = await enlist(office, { name: `Кызматчы ${one.n}` });
          const [added] = await recentChanges(by.work.read, by.scope, 1);
          const after = await read(by, servant);
          made.push({ id: added?.id ?? 0, servant, before: JSON.stringify([null, []]), after });
          people.push(servant);
        }
        const servant = target?.servant ?? people.at(-1 - (one.n % people.length)) ?? 0;
        const before = await read(by, servant);
        const done =
          one.does === 'undo'
            ? outcome(await undoChange(by.work, by.scope, target?.id ?? 0))
            : outcome(await change(by, servant, one));
        const after = await read(by, servant);

        const code = one.does === 'undo' ? undoing(target, undone, before) : done.code;
        const stands = done.changeId === 0 ? before : (target?.before ?? after);
        expect({ code: done.code, stands: after, faults: await faults(by) }).toEqual({
          code,
          stands,
          faults: [],
        });
        if (done.changeId > 0) made.push({ id: done.changeId, servant, before, after });
        if (target && done.code === 'done') undone.add(target.id);
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
