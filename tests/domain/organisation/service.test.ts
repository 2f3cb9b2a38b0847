import { expect, test } from 'vitest';
import {
  addOrganisation,
  closeOrganisation,
  listOrganisations,
  organisationById,
  renameOrganisation,
} from '../../../src/domain/organisation/service.ts';
import { loadActor } from '../../../src/domain/access/actor.service.ts';
import { openInvitation } from '../../../src/domain/access/joining.service.ts';
import { runningCampaignsOf } from '../../../src/domain/campaign/service.ts';
import { verifyJournal } from '../../../src/domain/audit/service.ts';
import { openHall } from '../../support/hall.ts';

const KOK_JAR = { name: 'Көк-Жар айыл өкмөтү', kind: 'municipal', region: 'Нарын' };

test('an organisation is added with a clean name and found without Kyrgyz letters', async () => {
  const hall = await openHall();
  const added = await addOrganisation(hall.work(), {
    ...KOK_JAR,
    name: ' \u202EКөк-Жар\u200B  айыл\tөкмөтү <b>&\u0007 ',
    district: ' Ат-Башы ',
  });
  expect(added).toEqual({ ok: true, value: 1 });
  const organisation = {
    id: 1,
    name: 'Көк-Жар айыл өкмөтү <b>&',
    kind: 'municipal',
    region: 'naryn',
    district: 'Ат-Башы',
    closed: false,
  };
  const { read } = hall.database;
  expect(await organisationById(read, 1)).toEqual(organisation);
  expect(await listOrganisations(read, { text: 'КОК-жар айыл окмоту' })).toEqual([organisation]);
  expect(await listOrganisations(read, { text: 'Ак-Кыя' })).toEqual([]);
  expect(await hall.actions()).toEqual(['organisation.added']);
});

test.each([
  [{ ...KOK_JAR, name: '\u200B \u200F' }, 'organisation.nameEmpty'],
  [{ ...KOK_JAR, name: 'ж'.repeat(201) }, 'organisation.nameLong'],
  [{ ...KOK_JAR, kind: 'private' }, 'organisation.kindUnknown'],
  [{ ...KOK_JAR, region: 'Алматы' }, 'organisation.regionUnknown'],
])('a wrong field is refused and changes nothing: %#', async (input, code) => {
  const hall = await openHall();
  expect(await addOrganisation(hall.work(), input)).toMatchObject({ ok: false, error: { code } });
  expect(await hall.actions()).toEqual([]);
});

test('the same name in the same place is refused, in another district it is another body', async () => {
  const hall = await openHall();
  await addOrganisation(hall.work(), KOK_JAR);
  expect(await addOrganisation(hall.work(), { ...KOK_JAR, name: 'КОК-ЖАР айыл окмоту' })).toEqual({
    ok: false,
    error: { code: 'organisation.exists', values: { name: 'Көк-Жар айыл өкмөтү', id: 1 } },
  });
  expect(await addOrganisation(hall.work(), { ...KOK_JAR, district: 'Кочкор' })).toEqual({
    ok: true,
    value: 2,
  });
});

test('renaming keeps the id and is found by the new name', async () => {
  const hall = await openHall();
  const id = await hall.organisation('Эски аталыш');
  expect(await renameOrganisation(hall.work(), id, ' Жаңы аталыш ')).toEqual({
    ok: true,
    value: 'Жаңы аталыш',
  });
  const found = await listOrganisations(hall.database.read, { text: 'жаны' });
  expect(found.map((one) => one.id)).toEqual([id]);
  expect(await renameOrganisation(hall.work(), 77, 'X')).toEqual({
    ok: false,
    error: { code: 'organisation.unknown', values: { id: 77 } },
  });
});

test('closing ends roles and open links and leaves campaigns not begun', async () => {
  const hall = await openHall();
  const id = await hall.organisation('Көк-Жар');
  const other = await hall.organisation('Ак-Кыя');
  const campaign = await hall.campaign();
  await hall.join(11, { role: 'officer', orgId: id });
  await hall.join(12, { role: 'officer', orgId: other });
  const token = await hall.token({ role: 'head', orgId: id });

  expect(await closeOrganisation(hall.work(), id)).toEqual({ ok: true, value: undefined });

  const { read } = hall.database;
  expect((await loadActor(read, 11))?.roles).toEqual([]);
  expect((await loadActor(read, 12))?.roles).toHaveLength(1);
  expect(await openInvitation(hall.work(), token, 13)).toEqual({
    ok: false,
    error: { code: 'invitation.revoked' },
  });
  expect(await runningCampaignsOf(read, id)).toEqual([]);
  expect((await runningCampaignsOf(read, other)).map((one) => one.id)).toEqual([campaign]);
  expect((await listOrganisations(read)).map((one) => one.id)).toEqual([other]);
  expect(await listOrganisations(read, { withClosed: true })).toHaveLength(2);
  expect(await closeOrganisation(hall.work(), id)).toMatchObject({
    error: { code: 'organisation.closed' },
  });
  expect(await verifyJournal(read, 'key', null)).toMatchObject({ fault: null });
});

test('an organisation with an assessment stays in the campaign when it is closed', async () => {
  const hall = await openHall();
  const id = await hall.organisation('Көк-Жар');
  const campaignId = await hall.campaign();
  await hall.database.client.assessment.create({
    data: { campaignId, orgId: id, state: 'draft', createdAt: 1n },
  });
  await closeOrganisation(hall.work(), id);
  expect(await runningCampaignsOf(hall.database.read, id)).toHaveLength(1);
});
