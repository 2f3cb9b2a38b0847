import { describe, expect, test } from 'vitest';
import { encode } from '../../../src/chat/callback.ts';
import type { Reply } from '../../../src/chat/visit.ts';
import { answerOf, buttonsOf, jump, phoneOf } from '../../support/phone.ts';
import { NOW, type Office, openOffice } from '../../support/visit.ts';

const LANGUAGES = ['ky', 'ru', 'en'] as const;

/** Everything a button of an item could write. */
const taps = (assessmentId: number, seen: number): string[] => [
  encode('rate', [assessmentId, 301, 1, seen]),
  encode('fact', [assessmentId, 902, 1, seen]),
  encode('part', [assessmentId, 101, 1, 1, seen]),
  encode('partsAll', [assessmentId, 101, seen]),
  encode('partsNone', [assessmentId, 101, seen]),
  encode('later', [assessmentId, 301, seen]),
  encode('reasonPhrase', [assessmentId, 301, 1, seen]),
  encode('planPhrase', [assessmentId, 302, 1, seen]),
  encode('planWho', [assessmentId, 302, 1, seen]),
  encode('planUntil', [assessmentId, 302, 1, seen]),
];

/** All that a refusal must leave as it was. */
const everything = async ({ database }: Office) => ({
  answers: await database.client.answer.findMany({ orderBy: { item: 'asc' } }),
  events: await database.client.answerEvent.count(),
  evidence: await database.client.evidence.findMany(),
  audit: await database.client.auditEntry.count(),
});

describe('a button pressed in vain changes nothing and says why', () => {
  test.each([
    [
      'ky',
      'Баалоо комиссияга жөнөтүлгөн, жооптор жабык. Комиссия ача элек болсо, «Кайтарып алуу» баскычын басыңыз; ачкан болсо, оңдоого кайтарганын күтүңүз.',
    ],
    [
      'ru',
      'Самооценка отправлена комиссии, ответы закрыты. Если комиссия её ещё не открыла, нажмите «Отозвать»; если открыла, дождитесь возврата.',
    ],
    [
      'en',
      'The self-assessment has been sent to the commission, answers are closed. If it has not been opened yet, press “Withdraw”; if it has, wait for its return.',
    ],
  ] as const)('after sending (%s)', async (language, sentence) => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer', language);
    await phone.open();
    await office.database.client.answer.updateMany({
      where: { item: 302 },
      data: { rating: 'no' },
    });
    for (const state of ['submitted', 'opened']) {
      await office.database.client.assessment.updateMany({ data: { state } });
      const before = await everything(office);
      for (const data of taps(office.assessmentId, 0)) {
        await phone.press(data);
        expect(phone.last).toMatchObject({ toast: sentence, alert: true });
        expect(buttonsOf(phone.screen)).toHaveLength(1);
      }
      expect(await everything(office)).toEqual(before);
    }
  });

  test.each([
    ['ky', 'Мониторинг жабылган, жооптор өзгөртүлбөйт. Суроо болсо: +996 312 00 00 00.'],
    ['ru', 'Мониторинг закрыт, ответы не меняются. Вопросы: +996 312 00 00 00.'],
    ['en', 'The monitoring is closed, answers no longer change. Questions: +996 312 00 00 00.'],
  ] as const)('after the monitoring was closed (%s)', async (language, sentence) => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer', language);
    await phone.open();
    await office.database.client.answer.updateMany({
      where: { item: 302 },
      data: { rating: 'no' },
    });
    await office.database.client.campaign.updateMany({ data: { closedAt: 1n } });
    const before = await everything(office);
    for (const data of taps(office.assessmentId, 0)) {
      await phone.press(data);
      expect(phone.last).toMatchObject({ toast: sentence, alert: true });
    }
    expect(await everything(office)).toEqual(before);
  });

  test.each([
    ['ky', 'Бул баскыч Сизге тиешелүү эмес, эч нерсе өзгөргөн жок. Өз баракчаңызды ачыңыз: /menu.'],
    ['ru', 'Эта кнопка не для Вас, ничего не изменилось. Откройте свою страницу: /menu.'],
    ['en', 'This button is not for you, nothing has changed. Open your own page: /menu.'],
  ] as const)('of another organisation or a forged one (%s)', async (language, sentence) => {
    const office = await openOffice();
    await office.database.client.answer.updateMany({
      where: { item: 302 },
      data: { rating: 'no' },
    });
    const evidence = await office.database.client.evidence.create({
      data: {
        assessmentId: office.assessmentId,
        item: 301,
        kind: 'reference',
        text: '№ 1',
        addedBy: 1,
        addedAt: 0n,
      },
    });
    const before = await everything(office);
    const { assessmentId } = office;
    const own = [
      ...taps(assessmentId, 0),
      encode('card', [assessmentId, 301]),
      encode('goOn', [assessmentId]),
      encode('back', [assessmentId, 301]),
      encode('directions', [assessmentId, 0]),
      encode('direction', [assessmentId, 3]),
      encode('undo', [assessmentId, 301, 0]),
      encode('notApplicable', [assessmentId, 301, 0]),
      encode('plan', [assessmentId, 302]),
      encode('planSkip', [assessmentId, 302]),
      encode('evidence', [assessmentId, 301]),
      encode('evidenceRecent', [assessmentId, 302, evidence.id]),
      encode('evidenceTo', [assessmentId, evidence.id, 302]),
      encode('evidenceRemove', [assessmentId, evidence.id]),
      encode('commentRemove', [assessmentId, 301, 0]),
      encode('commentMove', [assessmentId, 301, 3]),
      encode('commentTo', [assessmentId, 301, 302]),
      encode('belongsTo', [assessmentId, 301, 900]),
      encode('numbersAgain', [assessmentId, 303]),
      encode('organisation', [assessmentId]),
    ];
    for (const who of ['otherOfficer', 'member', 'operator', 'stranger'] as const) {
      const phone = phoneOf(office, who, language);
      for (const data of own) {
        expect({ data, reply: await phone.press(data, 50) }).toEqual({
          data,
          reply: { toast: sentence, alert: true },
        });
      }
    }
    const forged = phoneOf(office, 'officer', language);
    for (const data of taps(999, 0)) {
      expect(await forged.press(data, 50)).toEqual({ toast: sentence, alert: true });
    }
    expect(await everything(office)).toEqual(before);
  });

  test('a document of another assessment cannot be repeated, moved or removed', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 301);
    await phone.say('№ 45, 12.03.2025');
    const evidence = await office.database.client.evidence.findFirstOrThrow();
    const other = phoneOf(office, 'otherOfficer');
    await other.open();
    const theirs = await office.database.client.assessment.findFirstOrThrow({
      where: { orgId: office.otherOrgId },
    });
    const before = await everything(office);
    for (const data of [
      encode('evidenceRecent', [theirs.id, 301, evidence.id]),
      encode('evidenceMove', [theirs.id, evidence.id, 1]),
      encode('evidenceTo', [theirs.id, evidence.id, 301]),
      encode('evidenceRemove', [theirs.id, evidence.id]),
    ]) {
      await other.press(data);
      expect(other.last.toast).toContain('Бул баскыч эскирген');
    }
    expect(await everything(office)).toEqual(before);
  });

  test.each([
    ['ky', 'Бул баскыч эскирген, эч нерсе өзгөргөн жок. Учурдагы суроо төмөндө ачылды.'],
    ['ru', 'Эта кнопка устарела, ничего не изменилось. Текущий вопрос открыт ниже.'],
    ['en', 'This button is out of date, nothing has changed. The present question is open below.'],
  ] as const)('with a value that is none of the item’s (%s)', async (language, sentence) => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer', language);
    await phone.open();
    await jump(phone, office, 301);
    const before = await everything(office);
    const { assessmentId } = office;
    const { screenId } = phone;
    for (const data of [
      encode('rate', [assessmentId, 301, 5, 0]),
      encode('rate', [assessmentId, 301, 4, 0]),
      encode('rate', [assessmentId, 301, 0, 0]),
      encode('rate', [assessmentId, 303, 1, 0]),
      encode('rate', [assessmentId, 802, 1, 0]),
      encode('rate', [assessmentId, 1001, 1, 0]),
      encode('fact', [assessmentId, 902, 3, 0]),
      encode('fact', [assessmentId, 301, 1, 0]),
      encode('part', [assessmentId, 101, 3, 1, 0]),
      encode('part', [assessmentId, 101, 1, 2, 0]),
      encode('partsAll', [assessmentId, 301, 0]),
      encode('partsDone', [assessmentId, 301, 0]),
      encode('reasonPhrase', [assessmentId, 301, 9, 0]),
      encode('reasonPhrase', [assessmentId, 101, 1, 0]),
      encode('planPhrase', [assessmentId, 301, 1, 0]),
      encode('planWho', [assessmentId, 301, 1, 0]),
      encode('planUntil', [assessmentId, 301, 9, 0]),
      encode('plan', [assessmentId, 301]),
      encode('undo', [assessmentId, 301, 7]),
      encode('direction', [assessmentId, 99]),
      encode('commentTo', [assessmentId, 301, 302]),
      encode('evidenceMove', [assessmentId, 77, 1]),
      encode('belongsTo', [assessmentId, 301, 12345]),
    ]) {
      const reply = await phone.press(data, screenId);
      expect({ data, toast: reply.toast, fresh: reply.fresh }).toEqual({
        data,
        toast: sentence,
        fresh: true,
      });
    }
    expect(await everything(office)).toEqual(before);
  });
});

describe('two officers at once', () => {
  const meanwhile = async (language: (typeof LANGUAGES)[number]): Promise<[Office, Reply]> => {
    const office = await openOffice();
    const first = phoneOf(office, 'officer', language);
    const second = phoneOf(office, 'secondOfficer', language);
    for (const phone of [first, second]) {
      await phone.open();
      await jump(phone, office, 301);
    }
    const pressed = { ky: ['Ооба', 'Жок'], ru: ['Да', 'Нет'], en: ['Yes', 'No'] }[language];
    await first.tap(pressed[0] ?? '');
    second.now = NOW + 60_000;
    return [office, await second.tap(pressed[1] ?? '')];
  };

  test.each([
    [
      'ky',
      'Бул суроого жооп берилген: Өмүрова Гүлнур, 10:30, «Ооба». Сиздин жооп сакталган жок. Карап чыгып, керек болсо өзгөртүңүз.',
    ],
    [
      'ru',
      'На этот вопрос уже есть ответ: Өмүрова Гүлнур, 10:30, «Да». Ваш ответ не сохранён. Проверьте и при необходимости измените.',
    ],
    [
      'en',
      'This question is answered already: Өмүрова Гүлнур, 10:30, “Yes”. Your answer was not saved. Look at it and change it if need be.',
    ],
  ] as const)('the second learns who answered, when and what (%s)', async (language, sentence) => {
    const [office, reply] = await meanwhile(language);
    expect(reply).toMatchObject({ toast: sentence, alert: true });
    expect(reply.screen?.text).toContain('<b>3.1</b> · 7 / 48');
    expect(reply.screen?.rows[0]?.[0]?.text).toMatch(/^✓ /);
    expect(await answerOf(office, 301)).toMatchObject({ rating: 'yes', revision: 1 });
  });

  test('the same answer twice is no quarrel', async () => {
    const office = await openOffice();
    const phones = [phoneOf(office, 'officer'), phoneOf(office, 'secondOfficer')];
    for (const phone of phones) {
      await phone.open();
      await jump(phone, office, 301);
    }
    for (const phone of phones) {
      await phone.tap('Ооба');
      expect(phone.last.toast).toBeUndefined();
      expect(phone.screen.text).toMatch(/^<b>3\.2<\/b>/);
    }
    expect(await answerOf(office, 301)).toMatchObject({ revision: 1 });
  });

  test('at the very same moment one of them wins and the other is told', async () => {
    const office = await openOffice();
    const phones = [phoneOf(office, 'officer'), phoneOf(office, 'secondOfficer')];
    for (const phone of phones) {
      await phone.open();
      await jump(phone, office, 301);
    }
    const [first, second] = phones;
    const replies = await Promise.all([first?.tap('Ооба'), second?.tap('Жарым-жартылай')]);
    const told = replies.flatMap((reply) => reply?.toast ?? []);
    expect(told).toEqual([expect.stringContaining('Бул суроого жооп берилген:')]);
    const { rating, revision } = await answerOf(office, 301);
    expect(revision).toBe(1);
    expect(rating).toBe(replies[0]?.toast === undefined ? 'yes' : 'partly');
  });

  test('ten taps in a second on one button write once', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    const data = encode('rate', [office.assessmentId, 301, 1, 0]);
    const message = phone.screenId;
    await Promise.all(Array.from({ length: 10 }, () => phone.press(data, message)));
    expect(await answerOf(office, 301)).toMatchObject({ rating: 'yes', revision: 1 });
    expect(await office.database.client.answerEvent.count()).toBe(1);
  });
});

test('every sentence over the chat fits into a toast, with the longest name', async () => {
  const office = await openOffice();
  await office.database.client.person.updateMany({ data: { name: 'Ө'.repeat(200) } });
  for (const language of LANGUAGES) {
    const first = phoneOf(office, 'officer', language);
    const second = phoneOf(office, 'secondOfficer', language);
    const revision = (
      await office.database.client.answer.findFirstOrThrow({ where: { item: 902 } })
    ).revision;
    await first.press(encode('fact', [office.assessmentId, 902, (revision % 2) + 1, revision]), 50);
    second.now = NOW + 3 * 24 * 3600 * 1000;
    await second.press(encode('rate', [office.assessmentId, 902, 4, revision]), 60);
    expect(second.last.toast).toContain('Ө'.repeat(40));
    expect(second.last.toast?.length).toBeLessThanOrEqual(200);
  }
});
