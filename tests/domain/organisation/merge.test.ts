import { expect, test } from 'vitest';
import { loadActor } from '../../../src/domain/access/actor.service.ts';
import { openInvitation } from '../../../src/domain/access/joining.service.ts';
import { peopleOfOrganisation } from '../../../src/domain/access/role.service.ts';
import { mergeOrganisations } from '../../../src/domain/organisation/merge.service.ts';
import { organisationById } from '../../../src/domain/organisation/service.ts';
import { openHall } from '../../support/hall.ts';

async function twoEntries() {
  const hall = await openHall();
  const from = await hall.organisation('Көк Жар');
  const into = await hall.organisation('Көк-Жар');
  const campaignId = await hall.campaign();
  const begin = (orgId: number) =>
    hall.database.client.assessment.create({
      data: { campaignId, orgId, state: 'draft', createdAt: 1n },
    });
  return { hall, from, into, campaignId, begin };
}

test('people, open links and the assessment go over, and the entry is closed', async () => {
  const { hall, from, into, campaignId, begin } = await twoEntries();
  await hall.join(11, { role: 'officer', orgId: from });
  await hall.join(12, { role: 'officer', orgId: from });
  await hall.join(12, { role: 'officer', orgId: into });
  const token = await hall.token({ role: 'head', orgId: from });
  const { id } = await begin(from);

  expect(await mergeOrganisations(hall.work(), from, into)).toEqual({ ok: true, value: undefined });

  const { client, read } = hall.database;
  expect((await loadActor(read, 11))?.roles.map(({ orgId }) => orgId)).toEqual([into]);
  expect((await loadActor(read, 12))?.roles.map(({ orgId }) => orgId)).toEqual([into]);
  expect(await peopleOfOrganisation(read, from)).toEqual([]);
  expect(await openInvitation(hall.work(), token, 13)).toMatchObject({
    ok: true,
    value: { orgId: into, organisation: 'Көк-Жар' },
  });
  expect(await client.assessment.findUnique({ where: { id } })).toMatchObject({ orgId: into });
  expect(await client.participation.findMany({ where: { campaignId } })).toMatchObject([
    { orgId: into },
  ]);
  expect(await organisationById(read, from)).toMatchObject({ closed: true });
});

test('two assessments in one campaign are not mixed: refused, nothing changed', async () => {
  const { hall, from, into, begin } = await twoEntries();
  await hall.join(11, { role: 'officer', orgId: from });
  await begin(from);
  await begin(into);
  const before = await hall.actions();
  expect(await mergeOrganisations(hall.work(), from, into)).toEqual({
    ok: false,
    error: { code: 'organisation.mergeConflict', values: { campaigns: 'Мониторинг 2026' } },
  });
  expect((await loadActor(hall.database.read, 11))?.roles[0]?.orgId).toBe(from);
  expect(await hall.actions()).toEqual(before);
});

test('an organisation is not merged with itself, an unknown or a closed one', async () => {
  const { hall, from, into } = await twoEntries();
  const code = async (a: number, b: number) => {
    const merged = await mergeOrganisations(hall.work(), a, b);
    return merged.ok ? null : merged.error.code;
  };
  expect(await code(from, from)).toBe('organisation.mergeSelf');
  expect(await code(from, 99)).toBe('organisation.unknown');
  expect(await code(from, into)).toBeNull();
  expect(await code(from, into)).toBe('organisation.closed');
});
