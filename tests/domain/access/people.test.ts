import { expect, test } from 'vitest';
import { loadActor, strangerActor } from '../../../src/domain/access/actor.service.ts';
import { erasePerson } from '../../../src/domain/access/erasing.service.ts';
import {
  invite,
  inviteAllOfficers,
  listInvitations,
} from '../../../src/domain/access/inviting.service.ts';
import { officersLetters } from '../../../src/domain/access/letters.service.ts';
import { enterOperator, setLanguage } from '../../../src/domain/access/person.service.ts';
import { readingsOf } from '../../../src/domain/access/privacy.service.ts';
import { markReachable, markUnreachable } from '../../../src/domain/access/reachability.service.ts';
import { peopleOfOrganisation, revokeRole } from '../../../src/domain/access/role.service.ts';
import { isStranger, organisationScopes } from '../../../src/domain/access/rules.ts';
import { must, NOW, OPERATOR, openHall, PHONE } from '../../support/hall.ts';

test('a stranger is nobody: no person, no roles, Kyrgyz', async () => {
  const hall = await openHall();
  expect(await loadActor(hall.database.read, 66)).toBeNull();
  const stranger = strangerActor(66, 'Ким');
  expect(stranger).toEqual({ personId: 0, telegramId: 66, name: 'Ким', language: 'ky', roles: [] });
  expect(isStranger(stranger, [OPERATOR])).toBe(true);
  expect(isStranger(strangerActor(OPERATOR, 'О'), [OPERATOR])).toBe(false);
});

test('a role taken away is gone at the next tap, and taken away once', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  await hall.join(11, { role: 'officer', orgId });
  const [holder] = await peopleOfOrganisation(hall.database.read, orgId);
  const roleId = holder?.roleId ?? 0;
  expect(await revokeRole(hall.work(), roleId)).toMatchObject({ ok: true, value: { orgId } });
  const actor = await loadActor(hall.database.read, 11);
  expect(actor?.roles).toEqual([]);
  expect(actor && isStranger(actor, [])).toBe(true);
  expect(await revokeRole(hall.work(), roleId)).toMatchObject({ error: { code: 'role.ended' } });
  expect(await revokeRole(hall.work(), 99)).toMatchObject({ error: { code: 'role.unknown' } });
});

test('the chosen language stays, also of somebody who has not joined', async () => {
  const hall = await openHall();
  const stranger = { telegramId: 66, name: 'Ким' };
  await setLanguage(hall.work(), stranger, 'ru');
  await setLanguage(hall.work(), stranger, 'ru');
  expect(await loadActor(hall.database.read, 66)).toMatchObject({ language: 'ru', roles: [] });
  await setLanguage(hall.work(), stranger, 'en');
  expect(await loadActor(hall.database.read, 66)).toMatchObject({ language: 'en' });
  expect(await hall.actions()).toEqual(['person.languageChosen', 'person.languageChosen']);
});

test('when an officer blocks the bot, the other people of the organisation are told', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  const officer = await hall.join(11, { role: 'officer', orgId });
  const head = await hall.join(12, { role: 'head', orgId });
  await enterOperator(hall.work(), { telegramId: OPERATOR, name: 'О', language: 'ky' });
  await markUnreachable(hall.work(), officer, [OPERATOR]);
  await markUnreachable(hall.work(), officer, [OPERATOR]);
  const message = { kind: 'joining.unreachable', payload: { personId: officer, orgId } };
  expect(await hall.owed()).toEqual([{ personId: head, ...message }]);
  expect(await peopleOfOrganisation(hall.database.read, orgId)).toMatchObject([
    { personId: officer, reachable: false },
    { personId: head, reachable: true },
  ]);
  await markReachable(hall.work(), officer);
  expect(await peopleOfOrganisation(hall.database.read, orgId)).toMatchObject([
    { reachable: true },
    { reachable: true },
  ]);
});

test('where nobody else is there, the operators are told; a silent head troubles nobody', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  const officer = await hall.join(11, { role: 'officer', orgId });
  const head = await hall.join(12, { role: 'head', orgId });
  const operator = await enterOperator(hall.work(), {
    telegramId: OPERATOR,
    name: 'О',
    language: 'ky',
  });
  await markUnreachable(hall.work(), head, [OPERATOR]);
  expect(await hall.owed()).toEqual([]);
  await markUnreachable(hall.work(), officer, [OPERATOR]);
  expect((await hall.owed()).map(({ personId }) => personId)).toEqual([operator]);
});

test('an erased person leaves no name, no account, no role and no message', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  const id = await hall.join(7_000_011, { role: 'officer', orgId }, 'Өмүрова Гүлнур');
  const other = await hall.join(7_000_012, { role: 'officer', orgId }, 'Башка');
  const { client, read } = hall.database;
  await client.outboxMessage.create({
    data: { personId: id, kind: 'k', payload: '{}', createdAt: 1n, dueAt: 1n },
  });
  await client.inboxUpdate.create({
    data: { updateId: 1n, chatId: 7_000_011n, body: 'Гүлнур', receivedAt: 1n },
  });
  expect(await erasePerson(hall.work(), id)).toEqual({ ok: true, value: undefined });
  expect(await loadActor(read, 7_000_011)).toBeNull();
  expect(await client.person.findUnique({ where: { id } })).toMatchObject({
    name: '',
    telegramId: null,
    erasedAt: BigInt(NOW),
  });
  const everything = await Promise.all([
    client.person.findMany(),
    client.invitationOpening.findMany(),
    client.inboxUpdate.findMany(),
    client.outboxMessage.findMany(),
    client.auditDetail.findMany(),
    client.auditEntry.findMany(),
  ]);
  const text = JSON.stringify(everything, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(text).not.toContain('Гүлнур');
  expect(text).not.toContain('7000011');
  expect((await peopleOfOrganisation(read, orgId)).map((one) => one.personId)).toEqual([other]);
  expect(await erasePerson(hall.work(), id)).toMatchObject({ error: { code: 'person.erased' } });
  expect(await erasePerson(hall.work(), 99)).toMatchObject({ error: { code: 'person.unknown' } });
});

test('an invitation to what does not exist is refused', async () => {
  const hall = await openHall();
  const code = async (request: Parameters<typeof invite>[1]) => {
    const made = await invite(hall.work(), request, 't'.repeat(43));
    return made.ok ? null : made.error.code;
  };
  const none = { orgId: null, commissionId: null, directions: null };
  expect(await code({ ...none, role: 'officer', orgId: 5 })).toBe('inviting.organisation');
  expect(await code({ ...none, role: 'head' })).toBe('inviting.organisation');
  expect(await code({ ...none, role: 'chair', commissionId: 5 })).toBe('inviting.commission');
  const orgId = await hall.organisation('А');
  expect(await code({ ...none, role: 'contributor', orgId })).toBe('inviting.directions');
  expect(await code({ ...none, role: 'operator' })).toBeNull();
});

test('letters go to every organisation without an officer, each with its own link', async () => {
  const hall = await openHall();
  const first = await hall.organisation('Ак-Кыя');
  const second = await hall.organisation('Көк-Жар');
  const third = await hall.organisation('Өзгөн', 'osh');
  await hall.join(11, { role: 'officer', orgId: second });
  await hall.join(12, { role: 'head', orgId: third });
  const tokens = ['a', 'b'].map((letter) => letter.repeat(43));
  const letters = await officersLetters(hall.work(), {
    botUsername: 'bot',
    newToken: () => tokens.shift() ?? '',
    localDate: (at) => new Date(at).toISOString().slice(0, 10),
    contactPhone: PHONE,
    campaignOf: (orgId) =>
      Promise.resolve(orgId === first ? { title: 'М', deadline: '2027-01-15' } : null),
  });
  const shared = { role: 'officer', expiresOn: '2026-12-23', contactPhone: PHONE };
  expect(letters).toEqual({
    language: 'both',
    letters: [
      {
        ...shared,
        org: 'Ак-Кыя',
        link: `https://t.me/bot?start=${'a'.repeat(43)}`,
        campaignTitle: 'М',
        deadline: '2027-01-15',
      },
      {
        ...shared,
        org: 'Өзгөн',
        link: `https://t.me/bot?start=${'b'.repeat(43)}`,
        campaignTitle: null,
        deadline: null,
      },
    ],
  });
  expect(
    (await listInvitations(hall.database.read, NOW)).filter((one) => one.state === 'open'),
  ).toHaveLength(2);
  await hall.join(13, { role: 'officer', orgId: first });
  await hall.join(14, { role: 'officer', orgId: third });
  expect(await inviteAllOfficers(hall.work(), () => 'c'.repeat(43))).toEqual([]);
});

test('the readings of one organisation are not those of another', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  const other = await hall.organisation('Ак-Кыя');
  await hall.join(11, { role: 'officer', orgId });
  const member = await hall.join(
    21,
    { role: 'member', commissionId: await hall.commission() },
    'Мүчө',
  );
  const read = (action: string, org: number, actor: number) =>
    hall.work(actor).run((unit) => unit.audit({ action, subject: 'submission:1', orgId: org }));
  await read('submission.read', orgId, member);
  await read('submission.read', other, member);
  await read('answer.changed', orgId, member);
  await read('paper.downloaded', orgId, 0);
  const actor = await loadActor(hall.database.read, 11);
  const [scope] = actor ? organisationScopes(actor) : [];
  if (!scope) throw new Error('no scope');
  expect(await readingsOf(hall.database.read, scope)).toEqual([
    { at: NOW, action: 'paper.downloaded', name: null, owner: true },
    { at: NOW, action: 'submission.read', name: 'Мүчө', owner: false },
  ]);
  must(await erasePerson(hall.work(), member));
  expect((await readingsOf(hall.database.read, scope))[1]).toMatchObject({
    name: null,
    owner: false,
  });
});
