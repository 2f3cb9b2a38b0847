import { expect, test } from 'vitest';
import type { ChatClient } from '../support/chat.ts';
import { docxParagraphs, unzip } from '../support/zip.ts';
import { files } from './arrived.ts';
import { briefCard, card, seen } from './seen.ts';
import { openTelegram, somebody } from './telegram.ts';
import { walkTo } from './walking.ts';

const [OPERATOR, OFFICER, CHAIR] = [501, 502, 503];

/** The token of the newest link in a chat. */
function linkIn(chat: ChatClient): string {
  const links = chat
    .messages()
    .flatMap(({ text, keyboard }) => [
      text ?? '',
      ...(keyboard?.inline_keyboard ?? []).flat().map((button) => JSON.stringify(button)),
    ])
    .flatMap((words) => [...words.matchAll(/t\.me\/eskertkich_bot\?start=([\w-]+)/g)]);
  const token = links.at(-1)?.[1];
  if (token === undefined) throw new Error('No link is in the chat');
  return token;
}

test('an operator sets everything up from an empty database, and the bot comes back where she was', async () => {
  const telegram = await openTelegram(
    [somebody(OPERATOR, 'Чолпон'), somebody(OFFICER, 'Гүлнур'), somebody(CHAIR, 'Нурлан')],
    { operatorIds: [OPERATOR] },
  );
  const operator = telegram.chat(OPERATOR);
  await operator.start();
  expect(operator.messages().map((m) => m.text)).toMatchInlineSnapshot(`
    [
      "/start",
      "Эмнеден баштайсыз?",
    ]
  `);
  await operator.say('/admin');
  expect(card(operator)).toMatchInlineSnapshot(`
    "Башкаруу

    Мекемелер: 0
    Жооптуусу кошула электер: 0
    Комиссиялар: 0
    Жүрүп жаткан мониторингдер: 0
    [Мекемелер]
    [Комиссиялар]
    [Мониторингдер]
    [Мөөнөттөрдүн эрежелери]
    [Майрам жана дем алыш күндөр]"
  `);

  await operator.tap('Мекемелер');
  await operator.tap('Кошуу');
  expect(card(operator)).toMatchInlineSnapshot(`
    "Мекеменин түрүн тандаңыз
    [Мамлекеттик орган]
    [ЖӨБ органы]
    [‹ Башкаруу]"
  `);
  await operator.tap('ЖӨБ органы');
  expect(card(operator)).toMatchInlineSnapshot(`
    "Аймакты тандаңыз
    [Баткен облусу]
    [Жалал-Абад облусу]
    [Ысык-Көл облусу]
    [Нарын облусу]
    [Ош облусу]
    [Талас облусу]
    [Чүй облусу]
    [Бишкек шаары]
    [Ош шаары]
    [‹ Башкаруу]"
  `);
  await operator.tap('Нарын облусу');
  await operator.say('Көк-Жар айыл өкмөтү');
  expect(card(operator)).toMatchInlineSnapshot(`
    "Көк-Жар айыл өкмөтү
    ЖӨБ органы · Нарын облусу

    Кошулгандар:
    Азырынча эч ким жок.
    [Кадр боюнча жооптууну чакыруу]
    [Жетекчини чакыруу]
    [Аталышын оңдоо] [Жабуу]
    [Мекемелер]"
  `);

  await operator.say('/admin');
  await operator.tap('Комиссиялар');
  await operator.tap('Кошуу');
  await operator.say('Нарын облусу боюнча комиссия');
  expect(card(operator)).toMatchInlineSnapshot(`
    "Нарын облусу боюнча комиссия

    Кошулгандар:
    Азырынча эч ким жок.

    Топ: туташтырылган эмес
    [Төраганы чакыруу]
    [Мүчөнү чакыруу]
    [Топту туташтыруу]
    [Комиссиялар]"
  `);
  await operator.tap('Төраганы чакыруу');
  await telegram.chat(CHAIR).start(linkIn(operator));
  expect(card(telegram.chat(CHAIR))).toMatchInlineSnapshot(`
    "Саламатсызбы!
    Сиз бул ботко чакырылдыңыз.

    Комиссия: Нарын облусу боюнча комиссия
    Сиз: комиссиянын төрагасы

    Мекемелер жөнөткөн баалоолор Сизге жана комиссиянын мүчөлөрүнө ушул жерге келет: жоопторду окуп, документтерин жүктөп аласыз.
    [Ооба, катышам]
    [Бул чакыруу мага эмес]
    [По-русски] [In English]"
  `);
  await telegram.chat(CHAIR).tap('Ооба, катышам');

  await operator.say('/admin');
  await operator.tap('Мониторингдер');
  await operator.tap('Мониторинг ачуу');
  await operator.say('2026-жылдын мониторинги');
  expect(seen(operator.last())).toMatchInlineSnapshot(`
    "Мөөнөтү качан бүтөт? Мисалы: 15.01.2027
    [Жокко чыгаруу]"
  `);
  await operator.say('15.01.2025');
  await operator.say('15.02.2026');
  await operator.say('01.01.2023 – 31.12.2025');
  await operator.say('+996 312 62 00 00');
  expect(seen(operator.last())).toMatchInlineSnapshot(`
    "Баалоолорду кайсы комиссия карайт? Номерин жазыңыз. Жаңы комиссия керек болсо, – белгисин жөнөтүңүз.

    1. Нарын облусу боюнча комиссия
    [Жокко чыгаруу]"
  `);
  await operator.say('7');
  await operator.say('1');
  expect(card(operator)).toMatchInlineSnapshot(`
    "2026-жылдын мониторинги

    Мөөнөтү: 12.01.2026 – 15.02.2026
    Мезгили: 01.01.2023 – 31.12.2025
    Катышкан мекемелер: 1
    Комиссия: Нарын облусу боюнча комиссия
    Телефон: +996 312 62 00 00
    [Мөөнөтүн узартуу]
    [Мониторингди жабуу]
    [Мониторингдер]"
  `);

  // One letter for each organisation without an officer, with its link and its QR.
  await operator.say('/admin');
  await operator.tap('Чакыруу каттары (Word)');
  expect(card(operator)).toMatchInlineSnapshot(`
    "Жооптуусу кошула элек мекемелер: 1. Ар бирине шилтемеси жана QR-коду бар кат (кыргызча жана орусча) даярдалсынбы?
    [Каттарды даярдоо]
    [‹ Башкаруу]"
  `);
  expect(await operator.tap('Каттарды даярдоо')).toMatchInlineSnapshot(`""`);
  const [letters] = files(telegram.world, operator);
  if (!letters) throw new Error('No letters have come');
  expect(letters.name).toMatchInlineSnapshot(`"Чакыруу_кат_ky_ru.docx"`);
  const words = docxParagraphs(letters.bytes).join('\n');
  expect(words.replaceAll(/start=[\w-]+/g, 'start=…')).toMatchInlineSnapshot(`
    "Көк-Жар айыл өкмөтү
    Чакыруу кат
    Урматтуу кесиптеш!
    Сизди мониторингге катышууга чакырабыз: «2026-жылдын мониторинги». Иш Telegram тиркемесиндеги «Эскерткич» боту аркылуу жүргүзүлөт. Сиздин милдетиңиз: кадр иши боюнча жооптуу. Жоопторду 2026-жылдын 15-февралына чейин жөнөтүүңүздү суранабыз.
    Кантип кирүү керек:
    1. Telegram орнотулган телефондун камерасын төмөнкү QR-кодго кармаңыз же шилтемени телефондо ачыңыз.
    2. Ачылган чатта «Баштоо» («Start», «Запустить») баскычын басыңыз.
    3. Мекемеңиздин аталышын текшерип, «Ооба, бул менин мекемем» баскычын басыңыз.
    Шилтеме Сизге гана арналган, бир жолу иштейт жана 2026-жылдын 11-февралына чейин жарактуу. Аны башка адамга бербеңиз.
    Суроолоруңуз болсо, чалыңыз: +996 312 62 00 00.
    Кызматташканыңыз үчүн ыраазычылык билдиребиз.
    Көк-Жар айыл өкмөтү
    Приглашение
    Уважаемый коллега!
    Приглашаем Вас принять участие в мониторинге: «2026-жылдын мониторинги». Работа ведётся через бот «Эскерткич» в приложении Telegram. Ваша роль: ответственный за кадровую работу. Просим отправить ответы до 15 февраля 2026 года.
    Как войти:
    1. Наведите камеру телефона, где установлен Telegram, на QR-код ниже или откройте ссылку на телефоне.
    2. В открывшемся чате нажмите «Запустить» («Start», «Баштоо»).
    3. Проверьте название организации и нажмите «Да, это моя организация».
    Ссылка предназначена только Вам, срабатывает один раз и действует до 11 февраля 2026 года. Не передавайте её другим.
    Если есть вопросы, звоните: +996 312 62 00 00.
    Благодарим за сотрудничество.

    https://t.me/eskertkich_bot?start=…"
  `);
  expect([...unzip(letters.bytes).keys()].filter((name) => name.endsWith('.png'))).toHaveLength(1);
  const [, token] = /start=([\w-]+)/.exec(words) ?? [];

  // An officer joins by the letter, and goes on where she was when the bot comes back.
  const officer = telegram.chat(OFFICER);
  await officer.start(token);
  expect(card(officer)).toMatchInlineSnapshot(`
    "Саламатсызбы!
    Нарын облусу боюнча комиссия Сизди мониторингге катышууга чакырат.

    Мекеме: Көк-Жар айыл өкмөтү
    Сиз: кадр иши боюнча жооптуу
    Мөөнөтү: 15.02.2026

    48 суроо, болжол менен 1 саат. Бөлүп-бөлүп жооп берсеңиз болот: ар бири дароо сакталат. Комиссия жоопторду Сиз жөнөткөндөн кийин гана көрөт.
    [Ооба, бул менин мекемем]
    [Мен бул мекемеден эмесмин]
    [По-русски] [In English]"
  `);
  await officer.tap('Ооба, бул менин мекемем');
  await officer.tap('Баштоо');
  await walkTo(officer, '2.1');
  await officer.tap('Түшүндүрмө');
  await telegram.restart();
  await officer.say('Конкурс 2024-жылы болгон');
  expect(briefCard(officer)).toMatchInlineSnapshot(`
    "2.1 · 3 / 48 · Резерв, ротация
    1.2: Ооба, сакталды
    Түшүндүрмө: Конкурс 2024-жылы болгон
    [Ооба] [Жарым-жартылай]
    [Болгон, документи жок]
    [Конкурс өткөрүлгөн эмес]
    [Документ] [Түшүндүрмө] [Багыттар]
    [Акыркысын жокко чыгаруу]
    [‹ Артка] [Кийинчерээк]"
  `);
  await telegram.restart();
  await officer.tap('Ооба');
  expect(briefCard(officer)).toMatchInlineSnapshot(`
    "2.2 · 4 / 48 · Резерв, ротация
    2.1: Ооба, сакталды
    [Ооба] [Жарым-жартылай]
    [Болгон, документи жок]
    [Резервге киргизүү болгон эмес]
    [Документ] [Түшүндүрмө] [Багыттар]
    [‹ Артка] [Кийинчерээк]"
  `);

  await operator.say('/admin');
  await operator.tap('Мекемелер');
  await operator.tap(/Көк-Жар/);
  expect(card(operator)).toMatchInlineSnapshot(`
    "Көк-Жар айыл өкмөтү
    ЖӨБ органы · Нарын облусу

    Кошулгандар:
    • Гүлнур – кадр иши боюнча жооптуу

    Катышат:
    • 2026-жылдын мониторинги
    [Кадр боюнча жооптууну чакыруу]
    [Жетекчини чакыруу]
    [Ролун токтотуу: Гүлнур]
    [Аталышын оңдоо] [Жабуу]
    [Мекемелер]"
  `);
  expect(operator.messages().map(seen).join()).not.toContain('Конкурс 2024');
});
