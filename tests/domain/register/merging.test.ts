import { expect, test } from 'vitest';
import { mergeOrganisations } from '../../../src/domain/organisation/merge.service.ts';
import { correctServant } from '../../../src/domain/register/keeping.service.ts';
import {
  everyServant,
  recordsOfAll,
  registerExists,
} from '../../../src/domain/register/reading.service.ts';
import { enlist, entry, keeper } from '../../support/register.ts';
import { openOffice } from '../../support/visit.ts';

test('two registers become one; everybody keeps his number and his histories', async () => {
  const office = await openOffice();
  const { client } = office.database;
  const { work, scope, today } = await keeper(office, 'otherOfficer');
  await enlist(office, { name: 'Биздин Киши' });
  const servant = await enlist(
    office,
    { name: 'Алардын Кишиси' },
    [entry('training', '2024-01-01')],
    'otherOfficer',
  );
  await correctServant(work, scope, servant, { unit: 'каржы' }, today);
  const reminder = { servant, kind: 'training', dueOn: '2027-01-01' };
  await client.reminder.create({ data: { orgId: office.otherOrgId, ...reminder } });
  const merge = () => mergeOrganisations(office.work(null), office.otherOrgId, office.orgId);

  const where = { orgId: office.otherOrgId };
  await client.register.update({ where, data: { importId: 3 } });
  expect(await merge()).toEqual({ ok: false, error: { code: 'register.busy' } });
  await client.register.update({ where, data: { importId: null } });
  expect(await merge()).toMatchObject({ ok: true });

  const people = await everyServant(work.read, office.orgId);
  expect(people.map(({ name, unit, trainedOn }) => [name, unit, trainedOn])).toEqual([
    ['Алардын Кишиси', 'каржы', '2024-01-01'],
    ['Биздин Киши', null, null],
  ]);
  expect(await recordsOfAll(work.read, office.orgId)).toMatchObject([
    { servant, kind: 'training', date: '2024-01-01' },
  ]);
  expect(await registerExists(work.read, office.otherOrgId)).toBe(false);
  expect(await client.reminder.findMany()).toMatchObject([{ orgId: office.orgId, ...reminder }]);

  const keeping = await keeper(office);
  expect(
    await correctServant(keeping.work, keeping.scope, servant, { unit: 'башка' }, today),
  ).toMatchObject({ ok: true });
});
