import { expect, test } from 'vitest';
import { loadActor } from '../../../src/domain/access/actor.service.ts';
import { INVITATION_TTL } from '../../../src/domain/access/invitation.rules.ts';
import { revokeInvitation } from '../../../src/domain/access/inviting.service.ts';
import {
  acceptInvitation,
  openedInvitation,
  openInvitation,
  refuseInvitation,
} from '../../../src/domain/access/joining.service.ts';
import { enterOperator } from '../../../src/domain/access/person.service.ts';
import { DAY, must, NOW, OPERATOR, openHall } from '../../support/hall.ts';

const somebody = (telegramId: number) => ({ telegramId, name: 'Гүлнур', language: 'ru' as const });

async function hallWithLink() {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  const token = await hall.token({ role: 'officer', orgId });
  return { hall, orgId, token };
}

test('a link is opened, joins with one step, and is used up', async () => {
  const { hall, orgId, token } = await hallWithLink();
  const opened = must(await openInvitation(hall.work(), token, 11));
  expect(opened).toMatchObject({ role: 'officer', orgId, organisation: 'Көк-Жар', state: 'open' });
  expect(must(await acceptInvitation(hall.work(), opened.id, somebody(11))).personId).toBe(1);
  expect(await loadActor(hall.database.read, 11)).toEqual({
    personId: 1,
    telegramId: 11,
    name: 'Гүлнур',
    language: 'ru',
    roles: [{ roleId: 1, kind: 'officer', orgId, commissionId: null, directions: null }],
  });
  expect(await hall.actions()).toEqual([
    'organisation.added',
    'invitation.created',
    'invitation.opened',
    'person.joined',
  ]);
  expect(await openInvitation(hall.work(), token, 12)).toEqual({
    ok: false,
    error: { code: 'invitation.used' },
  });
  expect(await openInvitation(hall.work(), token, 11)).toEqual({
    ok: false,
    error: { code: 'invitation.alreadyMember' },
  });
});

test('the token itself is kept nowhere', async () => {
  const { hall, token } = await hallWithLink();
  const opened = must(await openInvitation(hall.work(), token, 11));
  await acceptInvitation(hall.work(), opened.id, somebody(11));
  const { client } = hall.database;
  const kept = JSON.stringify(
    [
      await client.invitation.findMany(),
      await client.invitationOpening.findMany(),
      await client.auditDetail.findMany(),
      await client.outboxMessage.findMany(),
    ],
    (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value),
  );
  expect(kept).not.toContain(token);
});

test('opening it twice writes one opening', async () => {
  const { hall, token } = await hallWithLink();
  await openInvitation(hall.work(), token, 11);
  await openInvitation(hall.work(), token, 11);
  expect(await hall.database.client.invitationOpening.count()).toBe(1);
  expect((await hall.actions()).filter((one) => one === 'invitation.opened')).toHaveLength(1);
});

test('wrong, truncated and lengthened tokens are unknown and change nothing', async () => {
  const { hall, token } = await hallWithLink();
  const before = await hall.actions();
  const wrong = [
    '',
    token.slice(0, -1),
    `${token}x`,
    token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'),
    token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase(),
    "' OR 1=1 --",
    'ә'.repeat(43),
  ];
  for (const one of wrong) {
    expect(await openInvitation(hall.work(), one, 11)).toEqual({
      ok: false,
      error: { code: 'invitation.unknown' },
    });
  }
  expect(await hall.actions()).toEqual(before);
  expect(await hall.database.client.invitationOpening.count()).toBe(0);
});

test('a link works for 30 days and not a moment longer', async () => {
  const { hall, token } = await hallWithLink();
  const { id } = must(await openInvitation(hall.work(), token, 11));
  hall.at = NOW + 30 * DAY;
  expect(INVITATION_TTL).toBe(30 * DAY);
  expect(await openInvitation(hall.work(), token, 11)).toEqual({
    ok: false,
    error: { code: 'invitation.expired' },
  });
  expect(await acceptInvitation(hall.work(), id, somebody(11))).toEqual({
    ok: false,
    error: { code: 'invitation.expired' },
  });
  hall.at -= 1;
  expect(await acceptInvitation(hall.work(), id, somebody(11))).toMatchObject({ ok: true });
});

test('a link taken back joins nobody, even who had opened it', async () => {
  const { hall, token } = await hallWithLink();
  const { id } = must(await openInvitation(hall.work(), token, 11));
  expect(await revokeInvitation(hall.work(), id)).toEqual({ ok: true, value: undefined });
  expect(await acceptInvitation(hall.work(), id, somebody(11))).toEqual({
    ok: false,
    error: { code: 'invitation.revoked' },
  });
  expect(await loadActor(hall.database.read, 11)).toBeNull();
  expect(await revokeInvitation(hall.work(), id)).toMatchObject({
    error: { code: 'inviting.settled', values: { state: 'revoked' } },
  });
});

test('a stranger who forges the button of a link he never opened gets nothing', async () => {
  const { hall, token } = await hallWithLink();
  const { id } = must(await openInvitation(hall.work(), token, 11));
  const foreign = { ok: false, error: { code: 'invitation.foreign' } };
  expect(await acceptInvitation(hall.work(), id, somebody(66))).toEqual(foreign);
  expect(await refuseInvitation(hall.work(), id, 66, [OPERATOR])).toEqual(foreign);
  expect(await openedInvitation(hall.database.read, id, 66, NOW)).toEqual(foreign);
  expect(await acceptInvitation(hall.work(), 999, somebody(66))).toEqual(foreign);
  expect(await loadActor(hall.database.read, 66)).toBeNull();
});

test('of two who opened one link the first joins, the second is told it is used', async () => {
  const { hall, token } = await hallWithLink();
  const { id } = must(await openInvitation(hall.work(), token, 11));
  await openInvitation(hall.work(), token, 12);
  const joined = await Promise.all([
    acceptInvitation(hall.work(), id, somebody(11)),
    acceptInvitation(hall.work(), id, somebody(12)),
  ]);
  expect(joined.map((one) => (one.ok ? 'joined' : one.error.code)).toSorted()).toEqual([
    'invitation.used',
    'joined',
  ]);
  expect(await hall.database.client.role.count()).toBe(1);
});

test('who holds the role already does not use up a second link', async () => {
  const { hall, orgId } = await hallWithLink();
  await hall.join(11, { role: 'officer', orgId });
  const second = await hall.token({ role: 'officer', orgId });
  expect(await openInvitation(hall.work(), second, 11)).toEqual({
    ok: false,
    error: { code: 'invitation.alreadyMember' },
  });
  expect(await openInvitation(hall.work(), second, 12)).toMatchObject({ ok: true });
});

test('one person holds several roles in several organisations', async () => {
  const { hall, orgId } = await hallWithLink();
  const other = await hall.organisation('Ак-Кыя');
  const commissionId = await hall.commission();
  const first = await hall.join(11, { role: 'officer', orgId });
  const second = await hall.join(11, { role: 'contributor', orgId: other, directions: [3, 4] });
  const third = await hall.join(11, { role: 'chair', commissionId });
  expect([second, third]).toEqual([first, first]);
  const actor = await loadActor(hall.database.read, 11);
  expect(actor?.roles.map(({ kind, orgId: org, directions }) => [kind, org, directions])).toEqual([
    ['officer', orgId, null],
    ['contributor', other, [3, 4]],
    ['chair', null, null],
  ]);
});

test('a group link is of no use in a private chat', async () => {
  const hall = await openHall();
  const commissionId = await hall.commission();
  const token = await hall.token({ role: 'group', commissionId });
  expect(await openInvitation(hall.work(), token, 11)).toEqual({
    ok: false,
    error: { code: 'invitation.unknown' },
  });
});

test('refusing leaves the link unused and tells each operator once', async () => {
  const { hall, token } = await hallWithLink();
  const named = await enterOperator(hall.work(), { ...somebody(OPERATOR) });
  const invited = await hall.join(901, { role: 'operator' });
  const { id } = must(await openInvitation(hall.work(), token, 11));
  const { operatorIds } = hall.around;
  expect(await refuseInvitation(hall.work(), id, 11, operatorIds)).toEqual({
    ok: true,
    value: undefined,
  });
  await refuseInvitation(hall.work(), id, 11, operatorIds);
  const message = { kind: 'joining.refused', payload: { invitationId: id } };
  expect(await hall.owed()).toEqual([
    { personId: named, ...message },
    { personId: invited, ...message },
  ]);
  expect(await acceptInvitation(hall.work(), id, somebody(11))).toMatchObject({ ok: true });
});

test.each([
  ['<b>Гүл</b> & "нур"', '<b>Гүл</b> & "нур"'],
  ['\u202Eрунлүг\u202C', 'рунлүг'],
  ['👩‍🌾 Айгүл 🌷', '👩🌾 Айгүл 🌷'],
  ['А\u200Bй\u200Bгү\u200Bл\uFEFF', 'Айгүл'],
  ['\u200F\u200B', '11'],
  ['ж'.repeat(300), 'ж'.repeat(128)],
])('the name %j is kept as %j', async (name, kept) => {
  const { hall, orgId } = await hallWithLink();
  await hall.join(11, { role: 'officer', orgId }, name);
  expect((await loadActor(hall.database.read, 11))?.name).toBe(kept);
});
