import { describe, expect, test } from 'vitest';
import { createReview } from '../../../src/flows/review/review.ts';
import { addFile, answerAll } from '../../support/answered.ts';
import { audited, buttonsOf, everything, owed, press, sendNow } from '../../support/journey.ts';
import { NOW, openOffice, type Who } from '../../support/visit.ts';

const HOUR = 60 * 60 * 1000;
const NOT_YOURS =
  'Бул баскыч Сизге тиешелүү эмес, эч нерсе өзгөргөн жок. Өз баракчаңызды ачыңыз: /menu.';

async function submitted(options?: Parameters<typeof openOffice>[0]) {
  const office = await openOffice(options);
  await answerAll(office, {
    '2.4': { rating: 'no-case' },
    '3.1': {
      rating: 'partly',
      comment: 'A & B <b>',
      planWhat: '@prepare-document',
      planWho: `@me:${office.id('officer')}`,
      planUntil: '2026-03-15',
    },
    '3.3': { rating: 'no', numbers: '31 31' },
    '7.3': { rating: 'not-applicable', reason: '@other-organisation' },
  });
  const fileId = await addFile(office, '3.1', 'чаралар.pdf', new Uint8Array(2048));
  await sendNow(office);
  return { office, fileId };
}

const none = 'Азырынча жөнөтүлгөн баалоо жок. Мекеме жөнөткөндө Сизге билдирүү келет.';

describe('the list', () => {
  test('shows what waits, how long, and what came late', async () => {
    const office = await openOffice({ campaign: { deadline: '2026-01-10' } });
    await answerAll(office);
    await sendNow(office);
    const { screen } = await press(office, 'member', 'r.0', { now: NOW + 49 * HOUR });
    expect(screen?.text).toBe('<b>Мекемелер: 1</b>\nКүтүүдө 1 · каралууда 0');
    expect(buttonsOf(screen)).toEqual([['Көк-Жар АӨ · 2 күн · кечикти → rs.1'], ['Башкы бет → h']]);
  });

  test('goes by pages of eight, the waiting before the opened', async () => {
    const { office } = await submitted();
    const { client } = office.database;
    const { document } = await client.submission.findFirstOrThrow();
    for (let n = 2; n <= 18; n++) {
      const org = await client.organisation.create({
        data: {
          name: `Айыл ${n}`,
          searchName: '',
          kind: 'municipal',
          region: 'naryn',
          createdAt: 0,
        },
      });
      const { id } = await client.assessment.create({
        data: { campaignId: office.campaignId, orgId: org.id, state: 'submitted', createdAt: 0 },
      });
      await client.submission.create({
        data: {
          number: `2026-${n}`,
          assessmentId: id,
          schema: 1,
          document,
          sha256: '',
          submittedAt: NOW + n,
          submittedBy: 1,
          late: false,
          ...(n === 2 ? { openedAt: NOW } : {}),
        },
      });
    }
    const pages = [];
    for (const page of ['r.0', 'r.1', 'r.2', 'r.9']) {
      pages.push(buttonsOf((await press(office, 'chair', page)).screen));
    }
    expect(pages.map((rows) => rows.length)).toEqual([10, 10, 4, 4]);
    expect(pages[0]?.[0]).toEqual(['Көк-Жар АӨ · бүгүн → rs.1']);
    expect(pages[0]?.[8]).toEqual(['9–16 › → r.1']);
    expect(pages[1]?.[8]).toEqual(['‹ 1–8 → r.0', '17–18 › → r.2']);
    expect(pages[2]?.slice(0, 3)).toEqual([
      ['Айыл 18 · бүгүн → rs.i'],
      ['Айыл 2 · каралууда → rs.2'],
      ['‹ 9–16 → r.1'],
    ]);
    expect(pages[3]).toEqual(pages[2]);
  });

  test('hides what is assigned to another member, but not from the chair', async () => {
    const { office } = await submitted();
    await office.database.client.participation.updateMany({
      data: { assignedTo: office.id('secondMember') },
    });
    expect((await press(office, 'member', 'r.0')).screen?.text).toBe(none);
    expect((await press(office, 'secondMember', 'r.0')).screen?.text).not.toBe(none);
    expect((await press(office, 'chair', 'r.0')).screen?.text).not.toBe(none);
  });

  test('is empty for a member of another commission, and closed to everybody else', async () => {
    const { office } = await submitted();
    expect((await press(office, 'otherMember', 'r.0')).screen?.text).toBe(none);
    for (const who of ['officer', 'head', 'contributor', 'operator', 'stranger'] as const) {
      expect((await createReview().review(await office.visit(who))).screen?.text).toBe(
        'Бул бөлүм комиссиянын мүчөлөрү үчүн. Өз баракчаңыз: /menu.',
      );
    }
  });
});

describe('opening a submission', () => {
  test('shows how it was answered, what deserves an eye, and its papers', async () => {
    const { office } = await submitted();
    const { screen, fresh } = await press(office, 'member', 'rs.1');
    expect(fresh).toBeUndefined();
    expect(screen?.text).toBe(
      [
        '<b>№ 2026-0001 · Көк-Жар айыл өкмөтү</b>',
        'Жөнөтүлдү: 12.01.2026, 10:30',
        'Ачты: Жээнбеков Эрлан, 12.01.2026, 10:30',
        '',
        'Жооп берилди: 48 / 48',
        'Ооба 44 · жарым-жартылай 1 · жок 1',
        'болгон эмес 1 · тиешеси жок 1',
        'Талаптарга ылайыктык: 98 %',
        '(маалымат үчүн, расмий баа эмес)',
        '<blockquote expandable>Эсептөө тартиби: ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттар боюнча орточо баалардын орточосу.</blockquote>',
        '',
        'Көңүл буруу керек: 2',
        '• «тиешеси жок» – 1',
        '• чарасы же мөөнөтү жок – 1',
      ].join('\n'),
    );
    expect(buttonsOf(screen)).toEqual([
      ['Багыттар боюнча → rd.1.0'],
      ['Word · кыргызча → rp.1.1.1', 'Word · орусча → rp.1.1.2'],
      ['PDF · кыргызча → rp.1.2.1', 'PDF · орусча → rp.1.2.2'],
      ['Excel · кыргызча → rp.1.3.1', 'Excel · орусча → rp.1.3.2'],
      ['JSON → rp.1.4.1'],
      ['Мекемелердин тизмеси → r.0'],
    ]);
  });

  test('for the first time marks it opened, tells the officers once, and is audited each time', async () => {
    const { office } = await submitted();
    await press(office, 'member', 'rs.1');
    await press(office, 'chair', 'rs.1', { now: NOW + HOUR });
    const { client } = office.database;
    expect(await client.submission.findMany({ omit: { document: true, sha256: true } })).toEqual([
      {
        id: 1,
        number: '2026-0001',
        assessmentId: office.assessmentId,
        schema: 2,
        submittedAt: BigInt(NOW),
        submittedBy: office.id('officer'),
        late: false,
        openedAt: BigInt(NOW),
        openedBy: office.id('member'),
        withdrawnAt: null,
      },
    ]);
    expect((await client.assessment.findFirstOrThrow()).state).toBe('opened');
    expect(await owed(office)).toEqual(
      (['officer', 'secondOfficer'] as const).map((who) => ({
        kind: 'submitting.opened',
        personId: office.id(who),
        payload: { submissionId: 1 },
      })),
    );
    const about = { subject: 'submission:1', orgId: office.orgId };
    expect(await audited(office, 3)).toEqual([
      { ...about, actorId: office.id('member'), action: 'submission.opened' },
      { ...about, actorId: office.id('member'), action: 'submission.read' },
      { ...about, actorId: office.id('chair'), action: 'submission.read' },
    ]);
  });

  test('from its card leaves the card where it is and comes below', async () => {
    const { office } = await submitted();
    const where = { subject: 'submission:1', personId: office.id('member') };
    const { client } = office.database;
    await client.outboxCard.updateMany({ where, data: { messageId: 77, shown: 1 } });
    const reply = await press(office, 'member', 'rs.1', { pressed: 77 });
    expect(reply.fresh).toBe(true);
    const [row] = await client.outboxCard.findMany({ where });
    expect(row?.wanted).toBeGreaterThan(row?.shown ?? 0);
    expect((await press(office, 'secondMember', 'rs.1', { pressed: 77 })).fresh).toBeUndefined();
  });

  test.each<Who | 'stranger'>([
    'otherMember',
    'officer',
    'otherOfficer',
    'head',
    'contributor',
    'operator',
    'stranger',
  ])('shows nothing to the %s, by no button, and changes nothing', async (who) => {
    const { office, fileId } = await submitted();
    const before = await everything(office);
    for (const data of [
      'rs.1',
      'rd.1.0',
      'rd.1.3',
      'ri.1.8d',
      `rf.1.${fileId.toString(36)}`,
      'rp.1.1.1',
      'rs.2',
    ]) {
      expect(await press(office, who, data)).toEqual({ toast: NOT_YOURS, alert: true });
    }
    expect(await everything(office)).toEqual(before);
  });

  test('is refused for what was withdrawn, whichever button is pressed', async () => {
    const { office, fileId } = await submitted();
    await press(office, 'officer', 'ws.1');
    const before = await everything(office);
    for (const data of ['rs.1', 'rd.1.3', 'ri.1.8d', `rf.1.${fileId.toString(36)}`, 'rp.1.2.1']) {
      expect(await press(office, 'member', data)).toEqual({
        toast:
          '№ 2026-0001 баалоону мекеме кайтарып алды, көрсөтө турган эч нерсе жок. Кайра жөнөткөндө Сизге билдирүү келет.',
        alert: true,
      });
    }
    expect(await everything(office)).toEqual(before);
  });
});

describe('reading', () => {
  test('goes by direction to every item', async () => {
    const { office } = await submitted();
    const list = await press(office, 'member', 'rd.1.0');
    expect(list.screen?.rows).toHaveLength(15);
    expect(buttonsOf(list.screen)[2]).toEqual(['3. Өнүктүрүү, окутуу · 5/5 → rd.1.3']);
    const direction = await press(office, 'member', 'rd.1.3');
    expect(buttonsOf(direction.screen)).toEqual([
      ['3.1 · жарым-жартылай · док. 1 → ri.1.8d'],
      ['3.2 · ооба · док. 1 → ri.1.8e'],
      ['3.3 · жок → ri.1.8f'],
      ['3.4 · ооба · док. 1 → ri.1.8g'],
      ['3.5 · ооба · док. 1 → ri.1.8h'],
      ['Багыттар боюнча → rd.1.0', 'Баалоого кайтуу → rs.1'],
    ]);
    expect(await press(office, 'member', 'rd.1.f')).toEqual({ toast: NOT_YOURS, alert: true });
    expect(await press(office, 'member', 'ri.1.0')).toEqual({ toast: NOT_YOURS, alert: true });
  });

  test('a look at an answer alone opens the submission too', async () => {
    const { office } = await submitted();
    await press(office, 'member', 'ri.1.8d');
    expect((await office.database.client.assessment.findFirstOrThrow()).state).toBe('opened');
  });

  test('shows the answer, the comment as typed, the document, the plan and the memo’s words', async () => {
    const { office, fileId } = await submitted();
    const { screen } = await press(office, 'member', 'ri.1.8d');
    const memo = office.edition.directions[2]?.groups[0]?.items[0]?.memo;
    expect(screen?.text).toBe(
      [
        '<b>№ 2026-0001 · Көк-Жар айыл өкмөтү</b>',
        '',
        '<b>3.1 Кызматчылардын карьералык өсүүсүнө багытталган чаралардын комплекси барбы?</b>',
        '',
        'Мекеменин жообу: жарым-жартылай',
        'Түшүндүрмө: A &amp; B &lt;b&gt;',
        'Файл: «чаралар.pdf», 2 КБ – Түзүм',
        'Чара: Документти даярдап, бекитүү',
        'Жооптуу: Өмүрова Гүлнур',
        'Мөөнөтү: 15.03.2026',
        '',
        `<blockquote expandable>Эскерткичтин тексти: «Жумушчу комиссия төмөнкүлөрдү изилдейт: … ${memo}»</blockquote>`,
      ].join('\n'),
    );
    expect(buttonsOf(screen)).toEqual([
      [`Файл: чаралар.pdf → rf.1.${fileId.toString(36)}`],
      ['‹ 2.4 → ri.1.5o', '3-багыт → rd.1.3', '3.2 › → ri.1.8e'],
      ['Баалоого кайтуу → rs.1'],
    ]);
  });

  test('shows numbers, reasons and missing plans', async () => {
    const { office } = await submitted();
    expect((await press(office, 'member', 'ri.1.8f', { language: 'ru' })).screen?.text).toContain(
      'Ответ организации: нет\nВсего служащих: 31\nНе обучались более 3 лет: 31\nДокумент: не указан\nМера: не указана',
    );
    expect((await press(office, 'member', 'ri.1.jj')).screen?.text).toContain(
      'Мекеменин жообу: тиешеси жок\nСебеби: Башка мекеме аткарат',
    );
  });

  test('a plan’s owner whose name was erased is said to be so', async () => {
    const { office } = await submitted();
    await office.database.client.person.update({
      where: { id: office.id('officer') },
      data: { erasedAt: 1 },
    });
    expect((await press(office, 'member', 'ri.1.8d')).screen?.text).toContain(
      'Жооптуу: аты-жөнү өчүрүлгөн',
    );
  });

  test('every item of every language fits into a message, the longest of all too', async () => {
    const office = await openOffice();
    const long = (n: number) => '&'.repeat(n);
    await answerAll(office, {
      '12.8': {
        rating: 'partly',
        numbers: '27 26',
        comment: long(2000),
        planWhat: long(300),
        planWho: long(300),
        planUntil: '2026-03-15',
      },
      '12.3': { rating: 'partly', numbers: '30 1 27' },
      '3.3': { rating: 'yes', numbers: '31 0' },
    });
    for (let n = 0; n < 12; n++) {
      await office.database.client.evidence.create({
        data: {
          assessmentId: office.assessmentId,
          item: 1208,
          kind: 'reference',
          text: long(200),
          addedBy: 1,
          addedAt: 0,
        },
      });
    }
    for (const { id } of office.edition.contradictions) {
      await office.database.client.explanation.create({
        data: {
          assessmentId: office.assessmentId,
          contradictionId: id,
          text: long(500),
          personId: 1,
          at: 0,
        },
      });
    }
    await sendNow(office);
    for (const language of ['ky', 'ru', 'en'] as const) {
      const { screen } = await press(office, 'member', 'ri.1.xk', { language });
      const parsed = screen?.text.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&') ?? '';
      expect(parsed.length).toBeLessThanOrEqual(4096);
      expect(parsed).toContain(long(2000));
    }
  });
});
