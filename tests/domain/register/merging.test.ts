import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { mergeOrganisations } from '../../../src/domain/organisation/merge.service.ts';
import {
  applyImport,
  offerImport,
  undoImport,
} from '../../../src/domain/register/importing.service.ts';
import { correctServant } from '../../../src/domain/register/keeping.service.ts';
import { everyServant, recordsOfAll } from '../../../src/domain/register/reading.service.ts';
import { recentChanges } from '../../../src/domain/register/undo.service.ts';
import { line, listsReadAs } from '../../support/listed.ts';
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
  expect(await everyServant(work.read, office.otherOrgId)).toEqual([]);
  expect(await client.reminder.findMany()).toMatchObject([{ orgId: office.orgId, ...reminder }]);

  const keeping = await keeper(office);
  expect(
    await correctServant(keeping.work, keeping.scope, servant, { unit: 'башка' }, today),
  ).toMatchObject({ ok: true });
});

test('an import before it is not taken back: those who came in would go with it', async () => {
  const office = await openOffice();
  await enlist(office, { name: 'Алардын Кишиси' }, [], 'otherOfficer');
  const { work, scope, today, around } = await keeper(office);
  const { files } = around;
  const lists = listsReadAs(office.database.file, [line({ name: 'Биздин Киши' })]);
  const checked = await lists.check({
    orgId: office.orgId,
    source: { kind: 'lines', text: '' },
    today,
  });
  if (!checked.ok) throw new Error(checked.error.code);
  const list = { file: await files.put(randomBytes(20)), mime: 'text/plain', fileName: null };
  const importId = await offerImport(work, scope, list, checked.value);
  await applyImport(work, scope, importId, { today, goneOn: null }, { lists, files });
  await mergeOrganisations(office.work(null), office.otherOrgId, office.orgId);

  expect(await undoImport(work, scope, importId)).toEqual({
    ok: false,
    error: { code: 'register.changedSince' },
  });
  const people = await everyServant(work.read, office.orgId);
  expect(people.map(({ name }) => name)).toEqual(['Алардын Кишиси', 'Биздин Киши']);
  const changes = await recentChanges(work.read, scope, 7);
  expect(changes.map(({ kind }) => kind)).toEqual(['merged', 'import']);
});
