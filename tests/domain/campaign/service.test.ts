import { expect, test } from 'vitest';
import { admitLate } from '../../../src/domain/campaign/participation.service.ts';
import {
  campaignById,
  closeCampaign,
  contactPhone,
  extendCampaign,
  listCampaigns,
  openCampaign,
  runningCampaignsOf,
} from '../../../src/domain/campaign/service.ts';
import type { CampaignRequest } from '../../../src/domain/campaign/model.ts';
import { listCommissions } from '../../../src/domain/commission/service.ts';
import { addOrganisation } from '../../../src/domain/organisation/service.ts';
import { must, openHall, TODAY } from '../../support/hall.ts';

const REQUEST: CampaignRequest = {
  checklistId: 'monitoring-memo',
  edition: '2022-03-22',
  title: ' Мониторинг  2026 ',
  kind: 'planned',
  basis: '№ 12, 01.11.2026',
  paper: ' ',
  contactPhone: '+996 312 62 00 01',
  opensOn: TODAY,
  deadline: '2027-01-15',
  periodFrom: '2023-01-01',
  periodTo: '2025-12-31',
  headConfirms: true,
  commissionId: null,
  who: { orgIds: null, kind: null, region: null },
};

test('a campaign is opened for all, with a commission of its title', async () => {
  const hall = await openHall();
  await hall.commission('Башка комиссия');
  const orgId = await hall.organisation('Көк-Жар');
  expect(await openCampaign(hall.work(), REQUEST)).toEqual({ ok: true, value: 1 });
  expect(await campaignById(hall.database.read, 1)).toEqual({
    id: 1,
    commissionId: 2,
    commission: 'Мониторинг 2026',
    checklistId: 'monitoring-memo',
    edition: '2022-03-22',
    title: 'Мониторинг 2026',
    kind: 'planned',
    basis: '№ 12, 01.11.2026',
    paper: null,
    contactPhone: '+996 312 62 00 01',
    opensOn: TODAY,
    deadline: '2027-01-15',
    periodFrom: '2023-01-01',
    periodTo: '2025-12-31',
    headConfirms: true,
    closed: false,
    organisations: 1,
  });
  expect((await runningCampaignsOf(hall.database.read, orgId)).map(({ id }) => id)).toEqual([1]);
});

test('a named commission is taken, an unknown one refused', async () => {
  const hall = await openHall();
  const commissionId = await hall.commission();
  must(await openCampaign(hall.work(), { ...REQUEST, commissionId }));
  expect(await listCommissions(hall.database.read)).toHaveLength(1);
  expect(await openCampaign(hall.work(), { ...REQUEST, commissionId: 9 })).toMatchObject({
    error: { code: 'campaign.commissionUnknown', values: { id: 9 } },
  });
});

test.each<[Partial<CampaignRequest>, string]>([
  [{ title: ' \u200B' }, 'campaign.titleEmpty'],
  [{ title: 'м'.repeat(121) }, 'campaign.titleLong'],
  [{ deadline: '2027-02-30' }, 'campaign.dateWrong'],
  [{ deadline: '15.01.2027' }, 'campaign.dateWrong'],
  [{ deadline: '2026-11-22' }, 'campaign.deadlineBeforeOpening'],
  [{ periodTo: null }, 'campaign.periodIncomplete'],
  [{ periodFrom: '2026-01-01' }, 'campaign.periodReversed'],
  [{ contactPhone: '1'.repeat(61) }, 'campaign.phoneLong'],
  [{ who: { orgIds: [1, 9], kind: null, region: null } }, 'campaign.organisationUnknown'],
])('wrong dates and texts are refused: %j', async (change, code) => {
  const hall = await openHall();
  await hall.organisation('Көк-Жар');
  const before = await hall.actions();
  expect(await openCampaign(hall.work(), { ...REQUEST, ...change })).toMatchObject({
    ok: false,
    error: { code },
  });
  expect(await hall.actions()).toEqual(before);
  expect(await listCampaigns(hall.database.read)).toEqual([]);
});

test('organisations are taken by kind, region or name', async () => {
  const hall = await openHall();
  const naryn = await hall.organisation('Нарын АӨ', 'naryn');
  const osh = await hall.organisation('Ош АӨ', 'osh');
  const state = must(
    await addOrganisation(hall.work(), { name: 'Агенттик', kind: 'state', region: 'naryn' }),
  );
  const taken = async (who: CampaignRequest['who']) => {
    const id = must(await openCampaign(hall.work(), { ...REQUEST, who }));
    const rows = await hall.database.client.participation.findMany({ where: { campaignId: id } });
    return rows.map(({ orgId }) => orgId);
  };
  expect(await taken({ orgIds: null, kind: 'municipal', region: null })).toEqual([naryn, osh]);
  expect(await taken({ orgIds: null, kind: null, region: 'naryn' })).toEqual([naryn, state]);
  expect(await taken({ orgIds: null, kind: 'state', region: 'osh' })).toEqual([]);
  expect(await taken({ orgIds: [osh], kind: null, region: null })).toEqual([osh]);
});

test('organisations added later take part where the campaign was opened for all like them', async () => {
  const hall = await openHall();
  const first = await hall.organisation('Биринчи');
  const everybody = must(await openCampaign(hall.work(), REQUEST));
  const oshOnly = must(
    await openCampaign(hall.work(), {
      ...REQUEST,
      who: { orgIds: null, kind: null, region: 'osh' },
    }),
  );
  must(
    await openCampaign(hall.work(), {
      ...REQUEST,
      who: { orgIds: [first], kind: null, region: null },
    }),
  );
  const closed = must(await openCampaign(hall.work(), REQUEST));
  await closeCampaign(hall.work(), closed);
  const late = await hall.organisation('Кечиккен', 'naryn');
  const lateInOsh = await hall.organisation('Кечиккен', 'osh');
  const of = async (orgId: number) =>
    (await runningCampaignsOf(hall.database.read, orgId)).map(({ id }) => id).toReversed();
  expect(await of(late)).toEqual([everybody]);
  expect(await of(lateInOsh)).toEqual([everybody, oshOnly]);
});

test('a late organisation is taken in by name, once', async () => {
  const hall = await openHall();
  const first = await hall.organisation('Биринчи');
  const second = await hall.organisation('Экинчи');
  const id = must(
    await openCampaign(hall.work(), {
      ...REQUEST,
      who: { orgIds: [first], kind: null, region: null },
    }),
  );
  expect(await admitLate(hall.work(), id, [first, second])).toEqual({ ok: true, value: 1 });
  expect(await campaignById(hall.database.read, id)).toMatchObject({ organisations: 2 });
  expect(await admitLate(hall.work(), id, [9])).toMatchObject({
    error: { code: 'campaign.organisationUnknown' },
  });
});

test('a deadline only moves later, and not after the closing', async () => {
  const hall = await openHall();
  const id = must(await openCampaign(hall.work(), REQUEST));
  const code = async (deadline: string) => {
    const extended = await extendCampaign(hall.work(), id, deadline);
    return extended.ok ? null : extended.error.code;
  };
  expect(await code('2027-01-15')).toBe('campaign.notLater');
  expect(await code('2027-13-01')).toBe('campaign.dateWrong');
  expect(await code('2027-02-01')).toBeNull();
  expect(await campaignById(hall.database.read, id)).toMatchObject({ deadline: '2027-02-01' });
  expect(await closeCampaign(hall.work(), id)).toEqual({ ok: true, value: undefined });
  expect(await code('2027-03-01')).toBe('campaign.closed');
  expect(await closeCampaign(hall.work(), id)).toMatchObject({
    error: { code: 'campaign.closed' },
  });
  expect(await closeCampaign(hall.work(), 99)).toMatchObject({
    error: { code: 'campaign.unknown' },
  });
});

test('the telephone is of the newest running campaign that has one', async () => {
  const hall = await openHall();
  const { read } = hall.database;
  expect(await contactPhone(read)).toBeNull();
  const first = await hall.campaign({ contactPhone: '1' });
  const second = await hall.campaign({ contactPhone: '2' });
  await hall.campaign({ contactPhone: null });
  expect(await contactPhone(read)).toBe('2');
  await closeCampaign(hall.work(), second);
  expect(await contactPhone(read)).toBe('1');
  await closeCampaign(hall.work(), first);
  expect(await contactPhone(read)).toBe('2');
});
