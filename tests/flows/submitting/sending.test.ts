import { describe, expect, test } from 'vitest';
import { createSubmitting } from '../../../src/flows/submitting/submitting.ts';
import { answer, answerAll } from '../../support/answered.ts';
import { audited, buttonsOf, everything, owed, press, sendNow } from '../../support/journey.ts';
import { NOW, type Office, openOffice, type Who } from '../../support/visit.ts';

const { messages } = createSubmitting();
const NOT_YOURS =
  'Бул баскыч Сизге тиешелүү эмес, эч нерсе өзгөргөн жок. Өз баракчаңызды ачыңыз: /menu.';
const SURE = 'ss.1.1c';
const asks = { campaign: { headConfirms: true } } as const;
const render = (office: Office, kind: string, who: Who) =>
  messages[kind]?.({ assessmentId: 1, submissionId: 1 }, office.recipient(who));

const SENT = [
  '<b>Жөнөтүлдү. № 2026-0001</b>',
  'Көк-Жар айыл өкмөтү',
  '12.01.2026, 10:30',
  '',
  'Комиссия баалоону ачканда Сизге кабар келет. Азырынча эч нерсе кылуунун кереги жок.',
].join('\n');

describe('sending', () => {
  test('asks once, and sends', async () => {
    const office = await openOffice();
    await answerAll(office);
    const { screen } = await press(office, 'officer', 's.1');
    expect(screen?.text).toBe(
      'Жөнөткөндөн кийин жооптор жабылат. Жетекчи долбоор менен тааныштыбы?',
    );
    expect(buttonsOf(screen)).toEqual([[`Ооба, жөнөтүү → ${SURE}`], ['Артка → q.1']]);
    const sent = await press(office, 'officer', SURE);
    expect(sent.screen?.text).toBe(SENT);
    expect(buttonsOf(sent.screen)).toEqual([
      ['Документ: Word → pr.1.1', 'Документ: PDF → pr.1.2'],
      ['Кол коюлган бетти тиркөө → sg.1'],
      ['Кайтарып алуу → w.1'],
      ['Башкы бет → h'],
    ]);
  });

  test('says how many answers are missing instead, and sends nothing', async () => {
    const office = await openOffice();
    await answerAll(office, { '14.4': { comment: 'кийин' } });
    const before = await everything(office);
    const { screen } = await press(office, 'officer', 's.1');
    expect(screen?.text).toContain('Жооп берилбеген суроолор: 1.');
    expect(buttonsOf(screen)).toEqual([['Жооп берилбегенге өтүү → g.1'], ['Артка → q.1']]);
    expect(await press(office, 'officer', SURE)).toMatchObject({
      toast: 'Жооп берилбеген суроолор: 1. Алгач аларга жооп бериңиз.',
      alert: true,
      screen: { text: expect.stringContaining('47 / 48') },
    });
    expect(await everything(office)).toEqual(before);
  });

  test('by a button older than an answer redraws the check and sends nothing', async () => {
    const office = await openOffice();
    await answerAll(office);
    await answer(office, '3.1', { rating: 'no' });
    const before = await everything(office);
    expect(await press(office, 'officer', SURE)).toMatchObject({
      toast: 'Жооптор арада өзгөрдү, эч нерсе жөнөтүлгөн жок. Кайра карап чыгып, дагы басыңыз.',
      alert: true,
      screen: { text: expect.stringContaining('жок 1') },
    });
    expect(await everything(office)).toEqual(before);
  });

  test('ten times in a second sends once and shows the same', async () => {
    const office = await openOffice();
    await answerAll(office);
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => press(office, 'officer', SURE)),
    );
    expect(new Set(replies.map(({ screen }) => screen?.text))).toEqual(new Set([SENT]));
    expect(await office.database.client.submission.count()).toBe(1);
    expect(await office.database.client.outboxCard.count()).toBe(3);
  });

  test('is not the head’s nor a contributor’s', async () => {
    const office = await openOffice();
    await answerAll(office);
    const before = await everything(office);
    for (const who of ['head', 'contributor'] as const) {
      for (const data of ['s.1', SURE]) {
        expect(await press(office, who, data)).toEqual({ toast: NOT_YOURS, alert: true });
      }
    }
    expect(await everything(office)).toEqual(before);
  });
});

describe('where the head must confirm', () => {
  test('the officer’s button tells him, once for the same answers, and sends nothing', async () => {
    const office = await openOffice(asks);
    await answerAll(office);
    for (let n = 0; n < 2; n++) {
      expect((await press(office, 'officer', 's.1')).screen?.text).toBe(
        'Долбоорду жетекчи ырасташы керек. Ага билдирүү жөнөтүлдү, ырастаганда Сизге кабар келет.',
      );
    }
    const told = { kind: 'submitting.confirm', personId: office.id('head') };
    expect(await owed(office)).toEqual([{ ...told, payload: { assessmentId: 1 } }]);
    expect(await press(office, 'officer', SURE)).toMatchObject({
      toast: expect.stringContaining('Долбоорду жетекчи ырастай элек'),
      screen: { text: expect.stringContaining('Жөнөтүүдөн мурда долбоорду жетекчи') },
    });
    expect(await office.database.client.submission.count()).toBe(0);
  });

  test('he confirms what he saw, the officers hear of it, and it is sent with his name', async () => {
    const office = await openOffice(asks);
    await answerAll(office);
    expect(await press(office, 'head', 'ch.1.1c')).toMatchObject({
      toast: 'Долбоорду ырастадыңыз. Кадр иши боюнча жооптууга билдирүү жөнөтүлдү.',
      screen: { text: expect.stringContaining('Жетекчи долбоорду ырастады: 12.01.2026, 10:30') },
    });
    expect(await audited(office, 1)).toEqual([
      {
        actorId: office.id('head'),
        action: 'assessment.confirmed',
        subject: 'assessment:1',
        orgId: office.orgId,
      },
    ]);
    expect(await owed(office)).toEqual(
      (['officer', 'secondOfficer'] as const).map((who) => ({
        kind: 'submitting.confirmed',
        personId: office.id(who),
        payload: { assessmentId: 1 },
      })),
    );
    const before = await everything(office);
    await press(office, 'head', 'ch.1.1c');
    expect(await everything(office)).toEqual(before);
    expect((await press(office, 'officer', SURE)).screen?.text).toBe(SENT);
    const { document } = await office.database.client.submission.findFirstOrThrow();
    expect(JSON.parse(document).confirmedBy).toBe(office.id('head'));
  });

  test('a later answer takes the confirmation back', async () => {
    const office = await openOffice(asks);
    await answerAll(office);
    await press(office, 'head', 'ch.1.1c');
    await answer(office, '3.1', { rating: 'no' });
    expect(await press(office, 'head', 'ch.1.1c')).toMatchObject({
      toast: expect.stringContaining('ырастоо сакталган жок'),
    });
    expect(await press(office, 'officer', 'ss.1.1d')).toMatchObject({
      toast: expect.stringContaining('Долбоорду жетекчи ырастай элек'),
    });
    await press(office, 'head', 'ch.1.1d');
    expect((await press(office, 'officer', 'ss.1.1d')).screen?.text).toBe(SENT);
  });

  test('nobody else can confirm, and he not before all is answered', async () => {
    const office = await openOffice(asks);
    await answerAll(office, { '14.4': { comment: 'кийин' } });
    const before = await everything(office);
    for (const who of ['officer', 'contributor', 'member', 'otherOfficer'] as const) {
      expect(await press(office, who, 'ch.1.1c')).toEqual({ toast: NOT_YOURS, alert: true });
    }
    expect(await press(office, 'head', 'ch.1.1c')).toMatchObject({
      toast: 'Жооп берилбеген суроолор: 1. Алгач аларга жооп бериңиз.',
    });
    expect(await everything(office)).toEqual(before);
  });

  test('without a head in the bot the officer hears whom to ask', async () => {
    const office = await openOffice({ ...asks, without: ['head'] });
    await answerAll(office);
    expect(await press(office, 'officer', 's.1')).toMatchObject({
      toast:
        'Долбоорду ырастай турган жетекчи ботко кошула элек. Ал үчүн шилтеме сураңыз: +996 312 00 00 00.',
      alert: true,
    });
  });

  test('the words to him and to her lead to the check, while it is a draft', async () => {
    const office = await openOffice(asks);
    await answerAll(office);
    expect(await render(office, 'submitting.confirm', 'head')).toEqual({
      kind: 'screen',
      screen: {
        text: 'Көк-Жар айыл өкмөтү\nМониторинг: 2026-жылдын пландуу мониторинги\nДолбоор даяр, Сиздин ырастооңуз керек.',
        rows: [[{ text: 'Долбоорду ачуу', data: 'q.1' }]],
      },
    });
    expect(await render(office, 'submitting.confirmed', 'officer')).toMatchObject({
      screen: { rows: [[{ text: 'Текшерүүгө өтүү', data: 'q.1' }]] },
    });
    for (const [kind, who] of [
      ['submitting.confirm', 'officer'],
      ['submitting.confirmed', 'head'],
      ['submitting.confirmed', 'otherOfficer'],
    ] as const) {
      expect(await render(office, kind, who)).toBeNull();
    }
    await press(office, 'head', 'ch.1.1c');
    await sendNow(office);
    expect(await render(office, 'submitting.confirm', 'head')).toBeNull();
    expect(await render(office, 'submitting.confirmed', 'officer')).toBeNull();
  });
});

describe('withdrawing', () => {
  test('asks first, then opens the answers', async () => {
    const office = await openOffice();
    await answerAll(office);
    await sendNow(office);
    const { screen } = await press(office, 'officer', 'w.1');
    expect(screen?.text).toContain('№ 2026-0001 баалоону кайтарып алган соң');
    expect(buttonsOf(screen)).toEqual([['Ооба, кайтарып алуу → ws.1'], ['Артка → q.1']]);
    expect(await press(office, 'officer', 'ws.1')).toMatchObject({
      toast: 'Кайтарып алынды, жооптор ачык.',
      screen: { text: expect.stringContaining('Жөнөтүү алдындагы текшерүү') },
    });
  });

  test('pressed late hears when the commission opened it', async () => {
    const office = await openOffice();
    await answerAll(office);
    await sendNow(office);
    await press(office, 'member', 'rs.1', { now: NOW + 90 * 60_000 });
    const before = await everything(office);
    for (const data of ['w.1', 'ws.1']) {
      const reply = await press(office, 'officer', data);
      expect(reply).toMatchObject({
        toast:
          'Комиссия баалоону ачкан: 12.01.2026, 12:00. Эми кайтарып алууга болбойт, оңдоо керек болсо комиссияга айтыңыз.',
        alert: true,
        screen: { text: expect.stringContaining('Комиссия ачты: 12.01.2026, 12:00.') },
      });
      expect(buttonsOf(reply.screen).flat()).not.toContain('Кайтарып алуу → w.1');
    }
    expect(await everything(office)).toEqual(before);
    expect(await render(office, 'submitting.opened', 'officer')).toEqual({
      kind: 'screen',
      screen: {
        text: 'Көк-Жар айыл өкмөтү\nКомиссия № 2026-0001 баалоону ачты: 12.01.2026, 12:00. Эми аны кайтарып алууга болбойт.',
        rows: [],
      },
    });
    expect(await render(office, 'submitting.opened', 'otherOfficer')).toBeNull();
  });

  test('is not the head’s', async () => {
    const office = await openOffice();
    await answerAll(office);
    await sendNow(office);
    const before = await everything(office);
    for (const data of ['w.1', 'ws.1']) {
      expect(await press(office, 'head', data)).toEqual({ toast: NOT_YOURS, alert: true });
    }
    expect(buttonsOf((await press(office, 'head', 'q.1')).screen).flat()).toEqual([
      'Документ: Word → pr.1.1',
      'Документ: PDF → pr.1.2',
      'Жоопторду окуу → qr.1.0',
      'Кол коюлган бетти тиркөө → sg.1',
      'Башкы бет → h',
    ]);
    expect(await everything(office)).toEqual(before);
  });
});

test('the head reads the draft item by item, and what was sent after it was sent', async () => {
  const office = await openOffice();
  await answerAll(office, { '3.1': { rating: 'partly', comment: 'Долбоор' } });
  const direction = await press(office, 'head', 'qr.1.3');
  expect(direction.screen?.text.split('\n')[0]).toBe('Көк-Жар айыл өкмөтү');
  expect(buttonsOf(direction.screen)[0]).toEqual(['3.1 · жарым-жартылай → qi.1.8d']);
  expect((await press(office, 'head', 'qi.1.8d')).screen?.text).toContain('Түшүндүрмө: Долбоор');
  expect((await press(office, 'head', 'qr.1.0')).screen?.rows).toHaveLength(15);
  await sendNow(office);
  expect((await press(office, 'head', 'qi.1.8d')).screen?.text.split('\n')[0]).toBe(
    '№ 2026-0001 · Көк-Жар айыл өкмөтү',
  );
});
