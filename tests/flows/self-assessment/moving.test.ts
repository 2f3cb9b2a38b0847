import { describe, expect, test } from 'vitest';
import { encode } from '../../../src/chat/callback.ts';
import { answerAll } from '../../support/answered.ts';
import { answerOf, buttonsOf, jump, type Phone, phoneOf } from '../../support/phone.ts';
import { NOW, openOffice } from '../../support/visit.ts';

const itemOf = (phone: Phone): string | undefined => /^<b>([\d.]+)/.exec(phone.screen.text)?.[1];

describe('moving through the items', () => {
  test('every answer leads to the next open item, none is skipped', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await phone.tap('Баштоо');
    const seen: (string | undefined)[] = [];
    for (const button of ['Баары бар', 'Баары бар', 'Ооба', 'Ооба']) {
      seen.push(itemOf(phone));
      await phone.tap(button);
    }
    expect([...seen, itemOf(phone)]).toEqual(['1.1', '1.2', '2.1', '2.2', '2.3']);
  });

  test('what is put off comes back after all others, one after another', async () => {
    const office = await openOffice();
    const others = { '1.1': {}, '3.1': {}, '14.4': {} };
    await answerAll(office, others);
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 101);
    const seen = [itemOf(phone)];
    for (let taps = 0; taps < 4; taps++) {
      await phone.tap('Кийинчерээк');
      seen.push(itemOf(phone));
    }
    expect(seen).toEqual(['1.1', '3.1', '14.4', '1.1', '3.1']);
    expect(await answerOf(office, 101)).toMatchObject({ later: true });
    await phone.tap('Ооба');
    expect(itemOf(phone)).toBe('1.1');
    await phone.tap('Баары бар');
    expect(itemOf(phone)).toBe('14.4');
    await phone.tap('Кийинчерээк');
    expect(phone.screen.text).toBe('the check before sending');
  });

  test('the last answer leads to the check before sending', async () => {
    const office = await openOffice();
    await answerAll(office, { '7.3': {} });
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await phone.tap('Улантуу');
    expect(itemOf(phone)).toBe('7.3');
    await phone.tap('Ооба');
    expect(phone.screen.text).toBe('the check before sending');
  });

  test('back goes to the item before, and from the first one home', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 201);
    await phone.tap('‹ Артка');
    expect(itemOf(phone)).toBe('1.2');
    await phone.tap('‹ Артка');
    await phone.tap('‹ Артка');
    expect(phone.screen.text).toContain('Кийинкиси: 1.1');
  });

  test('the list of directions counts, turns its page and jumps into a direction', async () => {
    const office = await openOffice();
    await answerAll(office, { '3.1': {}, '3.2': { later: true }, '8.3': {} });
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await phone.tap('Багыттар');
    expect(phone.screen.text).toBe('<b>Багыттар · 1–7</b>\nЖооп берилди: 45 / 48');
    expect(buttonsOf(phone.screen)).toEqual([
      ['✓ 1. Жалпы маалымат · 2/2'],
      ['✓ 2. Резерв, ротация · 4/4'],
      ['3. Өнүктүрүү, окутуу · 3/5'],
      ['✓ 4. Класстык чендер · 2/2'],
      ['✓ 5. Эмгек тартиби · 5/5'],
      ['✓ 6. Стаж, үстөк акы · 2/2'],
      ['✓ 7. Технологиялар · 3/3'],
      ['Башкы бет', '8–14 ›'],
    ]);
    await phone.tap('8–14 ›');
    expect(buttonsOf(phone.screen).at(-1)).toEqual(['Башкы бет', '‹ 1–7']);
    expect(buttonsOf(phone.screen)[0]).toEqual(['8. Этика · 2/3']);
    await phone.tap('‹ 1–7');
    await phone.tap('3. Өнүктүрүү, окутуу · 3/5');
    expect(phone.screen.text.split('\n\n').slice(0, 3)).toEqual([
      '<b>3. Өнүктүрүү, окутуу</b>',
      '3.1 Кызматчылардын карьералык өсүүсүнө багытталган чаралардын комплекси барбы? – жооп жок',
      '3.2 Кызматчыларды жалпы жана ведомстволук багыт боюнча окутуунун бекитилген жылдык программасы барбы? – кийинчерээк',
    ]);
    expect(buttonsOf(phone.screen)).toEqual([
      ['3.1', '3.2', '✓ 3.3', '✓ 3.4'],
      ['✓ 3.5'],
      ['Багыттар', 'Башкы бет'],
    ]);
    await phone.tap('✓ 3.5');
    expect(itemOf(phone)).toBe('3.5');
  });

  test('an answer given again leads back to where she was', async () => {
    const office = await openOffice();
    await answerAll(office, { '5.3': {}, '9.1': {}, '9.2': {}, '14.4': {} });
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 901);
    await phone.tap('Ооба');
    expect(itemOf(phone)).toBe('9.2');
    await jump(phone, office, 301);
    await phone.tap('Жарым-жартылай');
    await phone.tap('Кийин жазам');
    expect(itemOf(phone)).toBe('5.3');
    await jump(phone, office, 902);
    await phone.tap('Кайрылуу болгон эмес');
    await jump(phone, office, 303);
    await phone.say('31 0');
    expect(itemOf(phone)).toBe('14.4');
  });

  test('undo puts back what stood before, and a second tap on it does nothing', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 301);
    await phone.tap('Ооба');
    await jump(phone, office, 301);
    await phone.tap('Акыркысын жокко чыгаруу');
    const { rating, revision } = await answerOf(office, 301);
    expect({ rating, revision }).toEqual({ rating: undefined, revision: 2 });
    expect(itemOf(phone)).toBe('3.1');
    await phone.press(encode('undo', [office.assessmentId, 301, 1]));
    expect(await answerOf(office, 301)).toMatchObject({ revision: 2 });
  });

  test('goes on at the open card after any pause, and the answered one leads onward', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 1204);
    await phone.tap('Анкета');
    phone.now = NOW + 20 * 24 * 3600 * 1000;
    const { screen, card, fresh } = await phone.walk.present(
      await office.visit('officer', { now: phone.now }),
    );
    expect(screen?.text).toMatch(/^<b>12\.4<\/b>/);
    expect(screen?.text).toContain('Толук болсо гана белгилеңиз.');
    expect(screen?.rows[6]?.[0]?.text).toBe('Даяр: 1 / 8');
    expect({ card, fresh }).toEqual({
      card: { assessmentId: office.assessmentId, item: 1204 },
      fresh: true,
    });
  });

  test('after a crash between answer and screen the next item is shown', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 701);
    const visit = await office.visit('officer');
    const lost = {
      chatId: office.telegramId('officer'),
      messageId: 900,
      text: 'ооба',
      caption: null,
      file: null,
      other: null,
      replyTo: null,
      album: null,
      edited: false,
    };
    await phone.walk.onMessage(visit, lost);
    const { screen } = await phone.walk.present(visit);
    expect(screen?.text).toMatch(/^<b>7\.2<\/b> · 22 \/ 48 · Технологиялар\n7\.1: Ооба, сакталды/);
  });

  test('a contributor is led through the shared directions alone', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'contributor');
    await phone.open();
    expect(phone.screen.text).toContain('Жооп берилди: 0 / 7\nКийинкиси: 3.1');
    await phone.tap('Баштоо');
    const seen = [itemOf(phone)];
    for (const button of ['Ооба', 'Баары бар', 'Кийинчерээк', 'Баары бар', 'Ооба', 'Баары бар']) {
      await phone.tap(button);
      seen.push(itemOf(phone));
    }
    expect(seen).toEqual(['3.1', '3.2', '3.3', '3.4', '3.5', '4.1', '4.2']);
    await phone.tap('Багыттар');
    expect(buttonsOf(phone.screen)).toEqual([
      ['3. Өнүктүрүү, окутуу · 4/5'],
      ['4. Класстык чендер · 1/2'],
      ['Башкы бет'],
    ]);
    await phone.press(encode('card', [office.assessmentId, 501]));
    expect(phone.last).toEqual({
      toast:
        'Бул баскыч Сизге тиешелүү эмес, эч нерсе өзгөргөн жок. Өз баракчаңызды ачыңыз: /menu.',
      alert: true,
    });
  });
});
