import { describe, expect, test } from 'vitest';
import { createReview } from '../../../src/flows/review/review.ts';
import { addFile, answerAll } from '../../support/answered.ts';
import { audited, buttonsOf, everything, owed, press, sendNow } from '../../support/journey.ts';
import { NOW, type Office, openOffice, type Who } from '../../support/visit.ts';

const { messages, cards } = createReview();
const GROUP = -100500;

async function submitted(options?: Parameters<typeof openOffice>[0]) {
  const office = await openOffice(options);
  await answerAll(office);
  const bytes = new TextEncoder().encode('%PDF-1.7 чаралар');
  const fileId = await addFile(office, '3.1', 'чаралар.pdf', bytes);
  await sendNow(office);
  return { office, fileId, bytes };
}

/** Renders the message owed last. */
async function lastOwed(office: Office, who: Who) {
  const last = (await owed(office)).at(-1);
  if (!last) throw new Error('Nothing is owed');
  const render = messages[last.kind];
  if (!render) throw new Error(`Nobody renders ${last.kind}`);
  return render(last.payload as Record<string, string>, office.recipient(who));
}
const revoke = (office: Office, who: Who) =>
  office.database.client.role.updateMany({
    where: { personId: office.id(who) },
    data: { revokedAt: 1 },
  });
const card = (office: Office, who: Who) =>
  cards['review.submission']?.('submission:1', office.recipient(who));

describe('a paper for a member', () => {
  test.each([
    ['rp.1.1.1', 'docx', 'ky'],
    ['rp.1.2.2', 'pdf', 'ru'],
    ['rp.1.3.1', 'xlsx', 'ky'],
    ['rp.1.4.2', 'json', 'ru'],
  ] as const)(
    '%s is owed, audited, and made from the very document',
    async (data, format, language) => {
      const { office } = await submitted();
      expect(await press(office, 'member', data)).toEqual({
        toast: 'Документ даярдалууда, бир аздан кийин ушул жерге келет.',
      });
      expect((await owed(office)).at(-1)).toEqual({
        kind: 'review.paper',
        personId: office.id('member'),
        payload: { submissionId: 1, format, language },
      });
      expect(await audited(office, 1)).toEqual([
        {
          actorId: office.id('member'),
          action: 'paper.downloaded',
          subject: 'submission:1',
          orgId: office.orgId,
        },
      ]);
      const { document } = await office.database.client.submission.findFirstOrThrow();
      expect(await lastOwed(office, 'member')).toEqual({
        kind: 'document',
        bytes: new Uint8Array([1]),
        fileName: `paper.${format}`,
        mime: 'application/octet-stream',
        caption: '№ 2026-0001 · Көк-Жар айыл өкмөтү',
      });
      const names = (['officer', 'head', 'member', 'secondMember', 'chair'] as const).map((who) =>
        office.id(who),
      );
      const [job] = office.jobs;
      expect(job).toMatchObject({ kind: 'submission', format, language, frozenJson: document });
      expect(job?.kind === 'submission' && job.names.map(([id]) => id)).toEqual(names);
    },
  );

  test('ten taps in a second order one; a minute later it may be ordered again', async () => {
    const { office } = await submitted();
    await Promise.all(Array.from({ length: 10 }, () => press(office, 'member', 'rp.1.1.1')));
    await press(office, 'member', 'rp.1.1.1', { now: NOW + 60_000 });
    expect((await owed(office)).filter(({ kind }) => kind === 'review.paper')).toHaveLength(2);
  });

  test('a forged format or language is refused', async () => {
    const { office } = await submitted();
    const before = await everything(office);
    for (const data of ['rp.1.0.1', 'rp.1.5.1', 'rp.1.1.0', 'rp.1.1.3']) {
      expect(await press(office, 'member', data)).toMatchObject({ alert: true });
    }
    expect(await everything(office)).toEqual(before);
  });

  test('is not sent to who is no member any more when its turn comes', async () => {
    const { office } = await submitted();
    await press(office, 'member', 'rp.1.1.1');
    await revoke(office, 'member');
    expect(await lastOwed(office, 'member')).toBeNull();
    expect(office.jobs).toEqual([]);
  });
});

describe('a file for a member', () => {
  test('is owed, audited, and arrives byte for byte', async () => {
    const { office, fileId, bytes } = await submitted();
    const data = `rf.1.${fileId.toString(36)}`;
    expect(await press(office, 'member', data)).toEqual({ toast: 'Файл азыр келет.' });
    expect(await audited(office, 1)).toEqual([
      {
        actorId: office.id('member'),
        action: 'file.downloaded',
        subject: `file:${fileId}`,
        orgId: office.orgId,
      },
    ]);
    const sent = await lastOwed(office, 'member');
    expect(sent).toEqual({
      kind: 'document',
      bytes: expect.anything(),
      fileName: 'чаралар.pdf',
      mime: 'application/pdf',
      caption: '№ 2026-0001 · Көк-Жар айыл өкмөтү · 3.1',
    });
    expect(sent?.kind === 'document' && Buffer.from(sent.bytes).equals(bytes)).toBe(true);
    await revoke(office, 'member');
    expect(await lastOwed(office, 'member')).toBeNull();
  });

  test('of another submission is not reached through this one', async () => {
    const { office } = await submitted();
    const stray = await office.database.client.storedFile.create({
      data: { path: 'x', name: 'x', mime: 'x', size: 1, sha256: 'x', keyId: 'x', createdAt: 0 },
    });
    await press(office, 'member', 'rs.1');
    const before = await everything(office);
    expect(await press(office, 'member', `rf.1.${stray.id.toString(36)}`)).toMatchObject({
      toast: expect.stringContaining('тиешелүү эмес'),
    });
    expect(await everything(office)).toEqual(before);
  });

  test('that was deleted since is said to be gone', async () => {
    const { office, fileId } = await submitted();
    await office.database.client.storedFile.updateMany({ data: { deletedAt: 1 } });
    expect(await press(office, 'member', `rf.1.${fileId.toString(36)}`)).toEqual({
      toast: 'Бул файл өчүрүлгөн. Аны мекемеден сураңыз же жеринде көрүңүз.',
      alert: true,
    });
  });
});

describe('a member’s card', () => {
  test('says what came and opens it', async () => {
    const { office } = await submitted();
    const shown = await card(office, 'member');
    expect(shown?.screen.text.split('\n').slice(0, 5)).toEqual([
      '<b>№ 2026-0001 · Көк-Жар айыл өкмөтү</b>',
      'Жөнөтүлдү: 12.01.2026, 10:30',
      'Азырынча эч ким ача элек',
      '',
      'Жооп берилди: 48 / 48',
    ]);
    expect(buttonsOf(shown?.screen)).toEqual([['Баалоону ачуу → rs.1']]);
    expect((await office.database.client.assessment.findFirstOrThrow()).state).toBe('submitted');
  });

  test('says nothing but that it was withdrawn, once it was', async () => {
    const { office } = await submitted();
    await press(office, 'officer', 'ws.1');
    expect(await card(office, 'member')).toEqual({
      screen: {
        text: '<b>№ 2026-0001 · Көк-Жар айыл өкмөтү</b>\nМекеме бул баалоону кайтарып алды.',
        rows: [],
      },
    });
  });

  test('is not drawn for who is no member of that commission', async () => {
    const { office } = await submitted();
    for (const who of ['otherMember', 'officer', 'head', 'operator'] as const) {
      expect(await card(office, who)).toBeNull();
    }
    await revoke(office, 'member');
    expect(await card(office, 'member')).toBeNull();
  });
});

describe('the group’s card', () => {
  const bind = (office: Office, isForum: boolean) =>
    office.database.client.boundGroup.create({
      data: {
        commissionId: office.commissionId,
        chatId: GROUP,
        isForum,
        boundAt: 0,
        boundBy: 1,
      },
    });
  const groupCard = (office: Office, chatId = GROUP) =>
    cards['review.group']?.('submission:1', office.group(chatId));

  test('says organisation, number and state, in the organisation’s topic of a forum', async () => {
    const { office } = await submitted({ campaign: { deadline: '2026-01-11' } });
    await bind(office, true);
    expect(await groupCard(office)).toEqual({
      screen: {
        text: '№ 2026-0001 · Көк-Жар айыл өкмөтү\nЖөнөтүлдү, каралышын күтүүдө\nКечигип келди',
        rows: [[{ text: 'Ботту ачуу', url: 'https://t.me/eskertkich_demo_bot' }]],
      },
      topic: { orgId: office.orgId, name: 'Көк-Жар айыл өкмөтү' },
    });
  });

  test('follows the submission, and in a plain group has no topic', async () => {
    const { office } = await submitted();
    await bind(office, false);
    await press(office, 'member', 'rs.1');
    expect((await groupCard(office))?.screen.text).toBe(
      '№ 2026-0001 · Көк-Жар айыл өкмөтү\nКаралууда',
    );
    expect(await groupCard(office)).not.toHaveProperty('topic');
    await office.database.client.submission.updateMany({ data: { withdrawnAt: 1 } });
    expect((await groupCard(office))?.screen.text).toBe(
      '№ 2026-0001 · Көк-Жар айыл өкмөтү\nКайтарып алынды',
    );
  });

  test('names no person, comment, document or score', async () => {
    const { office } = await submitted();
    await bind(office, true);
    await press(office, 'member', 'rs.1');
    const text = JSON.stringify(await groupCard(office));
    for (const secret of ['Жээнбеков', 'Өмүрова', 'чаралар', '№ 3.1/45', 'Ооба', '%']) {
      expect(text).not.toContain(secret);
    }
  });

  test('is not drawn in a group that is not the commission’s', async () => {
    const { office } = await submitted();
    expect(await groupCard(office)).toBeNull();
    await bind(office, true);
    expect(await groupCard(office, -1)).toBeNull();
    expect(await cards['review.group']?.('staff:1', office.group(GROUP))).toBeNull();
  });
});

describe('the operators’ word that nobody can receive a submission', () => {
  const without = ['member', 'secondMember', 'chair'] as const;
  const word = (office: Office, who: Who) =>
    messages['review.nobody']?.({ submissionId: 1 }, office.recipient(who));

  test('leads to the commission and shows no answers', async () => {
    const { office } = await submitted({ without });
    expect(await word(office, 'operator')).toEqual({
      kind: 'screen',
      screen: {
        text: '№ 2026-0001 · Көк-Жар айыл өкмөтү\nБул баалоону ала турган комиссия мүчөсү жок. Комиссиянын мүчөсүн чакырыңыз: кошулганда ага билдирүү келет.',
        rows: [[{ text: 'Комиссияны ачуу', data: `om.${office.commissionId}` }]],
      },
    });
  });

  test('is not for others, and not any more once it is opened or withdrawn', async () => {
    const { office } = await submitted({ without });
    expect(await word(office, 'officer')).toBeNull();
    await office.database.client.submission.updateMany({ data: { openedAt: 1 } });
    expect(await word(office, 'operator')).toBeNull();
  });
});
