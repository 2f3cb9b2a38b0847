import { describe, expect, test } from 'vitest';
import { answerAll } from '../../support/answered.ts';
import { answerOf, buttonsOf, jump, phoneOf } from '../../support/phone.ts';
import { type Office, openOffice } from '../../support/visit.ts';

const MINUTE = 60_000;

async function at(item: number) {
  const office = await openOffice();
  const phone = phoneOf(office, 'officer');
  await phone.open();
  await jump(phone, office, item);
  return { office, phone };
}

const evidence = async (office: Office) => {
  const rows = await office.database.client.evidence.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ item, kind, text, removedAt }) => ({
    item,
    kind,
    text,
    removed: removedAt !== null,
  }));
};

describe('a lone answer', () => {
  test.each([
    ['Ооба', 'yes'],
    ['ооооба!', 'yes'],
    ['  ДА. ', 'yes'],
    ['Yes', 'yes'],
    ['жок', 'no'],
    ['Нет', 'no'],
    ['жарым-жартылай', 'partly'],
    ['жарым', 'partly'],
    ['Частично…', 'partly'],
    ['partly', 'partly'],
  ])('%s is the answer', async (text, rating) => {
    const { office, phone } = await at(301);
    await phone.say(text);
    expect(await answerOf(office, 301)).toMatchObject({ rating, revision: 1 });
  });

  test('answers parts as a whole, and asks for ticks when they are partly there', async () => {
    const { office, phone } = await at(101);
    await phone.say('частично');
    expect(phone.last.note?.text).toBe('1.1 суроосуна төмөнкү баскычтар менен жооп бериңиз.');
    await phone.say('ооба');
    expect(await answerOf(office, 101)).toMatchObject({ parts: 3, rating: 'yes' });
  });

  test('"no" is not taken where it may mean that nothing happened', async () => {
    const { office, phone } = await at(204);
    await phone.say('жок');
    expect(phone.last.note?.text).toBe(
      '2.4 суроосунда «жок» эки башка маанини билдирет. Төмөнкү баскычтардын бирин басыңыз: «Болгон, документи жок» же «Ротация болгон эмес».',
    );
    expect(phone.screen.text).toMatch(/^<b>2\.4<\/b>/);
    expect(await answerOf(office, 204)).toEqual({ revision: 0 });
  });

  test('is refused with the numbers that are wanted where numbers rate', async () => {
    const { office, phone } = await at(1208);
    await phone.say('ооба');
    expect(phone.last.note?.text).toBe(
      'Эки сан керек, мисалы: 27 26. Биринчиси – «Иш жүзүндөгү сан», экинчиси – «Эмгек китепчелери».',
    );
    expect(await answerOf(office, 1208)).toEqual({ revision: 0 });
  });

  test('within a sentence is a comment', async () => {
    const { office, phone } = await at(301);
    await phone.say('Ооба, бирок долбоор гана');
    expect(await answerOf(office, 301)).toEqual({
      comment: 'Ооба, бирок долбоор гана',
      revision: 1,
      answeredBy: office.id('officer'),
    });
  });
});

describe('numbers', () => {
  test.each([
    [
      303,
      '27',
      'Эки сан керек, мисалы: 31 4. Биринчиси – «Кызматчылардын саны», экинчиси – «3 жылдан бери окубаганы».',
    ],
    [
      303,
      '4 31',
      '«3 жылдан бери окубаганы» саны «Кызматчылардын саны» санынан көп болбойт. Сандарды кайра жазыңыз, мисалы: 31 4.',
    ],
    [
      1203,
      '3 30 27',
      '«Анын ичинен бош орун» саны «Штаттык сан» санынан көп болбойт. Сандарды кайра жазыңыз, мисалы: 30 3 27.',
    ],
    [
      1203,
      '30 27',
      'Үч сан керек, мисалы: 30 3 27. Биринчиси – «Штаттык сан», экинчиси – «Анын ичинен бош орун», үчүнчүсү – «Өздүк көктөмөлөр».',
    ],
    [
      802,
      '4 1 2',
      '«Чара көрүлгөнү» саны «Аныкталган бузуулар» санынан көп болбойт. Сандарды кайра жазыңыз, мисалы: 4 2 2.',
    ],
    [1208, '27 260000', 'Сан өтө чоң: эң көбү 99999. Сандарды кайра жазыңыз, мисалы: 27 26.'],
    [
      1208,
      '99999999999999999999 1',
      'Сан өтө чоң: эң көбү 99999. Сандарды кайра жазыңыз, мисалы: 27 26.',
    ],
  ])('of item %i, «%s», are refused in its own words', async (item, text, sentence) => {
    const { office, phone } = await at(item);
    await phone.say(text);
    expect(phone.last.note?.text).toBe(sentence);
    expect(await answerOf(office, item)).toEqual({ revision: 0 });
    expect(phone.screen.text).toMatch(
      new RegExp(`^<b>${Math.trunc(item / 100)}\\.${item % 100}</b>`),
    );
  });

  test('with a number sign or a date are a document', async () => {
    const { office, phone } = await at(1208);
    await phone.say('45, 12.03.2025');
    expect(await evidence(office)).toEqual([
      { item: 1208, kind: 'reference', text: '45, 12.03.2025', removed: false },
    ]);
    expect(await answerOf(office, 1208)).toEqual({ revision: 0 });
  });
});

describe('a document by its number', () => {
  test.each([
    '№ 45, 12.03.2025',
    'буйрук № 12',
    'Приказ №12-к от 10.01.2025',
    '№ 12, 10.01.2025 Штаттык ырааттама',
  ])('«%s» is kept for the open item', async (text) => {
    const { office, phone } = await at(301);
    await phone.say(text);
    expect(await evidence(office)).toEqual([
      { item: 301, kind: 'reference', text, removed: false },
    ]);
    expect(phone.last.note).toEqual({
      text: `3.1 суроосуна документ кошулду:\n${text}`,
      rows: [
        [expect.objectContaining({ text: 'Башка суроого которуу' })],
        [expect.objectContaining({ text: 'Өчүрүү' })],
      ],
    });
    expect(phone.screen.text).toContain('Ырастоочу документтер: 1');
  });

  test('is moved to another item from its receipt, and removed', async () => {
    const { office, phone } = await at(301);
    await phone.say('№ 45, 12.03.2025');
    await phone.tap('Башка суроого которуу');
    expect(buttonsOf(phone.screen)).toEqual([
      ['3.1', '3.2', '3.3', '3.4'],
      ['3.5'],
      ['‹ 2', '4 ›'],
    ]);
    await phone.tap('4 ›');
    await phone.tap('4.2');
    expect(phone.screen.text).toBe('Документ 4.2 суроосуна которулду:\n№ 45, 12.03.2025');
    await phone.tap('Өчүрүү');
    expect(phone.screen).toEqual({
      text: '4.2 суроосунан документ өчүрүлдү:\n№ 45, 12.03.2025',
      rows: [],
    });
    expect(await evidence(office)).toEqual([
      { item: 402, kind: 'reference', text: '№ 45, 12.03.2025', removed: true },
    ]);
  });

  test('is offered again by one tap, the last five, each wording once', async () => {
    const { office, phone } = await at(301);
    for (const n of [1, 2, 3, 4, 5, 6, 6]) await phone.say(`№ ${n}, 12.03.2025`);
    await jump(phone, office, 302);
    await phone.tap('Документ');
    expect(buttonsOf(phone.screen)).toEqual([
      ['№ 6, 12.03.2025'],
      ['№ 5, 12.03.2025'],
      ['№ 4, 12.03.2025'],
      ['№ 3, 12.03.2025'],
      ['№ 2, 12.03.2025'],
      ['‹ Суроого'],
    ]);
    const button = phone.screen.rows[1]?.[0];
    const data = button && 'data' in button ? button.data : '';
    await phone.press(data);
    await phone.press(data);
    expect(phone.screen.text).toMatch(/^<b>3\.2<\/b>/);
    const of302 = (await evidence(office)).filter(({ item }) => item === 302);
    expect(of302).toEqual([
      { item: 302, kind: 'reference', text: '№ 5, 12.03.2025', removed: false },
    ]);
  });

  test('is corrected when its message is edited', async () => {
    const { office, phone } = await at(301);
    await phone.say('№ 45, 12.03.2025', { messageId: 900 });
    await phone.say('№ 46, 12.03.2025', { messageId: 900, edited: true });
    expect(phone.last.note?.text).toBe('3.1 суроосунун документи оңдолду:\n№ 46, 12.03.2025');
    expect(await evidence(office)).toEqual([
      { item: 301, kind: 'reference', text: '№ 46, 12.03.2025', removed: false },
    ]);
  });
});

describe('a comment', () => {
  test('is any other text, and the receipt says when it took the place of another', async () => {
    const { office, phone } = await at(301);
    await phone.say('Биринчи <b>& экинчи');
    expect(phone.last.note?.text).toBe(
      '3.1 суроосуна түшүндүрмө сакталды:\nБиринчи &lt;b&gt;&amp; экинчи',
    );
    await phone.say('Жаңысы');
    expect(phone.last.note?.text).toBe(
      '3.1 суроосунун мурунку түшүндүрмөсү жаңысына алмаштырылды:\nЖаңысы',
    );
    await phone.tap('Мурункусун калтыруу');
    expect(phone.screen).toEqual({ text: '3.1: акыркы өзгөртүү жокко чыгарылды.', rows: [] });
    expect(await answerOf(office, 301)).toMatchObject({ comment: 'Биринчи <b>& экинчи' });
  });

  test('is moved or removed from its receipt', async () => {
    const { office, phone } = await at(301);
    await phone.say('Бул үчүнчүгө');
    await phone.tap('Башка суроого которуу');
    await phone.tap('3.3');
    expect(phone.screen.text).toBe('Түшүндүрмө 3.3 суроосуна которулду:\nБул үчүнчүгө');
    expect(await answerOf(office, 301)).not.toHaveProperty('comment');
    expect(await answerOf(office, 303)).toMatchObject({ comment: 'Бул үчүнчүгө' });
    await phone.tap('Өчүрүү');
    expect(phone.screen.text).toBe('3.3 суроосунун түшүндүрмөсү өчүрүлдү.');
    expect(await answerOf(office, 303)).not.toHaveProperty('comment');
  });

  test('of 5 000 characters is refused, and the former one stands', async () => {
    const { office, phone } = await at(301);
    await phone.say('Кыска');
    await phone.say('😀'.repeat(5000));
    expect(phone.last.note?.text).toBe(
      'Түшүндүрмө өтө узун: 5000 белги, эң көбү 2000. Кыскартып кайра жөнөтүңүз же файл кылып тиркеңиз. Мурунку түшүндүрмө өзгөргөн жок.',
    );
    expect(await answerOf(office, 301)).toMatchObject({ comment: 'Кыска', revision: 1 });
  });

  test('is kept without what hides or turns it', async () => {
    const { office, phone } = await at(301);
    await phone.say('Жооп\u202Eилмат\u200B бар\u0000 🙂');
    expect(await answerOf(office, 301)).toMatchObject({ comment: 'Жоопилмат бар 🙂' });
    await phone.say('\u200B\u202E');
    expect(phone.last.note?.text).toContain('окула турган текст жок');
  });

  test('follows the edits of its message, though another card is open by then', async () => {
    const { office, phone } = await at(301);
    await phone.say('Долбор', { messageId: 900 });
    await phone.tap('Ооба');
    await phone.say('Долбоор', { messageId: 900, edited: true });
    expect(await answerOf(office, 301)).toMatchObject({ comment: 'Долбоор', rating: 'yes' });
    expect(phone.screen.text).toMatch(/^<b>3\.2<\/b>/);
  });

  test('is typed in the form behind its button too', async () => {
    const { office, phone } = await at(301);
    await phone.tap('Түшүндүрмө');
    expect(phone.last).toEqual({
      dialog: { name: 'walk.comment', args: [office.assessmentId, 301] },
    });
    expect(await phone.fill('ж'.repeat(2001))).toContain('2001 белги, эң көбү 2000');
    await phone.fill('Бар');
    expect(await answerOf(office, 301)).toMatchObject({ comment: 'Бар' });
    expect(phone.screen.text).toContain('Түшүндүрмө: Бар');
  });
});

describe('which item a message is for', () => {
  test('the card below is fresh, and the one above loses its buttons', async () => {
    const { phone } = await at(301);
    const before = phone.screenId;
    await phone.say('Түшүндүрмө');
    expect(phone.messages.get(before)?.rows).toEqual([]);
    expect(phone.screenId).toBeGreaterThan(before);
  });

  test('a reply goes to the card replied to, and the open one stays open', async () => {
    const { office, phone } = await at(301);
    const first = phone.screenId;
    await phone.say('Биринчи');
    await phone.tap('Ооба');
    phone.now += 5 * MINUTE;
    await phone.say('Дагы', { replyTo: first });
    expect(await answerOf(office, 301)).toMatchObject({ comment: 'Дагы' });
    expect(await answerOf(office, 302)).not.toHaveProperty('comment');
    expect(phone.screen.text).toMatch(/^<b>3\.2<\/b>/);
  });

  test('within two minutes after an answer it asks, and keeps the text until she says', async () => {
    const { office, phone } = await at(301);
    await phone.tap('Ооба');
    phone.now += MINUTE;
    await phone.say('Бул эмнеге <b>тиешелүү');
    expect(phone.screen).toEqual({
      text: 'Бул 3.1 үчүнбү же 3.2 үчүнбү?\n\n«Бул эмнеге &lt;b&gt;тиешелүү»',
      rows: [[expect.objectContaining({ text: '3.1' }), expect.objectContaining({ text: '3.2' })]],
    });
    expect(await answerOf(office, 301)).not.toHaveProperty('comment');
    expect(await answerOf(office, 302)).not.toHaveProperty('comment');
    await phone.tap('3.1');
    expect(await answerOf(office, 301)).toMatchObject({ comment: 'Бул эмнеге <b>тиешелүү' });
    expect(await answerOf(office, 302)).not.toHaveProperty('comment');
    expect(phone.last.note?.text).toContain('3.1 суроосуна түшүндүрмө сакталды');
    expect(phone.screen.text).toMatch(/^<b>3\.2<\/b>/);
    await phone.say('Кийинкиси');
    expect(await answerOf(office, 302)).toMatchObject({ comment: 'Кийинкиси' });
  });

  test('it does not ask where the documents of an item were opened on purpose', async () => {
    const { office, phone } = await at(301);
    await phone.tap('Ооба');
    phone.now += MINUTE;
    await phone.tap('Документ');
    await phone.say('№ 45, 12.03.2025');
    expect(await evidence(office)).toEqual([
      { item: 302, kind: 'reference', text: '№ 45, 12.03.2025', removed: false },
    ]);
  });

  test('two minutes later it does not ask, nor for a lone answer or numbers', async () => {
    const { office, phone } = await at(301);
    await phone.tap('Ооба');
    phone.now += 2 * MINUTE + 1;
    await phone.say('Экинчисине');
    expect(await answerOf(office, 302)).toMatchObject({ comment: 'Экинчисине' });
    await phone.tap('Баары бар');
    await phone.say('31 0');
    expect(await answerOf(office, 303)).toMatchObject({ numbers: '31 0', rating: 'yes' });
  });

  test('a choice made once is made: the second tap changes nothing', async () => {
    const { office, phone } = await at(301);
    await phone.tap('Ооба');
    await phone.say('№ 7, 01.02.2025');
    const button = phone.screen.rows[0]?.[0];
    const data = button && 'data' in button ? button.data : '';
    await phone.press(data);
    await phone.press(data);
    expect(phone.last.toast).toContain('Бул баскыч эскирген');
    expect(await evidence(office)).toEqual([
      { item: 301, kind: 'reference', text: '№ 7, 01.02.2025', removed: false },
    ]);
  });

  test('where no card is open nothing is saved, and the sentence says so', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await phone.say('Эмнедир');
    expect(phone.last.note?.text).toBe(
      'Бул кайсы суроого тиешелүү экени белгисиз, эч нерсе сакталган жок. Суроону ачып, кайра жөнөтүңүз.',
    );
    expect(phone.screen.text).toContain('Көк-Жар айыл өкмөтү');
  });

  test('a repeated delivery of a message changes nothing more', async () => {
    const office = await openOffice();
    await answerAll(office, { '3.1': {}, '3.2': {} });
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 301);
    const before = (await evidence(office)).length;
    await phone.say('№ 45, 12.03.2025', { messageId: 900 });
    await phone.say('№ 45, 12.03.2025', { messageId: 900 });
    expect(await evidence(office)).toHaveLength(before + 1);
  });

  test.each(['voice', 'sticker', 'poll', 'location'])('a %s gets a sentence', async (other) => {
    const { office, phone } = await at(301);
    await phone.say('', { text: null, other });
    expect(phone.last.note?.text).toBe(
      'Бот үн билдирүүсүн, видеону жана стикерди окуй албайт. Сураныч, текст менен жазыңыз.',
    );
    expect(phone.screen.text).toMatch(/^<b>3\.1<\/b>/);
    expect(await answerOf(office, 301)).toEqual({ revision: 0 });
  });

  test('somebody who answers nothing is left to the other journeys, and so is a command', async () => {
    const office = await openOffice();
    const message = {
      chatId: 1,
      messageId: 1,
      text: 'Салам',
      caption: null,
      file: null,
      other: null,
      replyTo: null,
      album: null,
      edited: false,
    };
    const { walk } = phoneOf(office, 'member');
    for (const who of ['member', 'operator', 'head', 'stranger'] as const) {
      expect(await walk.onMessage(await office.visit(who), message)).toBeNull();
    }
    const command = { ...message, text: '/нет' };
    expect(await walk.onMessage(await office.visit('officer'), command)).toBeNull();
  });
});
