import { describe, expect, test } from 'vitest';
import {
  cardsForNewGroup,
  cardsForNewMember,
} from '../../../src/domain/review/announcing.service.ts';
import { answerAll } from '../../support/answered.ts';
import { owed, press, sendNow } from '../../support/journey.ts';
import { type Office, openOffice } from '../../support/visit.ts';

const GROUP = -100500;

const cards = async ({ database: { client } }: Office) =>
  (await client.outboxCard.findMany({ orderBy: { id: 'asc' } })).map(
    ({ kind, subject, personId, chatId, wanted }) => ({
      kind,
      subject,
      to: personId || Number(chatId),
      wanted,
    }),
  );
const card = (to: number, wanted = 1) => ({
  kind: 'review.submission',
  subject: 'submission:1',
  to,
  wanted,
});
const assign = (office: Office, personId: number) =>
  office.database.client.participation.updateMany({
    where: { orgId: office.orgId },
    data: { assignedTo: personId },
  });
const bindGroup = (office: Office) =>
  office.database.client.boundGroup.create({
    data: {
      commissionId: office.commissionId,
      chatId: GROUP,
      isForum: true,
      boundAt: 0,
      boundBy: office.id('operator'),
    },
  });
const joins = (office: Office, who: 'member' | 'chair') =>
  office.database.client.role.create({
    data: {
      kind: who,
      commissionId: office.commissionId,
      personId: office.id(who),
      createdAt: 0,
    },
  });
const nobody = { without: ['member', 'secondMember', 'chair'] } as const;

describe('a submission', () => {
  test('gets a card to every member and the chair of its commission, and to nobody else', async () => {
    const office = await openOffice();
    await answerAll(office);
    await sendNow(office);
    expect(await cards(office)).toEqual([
      card(office.id('member')),
      card(office.id('secondMember')),
      card(office.id('chair')),
    ]);
    expect(await owed(office)).toEqual([]);
  });

  test('that is assigned goes to that member alone', async () => {
    const office = await openOffice();
    await assign(office, office.id('secondMember'));
    await answerAll(office);
    await sendNow(office);
    expect(await cards(office)).toEqual([card(office.id('secondMember'))]);
  });

  test('assigned to somebody who is no member any more goes to all', async () => {
    const office = await openOffice();
    await assign(office, office.id('otherMember'));
    await answerAll(office);
    await sendNow(office);
    expect((await cards(office)).map(({ to }) => to)).toEqual([
      office.id('member'),
      office.id('secondMember'),
      office.id('chair'),
    ]);
  });

  test('gets one card for a person who is member and chair', async () => {
    const office = await openOffice({ without: ['secondMember', 'chair'] });
    await office.database.client.role.create({
      data: {
        kind: 'chair',
        commissionId: office.commissionId,
        personId: office.id('member'),
        createdAt: 0,
      },
    });
    await answerAll(office);
    await sendNow(office);
    expect(await cards(office)).toEqual([card(office.id('member'))]);
  });

  test('gets a status card in the bound group', async () => {
    const office = await openOffice();
    await bindGroup(office);
    await answerAll(office);
    await sendNow(office);
    expect((await cards(office)).at(-1)).toEqual({ ...card(GROUP), kind: 'review.group' });
  });

  test('that nobody can receive is told to every operator once, and waits', async () => {
    const office = await openOffice(nobody);
    await answerAll(office);
    await sendNow(office);
    await sendNow(office);
    expect(await cards(office)).toEqual([]);
    expect(await owed(office)).toEqual([
      { kind: 'review.nobody', personId: office.id('operator'), payload: { submissionId: 1 } },
    ]);
  });

  test('whose members have all blocked the bot is told to the operators too', async () => {
    const office = await openOffice({ without: ['secondMember', 'chair'] });
    await office.database.client.person.update({
      where: { id: office.id('member') },
      data: { unreachableAt: 1 },
    });
    await answerAll(office);
    await sendNow(office);
    expect(await cards(office)).toEqual([card(office.id('member'))]);
    expect(await owed(office)).toMatchObject([{ kind: 'review.nobody' }]);
  });

  test('has its cards redrawn when it is opened and when it is withdrawn', async () => {
    const office = await openOffice({ without: ['secondMember', 'chair'] });
    await bindGroup(office);
    await answerAll(office);
    await sendNow(office);
    await press(office, 'officer', 'ws.1');
    expect((await cards(office)).map(({ wanted }) => wanted)).toEqual([2, 2]);
    await sendNow(office);
    await press(office, 'member', 'rs.2');
    await press(office, 'member', 'rs.2');
    expect((await cards(office)).slice(2).map(({ subject, wanted }) => [subject, wanted])).toEqual([
      ['submission:2', 2],
      ['submission:2', 2],
    ]);
  });
});

describe('who joins later', () => {
  const joined = async (office: Office, who: 'member' | 'chair', commissionId?: number) => {
    await joins(office, who);
    await office
      .work(null)
      .run((unit) => cardsForNewMember(unit, office.id(who), commissionId ?? office.commissionId));
  };

  test('gets the cards of what waits', async () => {
    const office = await openOffice(nobody);
    await answerAll(office);
    await sendNow(office);
    await joined(office, 'member');
    await joined(office, 'chair');
    expect(await cards(office)).toEqual([card(office.id('member')), card(office.id('chair'))]);
  });

  test.each([
    ['withdrawn', { withdrawnAt: 1 }],
    ['opened', { openedAt: 1 }],
  ] as const)('gets none of what is %s', async (_state, data) => {
    const office = await openOffice(nobody);
    await answerAll(office);
    await sendNow(office);
    await office.database.client.submission.updateMany({ data });
    await joined(office, 'member');
    expect(await cards(office)).toEqual([]);
  });

  test('gets none of what is assigned to another, nor of another commission', async () => {
    const office = await openOffice(nobody);
    await assign(office, office.id('secondMember'));
    await answerAll(office);
    await sendNow(office);
    await joined(office, 'member');
    await joined(office, 'chair', office.otherCommissionId);
    expect(await cards(office)).toEqual([]);
  });

  test('a group bound later gets the status cards of what waits', async () => {
    const office = await openOffice(nobody);
    await answerAll(office);
    await sendNow(office);
    await office.work(null).run((unit) => cardsForNewGroup(unit, office.commissionId));
    expect(await cards(office)).toEqual([]);
    await bindGroup(office);
    await office.work(null).run((unit) => cardsForNewGroup(unit, office.commissionId));
    expect(await cards(office)).toEqual([{ ...card(GROUP), kind: 'review.group' }]);
  });
});
