import { expect, test } from 'vitest';
import { registerScopes } from '../../../src/domain/access/rules.ts';
import {
  addRecord,
  addServant,
  correctServant,
  markLeft,
  removeRecord,
  removeServant,
} from '../../../src/domain/register/keeping.service.ts';
import {
  listServants,
  recordsOf,
  servantOf,
} from '../../../src/domain/register/reading.service.ts';
import { recentChanges, undoChange } from '../../../src/domain/register/undo.service.ts';
import { enlist, entry, keeper } from '../../support/register.ts';
import { type Office, openOffice } from '../../support/visit.ts';

const pageOf = async (office: Office, text: string, skip = 0, take = 7) => {
  const { work, scope } = await keeper(office, 'head');
  const { total, items } = await listServants(work.read, scope, { text, skip, take });
  return [total, ...items.map(({ name }) => name)];
};

test('people are paged by the Kyrgyz alphabet and found as phones without it type them', async () => {
  const office = await openOffice();
  for (const name of [
    'Үсөнова Айгүл',
    'Уметалиев Эрлан',
    'Өмүрова Гүлнур',
    'Осмонов Таалай',
    'Ёлкина Анна',
    '100%_ Ооба',
  ]) {
    await enlist(office, { name });
  }
  expect(await pageOf(office, '', 2, 3)).toEqual([
    6,
    'Осмонов Таалай',
    'Өмүрова Гүлнур',
    'Уметалиев Эрлан',
  ]);
  expect(await pageOf(office, ' гулнур ОМУРОВА')).toEqual([1, 'Өмүрова Гүлнур']);
  expect(await pageOf(office, 'елкина')).toEqual([1, 'Ёлкина Анна']);
  expect(await pageOf(office, '%_')).toEqual([1, '100%_ Ооба']);
  expect(await pageOf(office, '_ал')).toEqual([0]);
});

test("another organisation's officer reads nothing of a register and changes nothing", async () => {
  const office = await openOffice();
  const servant = await enlist(office, { name: 'Асанов Бакыт' }, [entry('training', '2024-01-01')]);
  const own = await keeper(office);
  const stand = async () => [
    await servantOf(own.work.read, own.scope, servant),
    await recordsOf(own.work.read, own.scope, servant),
    await recentChanges(own.work.read, own.scope, 9),
  ];
  const before = await stand();
  const recordId = (await recordsOf(own.work.read, own.scope, servant))[0]?.id ?? 0;
  const changeId = (await recentChanges(own.work.read, own.scope, 1))[0]?.id ?? 0;

  const { work, scope, today } = await keeper(office, 'otherOfficer');
  expect([
    await servantOf(work.read, scope, servant),
    await recordsOf(work.read, scope, servant),
    await listServants(work.read, scope, { skip: 0, take: 9 }),
    await recentChanges(work.read, scope, 9),
  ]).toEqual([null, [], { total: 0, items: [] }, []]);
  const attempts = [
    await correctServant(work, scope, servant, { name: 'Бөтөн' }, today),
    await addRecord(work, scope, servant, entry('rank', '2024-01-01', 'state.adviser-3'), today),
    await removeRecord(work, scope, servant, recordId),
    await markLeft(work, scope, servant, today, today),
    await removeServant(work, scope, servant),
    await undoChange(work, scope, changeId),
  ];
  const unknown = { ok: false, error: { code: 'register.unknown' } };
  expect(attempts).toEqual(attempts.map(() => unknown));

  // An entry of another person's history cannot be reached through one's own person either.
  const theirs = await enlist(office, { name: 'Бөтөн Киши' }, [], 'otherOfficer');
  expect(await removeRecord(work, scope, theirs, recordId)).toEqual(unknown);
  expect(await stand()).toEqual(before);
});

test('the head reads and changes nothing; who helps with answers does not even read', async () => {
  const office = await openOffice();
  const servant = await enlist(office, { name: 'Асанов Бакыт' });
  const head = await keeper(office, 'head');
  expect(await servantOf(head.work.read, head.scope, servant)).toMatchObject({ servant });
  const unknown = { ok: false, error: { code: 'register.unknown' } };
  expect([
    await addServant(head.work, head.scope, { name: 'Бирөө' }, [], head.today),
    await removeServant(head.work, head.scope, servant),
  ]).toEqual([unknown, unknown]);

  const contributor = await office.visit('contributor');
  expect(registerScopes(contributor.actor)).toEqual([]);
  const scope = { ...head.scope, as: 'contributor' as const };
  expect([
    await servantOf(head.work.read, scope, servant),
    await listServants(head.work.read, scope, { skip: 0, take: 9 }),
  ]).toEqual([null, { total: 0, items: [] }]);
  for (const who of ['member', 'operator', 'stranger'] as const) {
    expect(registerScopes((await office.visit(who)).actor)).toEqual([]);
  }
});
