import { expect, test } from 'vitest';
import {
  addRecord,
  addServant,
  correctServant,
  removeServant,
} from '../../../src/domain/register/keeping.service.ts';
import { everyServant, recordsOfAll } from '../../../src/domain/register/reading.service.ts';
import { KEEP_REPLACED, tidyRegister } from '../../../src/domain/register/tidy.service.ts';
import { enlist, entry, keeper } from '../../support/register.ts';
import { NOW, openOffice } from '../../support/visit.ts';

test('what was replaced over 30 days ago goes; what is in force or newer stays', async () => {
  const office = await openOffice();
  const { client } = office.database;
  const { work, scope, today } = await keeper(office);
  const later = (await keeper(office, 'officer', NOW + 1)).work;
  const servant = await enlist(office, { name: 'Асанов Бакыт' }, [entry('training', '2024-01-01')]);
  const gone = await enlist(office, { name: 'Кеткен Киши' }, [entry('training', '2023-01-01')]);
  await correctServant(work, scope, servant, { unit: 'каржы' }, today);
  await removeServant(work, scope, gone);
  await addRecord(later, scope, servant, entry('training', '2025-01-01'), today);
  await addServant(later, scope, { name: 'Жаңы Адам' }, [], today);
  const stand = async () => [
    await everyServant(work.read, office.orgId),
    await recordsOfAll(work.read, office.orgId),
  ];
  const before = await stand();
  const rows = async () => [
    await client.servant.count(),
    await client.staffRecord.count(),
    await client.registerChange.count(),
  ];
  expect(await rows()).toEqual([5, 3, 6]);

  expect(await tidyRegister(office.database, NOW + KEEP_REPLACED)).toBe(0);
  // The change made a millisecond later, and what it replaced, stay.
  expect(await tidyRegister(office.database, NOW + KEEP_REPLACED + 1)).toBe(3);
  expect(await rows()).toEqual([3, 2, 2]);
  expect(await stand()).toEqual(before);
  expect(await tidyRegister(office.database, NOW + KEEP_REPLACED + 1)).toBe(0);
  expect(await tidyRegister(office.database, NOW + KEEP_REPLACED + 2)).toBe(1);
  expect(await stand()).toEqual(before);

  await correctServant(later, scope, servant, { unit: null }, today);
  expect(await client.register.findMany()).toEqual([
    { orgId: office.orgId, edition: 7, importId: null },
  ]);
});

test('a register that an import has is left alone', async () => {
  const office = await openOffice();
  const { work, scope, today } = await keeper(office);
  const servant = await enlist(office, { name: 'Асанов Бакыт' });
  await correctServant(work, scope, servant, { unit: 'каржы' }, today);
  const where = { orgId: office.orgId };
  await office.database.client.register.update({ where, data: { importId: 3 } });
  expect(await tidyRegister(office.database, NOW + KEEP_REPLACED + 1)).toBe(0);
  await office.database.client.register.update({ where, data: { importId: null } });
  expect(await tidyRegister(office.database, NOW + KEEP_REPLACED + 1)).toBe(1);
});
