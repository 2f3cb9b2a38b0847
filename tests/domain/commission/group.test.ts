import { expect, test } from 'vitest';
import { loadActor } from '../../../src/domain/access/actor.service.ts';
import { operatorScope } from '../../../src/domain/access/rules.ts';
import { markUnreachable } from '../../../src/domain/access/reachability.service.ts';
import { bindGroup, moveGroup, unbindGroup } from '../../../src/domain/commission/group.service.ts';
import { addCommission, commissionById } from '../../../src/domain/commission/service.ts';
import { unreceivedSubmissions } from '../../../src/domain/commission/unreceived.service.ts';
import { DAY, must, openHall } from '../../support/hall.ts';

const GROUP = { id: -1001, isForum: true };

async function hallWithToken() {
  const hall = await openHall();
  const commissionId = await hall.commission();
  const token = await hall.token({ role: 'group', commissionId });
  const bound = () =>
    hall.database.client.boundGroup.findMany({ orderBy: { commissionId: 'asc' } });
  return { hall, commissionId, token, bound };
}

test('a startgroup link binds the group it comes to, once', async () => {
  const { hall, commissionId, token, bound } = await hallWithToken();
  expect(await bindGroup(hall.work(), token, GROUP)).toEqual({ ok: true, value: commissionId });
  expect(await bound()).toMatchObject([{ commissionId, chatId: -1001n, isForum: true }]);
  expect(await commissionById(hall.database.read, commissionId)).toMatchObject({ group: true });
  expect(await bindGroup(hall.work(), token, { ...GROUP, id: -1002 })).toEqual({
    ok: false,
    error: { code: 'group.tokenExpired' },
  });
  expect(await bound()).toMatchObject([{ chatId: -1001n }]);
});

test('a fresh link moves the commission to another group', async () => {
  const { hall, commissionId, token, bound } = await hallWithToken();
  must(await bindGroup(hall.work(), token, GROUP));
  const second = await hall.token({ role: 'group', commissionId });
  must(await bindGroup(hall.work(), second, { id: -1002, isForum: false }));
  expect(await bound()).toMatchObject([{ commissionId, chatId: -1002n, isForum: false }]);
});

test('a group of one commission is not taken by another; the link stays usable', async () => {
  const { hall, token, bound } = await hallWithToken();
  must(await bindGroup(hall.work(), token, GROUP));
  const other = await hall.commission('Экинчи');
  const otherToken = await hall.token({ role: 'group', commissionId: other });
  expect(await bindGroup(hall.work(), otherToken, GROUP)).toEqual({
    ok: false,
    error: { code: 'group.taken' },
  });
  expect(await bindGroup(hall.work(), otherToken, { ...GROUP, id: -5 })).toMatchObject({
    ok: true,
  });
  expect(await bound()).toHaveLength(2);
});

test('wrong, expired and personal tokens bind nothing', async () => {
  const { hall, commissionId, token, bound } = await hallWithToken();
  const personal = await hall.token({ role: 'member', commissionId });
  for (const wrong of ['', token.slice(1), personal]) {
    expect(await bindGroup(hall.work(), wrong, GROUP)).toEqual({
      ok: false,
      error: { code: 'group.tokenUnknown' },
    });
  }
  hall.at += 30 * DAY;
  expect(await bindGroup(hall.work(), token, GROUP)).toEqual({
    ok: false,
    error: { code: 'group.tokenExpired' },
  });
  expect(await bound()).toEqual([]);
});

test('a group follows to its supergroup and goes when the bot is removed', async () => {
  const { hall, token, bound } = await hallWithToken();
  must(await bindGroup(hall.work(), token, GROUP));
  await hall.database.client.groupTopic.create({ data: { chatId: -1001n, orgId: 1, threadId: 7 } });
  await moveGroup(hall.work(), -1001, -2002);
  expect(await bound()).toMatchObject([{ chatId: -2002n }]);
  expect(await hall.database.client.groupTopic.count()).toBe(0);
  const before = await hall.actions();
  await unbindGroup(hall.work(), -1001);
  expect(await hall.actions()).toEqual(before);
  await unbindGroup(hall.work(), -2002);
  expect(await bound()).toEqual([]);
});

test('an empty or endless name is refused', async () => {
  const hall = await openHall();
  const code = async (name: string) => {
    const added = await addCommission(hall.work(), name);
    return added.ok ? null : added.error.code;
  };
  expect(await code('\u200B ')).toBe('commission.nameEmpty');
  expect(await code('к'.repeat(121))).toBe('commission.nameLong');
  expect(await code('к'.repeat(120))).toBeNull();
});

test('a submission is without a recipient until a member Telegram reaches has joined', async () => {
  const hall = await openHall();
  const orgId = await hall.organisation('Көк-Жар');
  const campaignId = await hall.campaign();
  const { client, read } = hall.database;
  const { id: assessmentId } = await client.assessment.create({
    data: { campaignId, orgId, state: 'submitted', createdAt: 1n },
  });
  await client.submission.create({
    data: {
      number: '2026-0001',
      assessmentId,
      schema: 1,
      document: '{}',
      sha256: 'x',
      submittedAt: 1n,
      submittedBy: 1,
      late: false,
    },
  });
  await hall.join(901, { role: 'operator' });
  const operator = await loadActor(read, 901);
  const scope = operator && operatorScope(operator, []);
  if (!scope) throw new Error('no scope');
  const waiting = [
    {
      number: '2026-0001',
      organisation: 'Көк-Жар',
      commissionId: 1,
      commission: 'Мониторинг 2026',
    },
  ];
  const numbered = () => unreceivedSubmissions(read, scope);
  expect(await numbered()).toEqual(waiting);
  const member = await hall.join(21, { role: 'member', commissionId: 1 });
  expect(await numbered()).toEqual([]);
  await markUnreachable(hall.work(), member, []);
  expect(await numbered()).toEqual(waiting);
  await hall.join(22, { role: 'chair', commissionId: await hall.commission('Башка') });
  expect(await numbered()).toEqual(waiting);
});
