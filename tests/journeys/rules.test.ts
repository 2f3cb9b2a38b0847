import { expect, test } from 'vitest';
import { card, seen } from './seen.ts';
import { openTelegram, somebody } from './telegram.ts';

const OPERATOR = 501;

test('an operator renews a rule, verifies it and moves an expected holiday, typing into the bot', async () => {
  const telegram = await openTelegram([somebody(OPERATOR, 'Чолпон')], {
    operatorIds: [OPERATOR],
  });
  const operator = telegram.chat(OPERATOR);
  await operator.start();
  await operator.say('/admin');
  await operator.tap('Мөөнөттөрдүн эрежелери');
  await operator.tap('Окутуу: 3 жыл');
  await operator.tap('Жаңы маанисин жазуу');
  await operator.say('эки жыл');
  expect(seen(operator.last())).toMatchInlineSnapshot(`
    "Мындай маани болбойт: эки жыл. Бүтүн санды жазыңыз, жыл сайынкы эреже үчүн күндү жана айды.
    [Жокко чыгаруу]"
  `);
  await operator.say('2 жыл');
  await operator.say('–');
  expect(seen(operator.last())).toMatchInlineSnapshot(`
    "Датасы өзгөрө турган кызматчылар: 0, мекемелер: 0.

    Негизин кыргызча жазыңыз: актынын аталышы, датасы, номери, пункту.
    [Жокко чыгаруу]"
  `);
  await operator.say('Мыйзам № 125');
  await operator.say('Закон № 125');
  await operator.say('–');
  await operator.say('–');
  await operator.say('10.01.2026');
  expect(card(operator)).toMatchInlineSnapshot(`
    "Окутуу

    Ушул мөөнөттөн кечиктирилбейт.

    3 жыл
    Жарактуу болгон: 11.01.2026 күнүнө чейин
    расмий, тексти көрүлгөн
    Негизи: Мониторингди жүргүзүү боюнча эскерткич: окутуу «3 жылда бир жолудан кем эмес» (Президенттин 2022-жылдын 22-мартындагы № 85 Жарлыгы).

    2 жыл
    Жарактуу: 12.01.2026 – азыркыга чейин
    расмий, тексти көрүлгөн
    Текст менен салыштырган: Чолпон, 10.01.2026
    Негизи: Мыйзам № 125
    [Салыштырылды: 3 жыл]
    [Салыштырылды: 2 жыл]
    [Жаңы маанисин жазуу]
    [‹ Эрежелер]"
  `);
  await operator.tap('Салыштырылды: 2 жыл');
  expect(card(operator)).toMatchInlineSnapshot(`
    "Окутуу: 2 жыл

    Датасы ушул эреже боюнча эсептелген кызматчылар: 0, мекемелер: 0.

    Негизи: Мыйзам № 125

    Бул маани актынын тексти менен салыштырылдыбы? Андан кийин эреже расмий болуп эсептелет.
    [Ооба, салыштырылды]
    [Жок, калтыруу]"
  `);
  await operator.tap('Ооба, салыштырылды');
  await operator.say('Асанов А.');
  await operator.say('–');
  expect(card(operator)).toContain('Текст менен салыштырган: Асанов А., 12.01.2026');

  await operator.say('/admin');
  await operator.tap('Майрам жана дем алыш күндөр');
  await operator.tap('20.03.2026 Орозо айт');
  expect(card(operator)).toMatchInlineSnapshot(`
    "20.03.2026 – Орозо айт (күтүлөт)

    Бул күн айга жараша аныкталат жана азырынча күтүлгөн күн катары турат. Жарыяланганда ырастаңыз же жылдырыңыз.
    [Күн жарыяланды, ырастоо]
    [Башка күнгө жылдыруу]
    [Тизмеден өчүрүү]
    [‹ Күндөрдүн тизмеси]"
  `);
  await operator.tap('Башка күнгө жылдыруу');
  await operator.say('19.03.2026');
  expect(card(operator)).toMatchInlineSnapshot(`
    "19.03.2026 – Орозо айт
    [Тизмеден өчүрүү]
    [‹ Күндөрдүн тизмеси]"
  `);
});
