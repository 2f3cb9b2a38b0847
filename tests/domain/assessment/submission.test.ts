import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { organisationScopes } from '../../../src/domain/access/rules.ts';
import type { FrozenSubmission } from '../../../src/domain/assessment/frozen.model.ts';
import { itemsIn, sealed } from '../../../src/domain/assessment/frozen.rules.ts';
import { submit, withdraw } from '../../../src/domain/assessment/submission.service.ts';
import { newestEvent } from '../../../src/domain/assessment/answers.store.ts';
import { openSubmission } from '../../../src/domain/review/reading.service.ts';
import { commissionScopes } from '../../../src/domain/access/rules.ts';
import { verifyJournal } from '../../../src/domain/audit/service.ts';
import { FORMULA } from '../../../src/domain/assessment/score.rules.ts';
import { addFile, addReference, answer, answerAll } from '../../support/answered.ts';
import { NOW, type Office, openOffice, type Who } from '../../support/visit.ts';

const DAY = 24 * 60 * 60 * 1000;

async function send(
  office: Office,
  who: Who | 'stranger' = 'officer',
  { now = NOW, seen }: { now?: number; seen?: number } = {},
) {
  const { work, actor, around, language } = await office.visit(who, { now });
  return submit(work, organisationScopes(actor), {
    assessmentId: office.assessmentId,
    seen: seen ?? (await newestEvent(office.database.read, office.assessmentId)),
    edition: around.edition,
    timeZone: around.timeZone,
    language,
    operatorIds: around.operatorIds,
  });
}

async function takeBack(office: Office, submissionId: number, who: Who = 'officer') {
  const { work, actor } = await office.visit(who);
  return withdraw(work, organisationScopes(actor), submissionId);
}

async function openAs(office: Office, who: Who, submissionId: number) {
  const { work, actor } = await office.visit(who);
  return openSubmission(work, commissionScopes(actor), submissionId, null);
}

const rows = (office: Office) => office.database.client.submission.findMany();
const state = async (office: Office) =>
  (
    await office.database.client.assessment.findUniqueOrThrow({
      where: { id: office.assessmentId },
    })
  ).state;
/** Everything that submitting could touch. */
const everything = async ({ database: { client } }: Office) => ({
  submissions: await client.submission.findMany(),
  assessments: await client.assessment.findMany(),
  messages: await client.outboxMessage.findMany(),
  cards: await client.outboxCard.findMany(),
  settings: await client.setting.findMany(),
  audit: await client.auditEntry.findMany(),
});

describe('submitting', () => {
  test('freezes every answer, comment, plan, reason and document of a full walk', async () => {
    const office = await openOffice();
    const me = `@me:${office.id('officer')}`;
    await answerAll(office, {
      '2.4': { rating: 'no-case' },
      '3.1': {
        rating: 'partly',
        comment: 'Долбоору даяр',
        planWhat: '@prepare-document',
        planWho: me,
        planUntil: '2026-03-15',
      },
      '3.2': { rating: 'no', parts: 0, planWhat: 'Программа түзүү', planWho: '@head' },
      '3.3': { rating: 'partly', numbers: '31 4', planWho: 'Кадырова А.' },
      '7.3': { rating: 'not-applicable', reason: '@other-organisation' },
      '8.1': { rating: 'not-applicable', reason: '@жок мындай фраза' },
      '10.2': { rating: 'yes', fact: 1 },
      '12.3': { rating: 'yes', numbers: '30 3 27' },
      '12.4': { rating: 'partly', parts: 0b111011 },
      '12.8': { rating: 'partly', numbers: '27 26' },
    });
    const fileId = await addFile(office, '1.1', 'түзүм.pdf', new TextEncoder().encode('%PDF-1.7'));
    expect(await send(office)).toEqual({
      ok: true,
      value: { submissionId: 1, number: '2026-0001', written: true },
    });
    const [row] = await rows(office);
    const document = JSON.parse(row?.document ?? '') as FrozenSubmission;
    const { directions, ...head } = document;
    const { edition } = office;
    const people = { officer: office.id('officer'), head: office.id('head') };
    expect(head).toEqual({
      schema: 2,
      number: '2026-0001',
      submittedAt: '2026-01-12T04:30:00.000Z',
      submittedOn: '2026-01-12',
      submittedTime: '10:30',
      submittedBy: people.officer,
      confirmedBy: null,
      late: false,
      language: 'ky',
      checklist: {
        id: edition.id,
        edition: edition.edition,
        title: edition.title,
        preamble: edition.preamble,
        preambleTranslated: edition.preambleTranslated,
      },
      campaign: {
        id: office.campaignId,
        title: '2026-жылдын пландуу мониторинги',
        basis: '2025-жылдын 20-декабрындагы № 114 буйрук',
        kind: 'planned',
        periodFrom: '2023-01-01',
        periodTo: '2025-12-31',
        opensOn: '2026-01-05',
        deadline: '2026-01-15',
        paper: 'Маалымкат',
        contactPhone: '+996 312 00 00 00',
        commission: {
          id: office.commissionId,
          name: 'Нарын облусу боюнча жумушчу комиссия',
          members: [
            { personId: office.id('chair'), post: 'chair' },
            { personId: office.id('member'), post: 'member' },
            { personId: office.id('secondMember'), post: 'member' },
          ],
        },
      },
      organisation: {
        id: office.orgId,
        name: 'Көк-Жар айыл өкмөтү',
        kind: 'municipal',
        region: 'naryn',
        district: 'Ат-Башы району',
        heads: [people.head],
      },
      counts: {
        yes: 40,
        partly: 4,
        no: 1,
        'no-case': 1,
        'not-applicable': 2,
        total: 48,
        answered: 48,
      },
      // Directions 3 (5 items: ½ + 0 + ½ + 1 + 1 = ⅗) and 12 (12 items, two of them ½ = 11/12), others 1.
      score: { numerator: 811, denominator: 840 },
      formula: FORMULA,
      contradictions: [
        {
          id: 'staff-trained-against-actual',
          items: ['3.3', '12.8'],
          text: edition.contradictions.find(({ id }) => id === 'staff-trained-against-actual')
            ?.text,
          explanation: null,
        },
      ],
      register: null,
    });

    const given = new Map(itemsIn({ directions }).map((item) => [item.id, item]));
    const answeredAt = '2026-01-12T04:30:00.000Z';
    const by = { answeredBy: people.officer, answeredAt, revision: 1 };
    const words = (id: string) => {
      const item = edition.directions
        .flatMap(({ groups }) => groups.flatMap((group) => group.items))
        .find((one) => one.id === id);
      if (!item) throw new Error(id);
      return item;
    };
    const bare = (id: string) => {
      const { type, memo, question, parts, numbers } = words(id);
      return {
        id,
        type,
        memo,
        question,
        answerLabel: null,
        parts: parts.map((label) => ({ label, ticked: false })),
        numbers: (numbers?.labels ?? []).map((label) => ({
          label,
          value: null,
          register: null,
        })),
        comment: null,
        reason: null,
        plan: null,
        evidence: [],
        ...by,
      };
    };
    const reference = (id: string) => ({ kind: 'reference', text: `№ ${id}/45, 12.03.2025` });
    expect(given.get('1.1')).toEqual({
      ...bare('1.1'),
      rating: 'yes',
      parts: words('1.1').parts.map((label) => ({ label, ticked: true })),
      evidence: [
        reference('1.1'),
        {
          kind: 'file',
          fileId,
          name: 'түзүм.pdf',
          size: 8,
          sha256: createHash('sha256').update('%PDF-1.7').digest('hex'),
          caption: 'Түзүм',
        },
      ],
    });
    expect(given.get('2.4')).toEqual({
      ...bare('2.4'),
      rating: 'no-case',
      answerLabel: words('2.4').noCase,
    });
    expect(given.get('3.1')).toEqual({
      ...bare('3.1'),
      rating: 'partly',
      comment: 'Долбоору даяр',
      plan: {
        what: {
          ky: 'Документти даярдап, бекитүү',
          ru: 'Подготовить и утвердить документ',
          en: 'Prepare and approve the document',
        },
        who: { kind: 'person', personId: people.officer },
        until: '2026-03-15',
      },
    });
    expect(given.get('3.2')).toEqual({
      ...bare('3.2'),
      rating: 'no',
      answerLabel: words('3.2').no,
      plan: { what: 'Программа түзүү', who: { kind: 'head' }, until: null },
    });
    expect(given.get('3.3')).toEqual({
      ...bare('3.3'),
      rating: 'partly',
      numbers: words('3.3').numbers?.labels.map((label, at) => ({
        label,
        value: [31, 4][at],
        register: null,
      })),
      plan: { what: null, who: { kind: 'named', name: 'Кадырова А.' }, until: null },
    });
    expect(given.get('7.3')).toEqual({
      ...bare('7.3'),
      rating: 'not-applicable',
      reason: {
        ky: 'Башка мекеме аткарат',
        ru: 'Это выполняет другая организация',
        en: 'Another organisation does this',
      },
    });
    expect(given.get('8.1')?.reason).toBe('@жок мындай фраза');
    expect(given.get('10.2')).toEqual({
      ...bare('10.2'),
      rating: 'yes',
      answerLabel: words('10.2').facts[0]?.label,
    });
    expect(given.get('12.4')).toEqual({
      ...bare('12.4'),
      rating: 'partly',
      parts: words('12.4').parts.map((label, at) => ({
        label,
        ticked: [true, true, false, true, true, true, false, false][at],
      })),
    });
    expect([...given.keys()]).toEqual(
      edition.directions.flatMap(({ groups }) =>
        groups.flatMap((group) => group.items.map(({ id }) => id)),
      ),
    );
    expect(directions.map(({ groups: _groups, ...direction }) => direction)).toEqual(
      edition.directions.map(({ number, slug, title, heading, memoHeading, note }) => ({
        number,
        slug,
        title,
        heading,
        memoHeading,
        note,
      })),
    );
  });

  test('keeps the very text that was hashed, which the same answers give again', async () => {
    const office = await openOffice();
    await answerAll(office);
    await send(office);
    const [row] = await rows(office);
    const text = row?.document ?? '';
    expect(row?.sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    expect(sealed(JSON.parse(text) as FrozenSubmission)).toEqual({ text, sha256: row?.sha256 });
    expect({ ...row, document: null }).toEqual({
      id: 1,
      number: '2026-0001',
      assessmentId: office.assessmentId,
      schema: 2,
      document: null,
      sha256: row?.sha256,
      submittedAt: BigInt(NOW),
      submittedBy: office.id('officer'),
      late: false,
      openedAt: null,
      openedBy: null,
      withdrawnAt: null,
    });
  });

  test('locks the answers', async () => {
    const office = await openOffice();
    await answerAll(office);
    await send(office);
    expect(await state(office)).toBe('submitted');
    await expect(answer(office, '3.1', { rating: 'no' })).rejects.toThrow('locked');
  });

  test('twice, by two taps at once, submits once', async () => {
    const office = await openOffice();
    await answerAll(office);
    const both = await Promise.all([send(office), send(office, 'secondOfficer')]);
    expect(both).toEqual([
      { ok: true, value: { submissionId: 1, number: '2026-0001', written: true } },
      { ok: true, value: { submissionId: 1, number: '2026-0001', written: false } },
    ]);
    const before = await everything(office);
    expect(before.submissions).toHaveLength(1);
    await send(office);
    expect(await everything(office)).toEqual(before);
  });

  test('a failure half-way leaves nothing, and the number is not used up', async () => {
    const office = await openOffice();
    await answerAll(office);
    const before = await everything(office);
    const { work, actor, around, language } = await office.visit('officer');
    const request = {
      assessmentId: office.assessmentId,
      seen: await newestEvent(office.database.read, office.assessmentId),
      edition: around.edition,
      timeZone: around.timeZone,
      language,
      operatorIds: [],
    };
    const broken = {
      ...work,
      run: <T>(change: Parameters<typeof work.run<T>>[0]) =>
        work.run((unit) =>
          change({ ...unit, refreshCard: () => Promise.reject(new Error('power cut')) }),
        ),
    };
    await expect(submit(broken, organisationScopes(actor), request)).rejects.toThrow('power cut');
    expect(await everything(office)).toEqual(before);
    expect(await send(office)).toMatchObject({ value: { number: '2026-0001' } });
  });

  test('refuses while an item is unanswered, and says how many', async () => {
    const office = await openOffice();
    await answerAll(office, { '14.3': { comment: 'кийин' }, '14.4': { later: true } });
    const before = await everything(office);
    expect(await send(office)).toEqual({
      ok: false,
      error: { code: 'submission.incomplete', values: { missing: 2 } },
    });
    expect(await everything(office)).toEqual(before);
  });

  test('refuses when an answer changed after the question was asked', async () => {
    const office = await openOffice();
    await answerAll(office);
    const seen = await newestEvent(office.database.read, office.assessmentId);
    await answer(office, '3.1', { rating: 'no' });
    const before = await everything(office);
    expect(await send(office, 'officer', { seen })).toEqual({
      ok: false,
      error: { code: 'submission.changed' },
    });
    expect(await everything(office)).toEqual(before);
  });

  test.each<Who | 'stranger'>([
    'head',
    'contributor',
    'otherOfficer',
    'member',
    'chair',
    'operator',
    'stranger',
  ])('is not for the %s', async (who) => {
    const office = await openOffice();
    await answerAll(office);
    const before = await everything(office);
    expect(await send(office, who)).toEqual({ ok: false, error: { code: 'submission.foreign' } });
    expect(await everything(office)).toEqual(before);
  });

  test('refuses in a closed monitoring', async () => {
    const office = await openOffice();
    await answerAll(office);
    await office.database.client.campaign.updateMany({ data: { closedAt: 1n } });
    expect(await send(office)).toEqual({ ok: false, error: { code: 'submission.closed' } });
    expect(await rows(office)).toEqual([]);
  });

  test('is late from the day after the deadline, by the local calendar', async () => {
    const office = await openOffice();
    await answerAll(office);
    // 15 January 2026, 23:59 in Bishkek is still the day of the deadline.
    const lastMinute = Date.UTC(2026, 0, 15, 17, 59);
    await send(office, 'officer', { now: lastMinute });
    await takeBack(office, 1);
    await send(office, 'officer', { now: lastMinute + 60_000 });
    expect((await rows(office)).map(({ late }) => late)).toEqual([false, true]);
    const documents = (await rows(office)).map(
      ({ document }) => JSON.parse(document) as FrozenSubmission,
    );
    expect(documents.map(({ late, submittedOn }) => ({ late, submittedOn }))).toEqual([
      { late: false, submittedOn: '2026-01-15' },
      { late: true, submittedOn: '2026-01-16' },
    ]);
  });

  test('numbers run without gaps within the year of the local calendar', async () => {
    const office = await openOffice();
    await answerAll(office);
    const newYear = Date.UTC(2026, 11, 31, 18, 0);
    for (const [id, now] of [NOW, NOW, newYear - 1, newYear, newYear + DAY].entries()) {
      await send(office, 'officer', { now });
      await takeBack(office, id + 1);
    }
    expect((await rows(office)).map(({ number }) => number)).toEqual([
      '2026-0001',
      '2026-0002',
      '2026-0003',
      '2027-0001',
      '2027-0002',
    ]);
  });

  test('is audited with the organisation, and the chain holds', async () => {
    const office = await openOffice();
    await answerAll(office);
    await send(office);
    const last = await office.database.client.auditEntry.findFirstOrThrow({
      orderBy: { seq: 'desc' },
    });
    expect(last).toMatchObject({
      actorId: office.id('officer'),
      action: 'submission.submitted',
      subject: 'submission:1',
      orgId: office.orgId,
    });
    expect(await verifyJournal(office.database.read, 'key', null)).toMatchObject({ fault: null });
  });
});

describe('withdrawing', () => {
  test('opens the answers again and keeps the number used', async () => {
    const office = await openOffice();
    await answerAll(office);
    await send(office);
    expect(await takeBack(office, 1, 'secondOfficer')).toEqual({
      ok: true,
      value: { assessmentId: office.assessmentId },
    });
    expect(await state(office)).toBe('draft');
    expect((await rows(office)).map(({ withdrawnAt }) => withdrawnAt)).toEqual([BigInt(NOW)]);
    await answer(office, '3.1', { rating: 'no' });
    expect(await send(office)).toMatchObject({ value: { number: '2026-0002', written: true } });
  });

  test('twice is once', async () => {
    const office = await openOffice();
    await answerAll(office);
    await send(office);
    await takeBack(office, 1);
    const before = await everything(office);
    expect(await takeBack(office, 1)).toMatchObject({ ok: true });
    expect(await everything(office)).toEqual(before);
  });

  test('an old button does not withdraw what was sent anew', async () => {
    const office = await openOffice();
    await answerAll(office);
    await send(office);
    await takeBack(office, 1);
    await send(office);
    expect(await takeBack(office, 1)).toMatchObject({ ok: true });
    expect(await state(office)).toBe('submitted');
  });

  test('is too late once a member has opened it', async () => {
    const office = await openOffice();
    await answerAll(office);
    await send(office);
    await openAs(office, 'member', 1);
    const before = await everything(office);
    expect(await takeBack(office, 1)).toEqual({
      ok: false,
      error: { code: 'submission.opened', values: { at: NOW } },
    });
    expect(await everything(office)).toEqual(before);
  });

  test('and opening at the same moment: one of them wins, never both', async () => {
    const office = await openOffice();
    await answerAll(office);
    await send(office);
    const [withdrawn, opened] = await Promise.all([
      takeBack(office, 1),
      openAs(office, 'member', 1),
    ]);
    expect([withdrawn.ok, opened.ok].filter(Boolean)).toHaveLength(1);
    const [row] = await rows(office);
    expect((row?.openedAt === null) === (row?.withdrawnAt !== null)).toBe(true);
  });

  test.each<Who>(['head', 'contributor', 'otherOfficer', 'member', 'chair', 'operator'])(
    'is not for the %s',
    async (who) => {
      const office = await openOffice();
      await answerAll(office);
      await send(office);
      const before = await everything(office);
      expect(await takeBack(office, 1, who)).toEqual({
        ok: false,
        error: { code: 'submission.foreign' },
      });
      expect(await everything(office)).toEqual(before);
    },
  );
});

test('a document added after the check is in what is frozen', async () => {
  const office = await openOffice();
  await answerAll(office);
  const seen = await newestEvent(office.database.read, office.assessmentId);
  await addReference(office, '3.1', '№ 7');
  await send(office, 'officer', { seen });
  const [row] = await rows(office);
  const document = JSON.parse(row?.document ?? '') as FrozenSubmission;
  expect(itemsIn(document).find(({ id }) => id === '3.1')?.evidence).toEqual([
    { kind: 'reference', text: '№ 3.1/45, 12.03.2025' },
    { kind: 'reference', text: '№ 7' },
  ]);
});
