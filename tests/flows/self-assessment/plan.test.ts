import { describe, expect, test } from 'vitest';
import { answerOf, buttonsOf, jump, phoneOf } from '../../support/phone.ts';
import { openOffice } from '../../support/visit.ts';

async function saidNo() {
  const office = await openOffice();
  const phone = phoneOf(office, 'officer');
  await phone.open();
  await jump(phone, office, 301);
  await phone.tap('Жок');
  return { office, phone };
}

const PLAN = { planWhat: '@prepare-document', planWho: '@head', planUntil: '2026-02-12' };

describe('the plan after "no"', () => {
  test('asks what will be done, in ready phrases or own words', async () => {
    const { phone } = await saidNo();
    expect(phone.screen.text).toBe(
      '<b>3.1: Жок, сакталды</b>\n\nКемчиликти жоюу үчүн эмне кылынат?\nТандаңыз же өзүңүз жазыңыз.',
    );
    expect(buttonsOf(phone.screen)).toEqual([
      ['Документти даярдап, бекитүү'],
      ['Жетишпеген документти толуктоо'],
      ['Кызматчыны окууга жөнөтүү'],
      ['Жазууларды оңдоо'],
      ['Маалыматты системага киргизүү'],
      ['Өз сөзүм менен'],
      ['Кийин жазам'],
    ]);
  });

  test('is made in three taps on the same message, then the next item comes', async () => {
    const { office, phone } = await saidNo();
    const message = phone.screenId;
    await phone.tap('Документти даярдап, бекитүү');
    expect(phone.screen.text).toBe(
      '<b>3.1: Жок, сакталды</b>\n\nЧара: Документти даярдап, бекитүү\nКим жооптуу?\nКачанга чейин?',
    );
    await phone.tap('Жетекчи');
    expect(buttonsOf(phone.screen)).toEqual([
      ['Мен', '✓ Жетекчи'],
      ['Башка'],
      ['2 апта', '1 ай'],
      ['3 ай', 'Дата'],
      ['Кийин жазам'],
    ]);
    await phone.tap('1 ай');
    expect(await answerOf(office, 301)).toMatchObject({ rating: 'no', revision: 4, ...PLAN });
    expect(phone.screen.text).toMatch(/^<b>3\.2<\/b>.*\n3\.1: Жок, сакталды\n/);
    expect(phone.screenId).toBe(message);
  });

  test('takes quick taps in any order, for each names what it sets', async () => {
    const { office, phone } = await saidNo();
    await phone.tap('Документти даярдап, бекитүү');
    const drawn = phone.screen.rows.flat();
    const dataOf = (text: string) => {
      const button = drawn.find((one) => one.text === text);
      return button && 'data' in button ? button.data : '';
    };
    await phone.press(dataOf('1 ай'));
    await phone.press(dataOf('Жетекчи'));
    expect(await answerOf(office, 301)).toMatchObject(PLAN);
  });

  test('can be put off, and opened again from the card', async () => {
    const { office, phone } = await saidNo();
    await phone.tap('Кийин жазам');
    expect(phone.screen.text).toMatch(/^<b>3\.2<\/b>/);
    expect(await answerOf(office, 301)).not.toHaveProperty('planWhat');
    await jump(phone, office, 301);
    await phone.tap('Чара');
    await phone.tap('Жазууларды оңдоо');
    expect(await answerOf(office, 301)).toMatchObject({ planWhat: '@correct-records' });
  });

  test('takes what is typed for the part that is missing', async () => {
    const { office, phone } = await saidNo();
    await phone.say('Программаны иштеп чыгуу');
    await phone.say('Асанова А., адис');
    await phone.say('12.02.2025');
    expect(phone.last.note?.text).toBe(
      'Бул дата өтүп кеткен. Бүгүнкү же андан кийинки датаны жазыңыз.',
    );
    expect(phone.screen.text).toContain('Жооптуу: Асанова А., адис\nКачанга чейин?');
    await phone.say('12.02.2026');
    expect(await answerOf(office, 301)).toMatchObject({
      planWhat: 'Программаны иштеп чыгуу',
      planWho: 'Асанова А., адис',
      planUntil: '2026-02-12',
    });
    expect(phone.screen.text).toMatch(/^<b>3\.2<\/b>/);
  });

  test('does not take a lone answer or a document for a plan', async () => {
    const { office, phone } = await saidNo();
    await phone.say('жок');
    expect(phone.last.note?.text).toBe(
      '3.1: кемчиликти жоюу үчүн эмне кылынарын жазыңыз же «Кийин жазам» баскычын басыңыз.',
    );
    await phone.say('№ 45, 12.03.2025');
    expect(phone.last.note?.text).toBe('3.1 суроосуна документ кошулду:\n№ 45, 12.03.2025');
    expect(await answerOf(office, 301)).not.toHaveProperty('planWhat');
  });

  test('is typed by forms behind "own words", "other" and "date"', async () => {
    const { office, phone } = await saidNo();
    await phone.tap('Өз сөзүм менен');
    expect(await phone.fill('ж'.repeat(301))).toBe(
      'Текст өтө узун: 301 белги, эң көбү 300. Кыскартып кайра жөнөтүңүз.',
    );
    await phone.fill('Комиссия түзүү');
    await phone.tap('Башка');
    await phone.fill('Исаков Н.');
    await phone.tap('Дата');
    expect(await phone.fill('кийинки айда')).toBe(
      'Дата түшүнүксүз. Күн.ай.жыл түрүндө жазыңыз, мисалы: 15.03.2026.',
    );
    await phone.fill('01.06.2026');
    expect(await answerOf(office, 301)).toMatchObject({
      planWhat: 'Комиссия түзүү',
      planWho: 'Исаков Н.',
      planUntil: '2026-06-01',
    });
  });

  test('is not asked for a "yes"', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 301);
    await phone.tap('Ооба');
    expect(phone.screen.text).toMatch(/^<b>3\.2<\/b>/);
  });
});

describe('not applicable', () => {
  test('is saved only with its reason, a ready phrase', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 703);
    await phone.tap('Тиешеси жок');
    expect(await answerOf(office, 703)).toEqual({ revision: 0 });
    expect(buttonsOf(phone.screen)).toEqual([
      ['Мындай кызмат орду каралган эмес'],
      ['Мекеме жаңы түзүлгөн'],
      ['Башка мекеме аткарат'],
      ['Өз сөзүм менен'],
      ['‹ Суроого'],
    ]);
    await phone.tap('Башка мекеме аткарат');
    expect(await answerOf(office, 703)).toMatchObject({
      rating: 'not-applicable',
      reason: '@other-organisation',
    });
    expect(phone.screen.text).toMatch(/^<b>8\.1<\/b>.*\n7\.3: Тиешеси жок, сакталды/);
  });

  test('takes the reason typed at its question or in its form', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 703);
    await phone.tap('Тиешеси жок');
    await phone.say('Сайтты район жүргүзөт');
    expect(await answerOf(office, 703)).toMatchObject({ reason: 'Сайтты район жүргүзөт' });
    await jump(phone, office, 701);
    await phone.tap('Тиешеси жок');
    await phone.tap('Өз сөзүм менен');
    await phone.fill('Система азырынча берилген эмес');
    expect(await answerOf(office, 701)).toMatchObject({
      rating: 'not-applicable',
      reason: 'Система азырынча берилген эмес',
    });
  });

  test('loses its reason when the answer changes', async () => {
    const office = await openOffice();
    const phone = phoneOf(office, 'officer');
    await phone.open();
    await jump(phone, office, 703);
    await phone.tap('Тиешеси жок');
    await phone.tap('Башка мекеме аткарат');
    await jump(phone, office, 703);
    expect(phone.screen.text).toContain('Себеби: Башка мекеме аткарат');
    await phone.tap('Ооба');
    expect(await answerOf(office, 703)).not.toHaveProperty('reason');
  });
});
