import { expect, test } from 'vitest';
import { REGISTER_LIMIT } from '../../../src/domain/register/facts.rules.ts';
import { registerFigures } from '../../../src/domain/register/figures.service.ts';
import { FILE_DOCUMENTS } from '../../../src/domain/register/model.ts';
import {
  addRecord,
  addServant,
  correctServant,
  markLeft,
  markReturned,
  removeRecord,
  removeServant,
} from '../../../src/domain/register/keeping.service.ts';
import {
  everyServant,
  listServants,
  recordsOf,
  recordsOfAll,
  servantOf,
} from '../../../src/domain/register/reading.service.ts';
import { recentChanges, undoChange } from '../../../src/domain/register/undo.service.ts';
import { enlist, entry, keeper } from '../../support/register.ts';
import { openOffice } from '../../support/visit.ts';

const code = (result: { ok: boolean; error?: { code: string } }) => result.error?.code ?? 'done';

test('a person is added with what is known, and found as he was entered', async () => {
  const office = await openOffice();
  const { work, scope, today } = await keeper(office);
  expect(await everyServant(work.read, office.orgId)).toEqual([]);
  expect(await registerFigures(work.read, office.orgId)).toBeNull();

  const known = { name: '  Өмүрова   Гүлнур ', position: 'башкы адис', appointedOn: '2021-03-12' };
  const training = entry('training', '2022-12-03', 'upskilling', { hours: 72, orderNo: '14-к' });
  expect(await addServant(work, scope, known, [training], today)).toEqual({
    ok: true,
    value: { servant: 1, changeId: expect.any(Number) },
  });

  expect(await servantOf(work.read, scope, 1)).toEqual({
    servant: 1,
    orgId: office.orgId,
    name: 'Өмүрова Гүлнур',
    position: 'башкы адис',
    group: null,
    category: null,
    unit: null,
    appointedOn: '2021-03-12',
    serviceStart: null,
    leftOn: null,
    fileDocuments: null,
    labourBook: null,
    noRank: null,
    nextTraining: null,
    nextRank: null,
    nextAttestation: null,
    trainedOn: '2022-12-03',
    rank: null,
    rankedOn: null,
    attestedOn: null,
    declaredOn: null,
    knownSince: '2026-01-12',
  });
  expect(await recordsOf(work.read, scope, 1)).toEqual([{ ...training, id: expect.any(Number) }]);
  expect(await recordsOfAll(work.read, office.orgId)).toMatchObject([{ ...training, servant: 1 }]);
  expect(await everyServant(work.read, office.orgId)).not.toEqual([]);
});

test('what cannot be is refused, and nothing is written', async () => {
  const office = await openOffice();
  const { work, scope, today } = await keeper(office);
  const add = async (facts: object, ...records: ReturnType<typeof entry>[]) =>
    code(await addServant(work, scope, { name: 'Асанов Бакыт', ...facts }, records, today));
  expect(await add({ name: ' \u200b ' })).toBe('register.nameMissing');
  expect(await add({ name: 'ө'.repeat(121) })).toBe('register.nameLong');
  expect(await add({ position: 'ө'.repeat(301) })).toBe('register.textLong');
  expect(await add({ appointedOn: '2026-01-13' })).toBe('register.dateFuture');
  expect(await add({ appointedOn: '1939-12-31' })).toBe('register.dateOld');
  expect(await add({ appointedOn: '2020-01-01', serviceStart: '2020-01-02' })).toBe(
    'register.dateOrder',
  );
  expect(await add({ appointedOn: '2020-01-02', leftOn: '2020-01-01' })).toBe('register.dateOrder');
  expect(await add({}, entry('training', '2026-01-13'))).toBe('register.dateFuture');
  expect(await add({}, entry('training', '1900-01-01'))).toBe('register.dateOld');
  expect(await add({}, entry('rank', '2020-01-01', 'генерал'))).toBe('register.rankMissing');
  expect(await everyServant(work.read, office.orgId)).toEqual([]);
  expect(await recentChanges(work.read, scope, 5)).toEqual([]);
  // The last day and today themselves are fine.
  expect(await add({ appointedOn: '1940-01-01' }, entry('training', today))).toBe('done');
});

test('a full register takes nobody more, until somebody is taken out', async () => {
  const office = await openOffice();
  const { work, scope, today } = await keeper(office);
  const first = await enlist(office, { name: 'Биринчи' });
  await office.database.client.$executeRaw`
    INSERT INTO "Servant" ("orgId", "servant", "since", "name", "searchName", "sortName", "knownSince")
    WITH RECURSIVE "n" ("i") AS
      (SELECT 2 UNION ALL SELECT "i" + 1 FROM "n" WHERE "i" < ${REGISTER_LIMIT})
    SELECT ${office.orgId}, "i", 1, 'А', 'а', 'а', ${today} FROM "n"`;
  const add = () => addServant(work, scope, { name: 'Ашыкча' }, [], today);
  expect(await add()).toEqual({
    ok: false,
    error: { code: 'register.full', values: { max: REGISTER_LIMIT } },
  });
  await removeServant(work, scope, first);
  expect(await listServants(work.read, scope, { skip: 0, take: 1 })).toMatchObject({
    total: REGISTER_LIMIT - 1,
  });
  await office.database.client.setting.updateMany({ data: { value: String(REGISTER_LIMIT) } });
  expect(code(await add())).toBe('done');
});

test('corrections change the fields given; the same again writes nothing', async () => {
  const office = await openOffice();
  const { work, scope, today } = await keeper(office);
  const servant = await enlist(office, { name: 'Асанов Бакыт', unit: 'каржы' });
  const patch = {
    position: 'адис',
    group: 'senior',
    fileDocuments: ['orders', 'inventory'],
    labourBook: false,
    nextRank: '2030-02-01',
  } as const;
  const corrected = await correctServant(work, scope, servant, patch, today);
  expect(corrected).toEqual({ ok: true, value: { changeId: expect.any(Number) } });
  expect(await servantOf(work.read, scope, servant)).toMatchObject({
    name: 'Асанов Бакыт',
    unit: 'каржы',
    ...patch,
    fileDocuments: ['inventory', 'orders'],
  });
  expect(await correctServant(work, scope, servant, patch, today)).toEqual({
    ok: true,
    value: { changeId: 0 },
  });
  expect(await correctServant(work, scope, servant, { name: '' }, today)).toMatchObject({
    ok: false,
    error: { code: 'register.nameMissing' },
  });
  expect(await recentChanges(work.read, scope, 5)).toMatchObject([
    { kind: 'corrected', servant, name: 'Асанов Бакыт', undone: false },
    { kind: 'added', servant, personId: office.id('officer') },
  ]);
});

test('an entry for what has happened takes the date by hand away, once', async () => {
  const office = await openOffice();
  const { work, scope, today } = await keeper(office);
  const servant = await enlist(
    office,
    { name: 'Асанов Бакыт', nextTraining: '2026-03-01', nextRank: '2026-04-01' },
    [entry('training', '2023-01-10')],
  );
  const older = entry('training', '2020-01-10');
  expect(code(await addRecord(work, scope, servant, older, today))).toBe('done');
  expect(await servantOf(work.read, scope, servant)).toMatchObject({ nextTraining: '2026-03-01' });

  const newer = entry('training', '2026-01-11');
  expect(code(await addRecord(work, scope, servant, newer, today))).toBe('done');
  expect(await addRecord(work, scope, servant, newer, today)).toEqual({
    ok: true,
    value: { changeId: 0 },
  });
  expect(await servantOf(work.read, scope, servant)).toMatchObject({
    trainedOn: '2026-01-11',
    nextTraining: null,
    nextRank: '2026-04-01',
  });
  const records = await recordsOf(work.read, scope, servant);
  expect(records.map(({ date }) => date)).toEqual(['2026-01-11', '2023-01-10', '2020-01-10']);

  const id = records[0]?.id ?? 0;
  expect(code(await removeRecord(work, scope, servant, id))).toBe('done');
  expect(code(await removeRecord(work, scope, servant, id))).toBe('register.unknown');
  expect(await servantOf(work.read, scope, servant)).toMatchObject({ trainedOn: '2023-01-10' });
});

test('who left is listed apart, may return, and a person removed is gone', async () => {
  const office = await openOffice();
  const { work, scope, today } = await keeper(office);
  const servant = await enlist(office, { name: 'Асанов Бакыт', appointedOn: '2020-01-01' });
  const names = async (left: boolean) =>
    (await listServants(work.read, scope, { left, skip: 0, take: 9 })).items.map((s) => s.name);

  expect(code(await markLeft(work, scope, servant, '2019-12-31', today))).toBe(
    'register.dateOrder',
  );
  expect(code(await markLeft(work, scope, servant, '2025-12-31', today))).toBe('done');
  expect([await names(false), await names(true)]).toEqual([[], ['Асанов Бакыт']]);
  expect(code(await markReturned(work, scope, servant, today))).toBe('done');
  expect([await names(false), await names(true)]).toEqual([['Асанов Бакыт'], []]);

  await addRecord(work, scope, servant, entry('training', '2020-02-02'), today);
  expect(code(await removeServant(work, scope, servant))).toBe('done');
  expect(await servantOf(work.read, scope, servant)).toBeNull();
  expect(await recordsOfAll(work.read, office.orgId)).toEqual([]);
  expect(code(await removeServant(work, scope, servant))).toBe('register.unknown');
  expect(await enlist(office, { name: 'Жаңы Адам' })).toBe(servant + 1);
});

test('the figures count those who are there; what nobody has said is not a nought', async () => {
  const office = await openOffice();
  const { work } = await keeper(office);
  await enlist(office, { name: 'Бир' }, [entry('training', '2024-01-01')]);
  const nobodySaid = {
    present: 1,
    left: 0,
    filesComplete: null,
    filesPresent: null,
    filesSaid: 0,
    labourBooks: null,
    labourBooksSaid: 0,
    trained: 1,
    ranked: 0,
    attested: 0,
  };
  expect(await registerFigures(work.read, office.orgId)).toEqual(nobodySaid);
  await enlist(office, { name: 'Эки', fileDocuments: FILE_DOCUMENTS, labourBook: true });
  await enlist(office, { name: 'Үч', fileDocuments: ['orders'], labourBook: false });
  await enlist(office, { name: 'Төрт', fileDocuments: FILE_DOCUMENTS, leftOn: '2025-01-01' });
  expect(await registerFigures(work.read, office.orgId)).toEqual({
    ...nobodySaid,
    present: 3,
    left: 1,
    filesComplete: 1,
    filesPresent: 2,
    filesSaid: 2,
    labourBooks: 1,
    labourBooksSaid: 2,
  });
});

test('having no rank is unsaid by a rank, stays unknown when it is taken out, and comes back by undo', async () => {
  const office = await openOffice();
  const { work, scope, today } = await keeper(office);
  const servant = await enlist(office, { name: 'Асанов Бакыт', noRank: true });
  const noRank = async () => (await servantOf(work.read, scope, servant))?.noRank;
  expect(await noRank()).toBe(true);
  const rank = entry('rank', '2025-05-05', 'municipal.inspector-3');
  const added = await addRecord(work, scope, servant, rank, today);
  expect([code(added), await noRank()]).toEqual(['done', null]);
  // It is not said of somebody who has one.
  expect(await correctServant(work, scope, servant, { noRank: true }, today)).toEqual({
    ok: true,
    value: { changeId: 0 },
  });
  const [entered] = await recordsOf(work.read, scope, servant);
  await removeRecord(work, scope, servant, entered?.id ?? 0);
  expect(await noRank()).toBeNull();
  const said = await correctServant(work, scope, servant, { noRank: true }, today);
  expect([code(said), await noRank()]).toEqual(['done', true]);
  await undoChange(work, scope, said.ok ? said.value.changeId : 0);
  expect(await noRank()).toBeNull();
});
