import { expect, test } from 'vitest';
import { atTheCheck } from './answers.ts';
import { files, newestFile, wordsOf } from './arrived.ts';
import { DAY, openDay } from './day.ts';
import { ORDER, PHOTO } from './papers-at-hand.ts';
import { card, during, seen } from './seen.ts';

test('a contradiction is explained or mended, and nothing else hinders the sending', async () => {
  const town = await openDay();
  const officer = town.chat('officer');
  await atTheCheck(town, 'officer', {
    '5.4': { rating: 'no-case' },
    '7.3': { rating: 'no' },
  });
  expect(card(officer)).toMatchInlineSnapshot(`
    "Жөнөтүү алдындагы текшерүү
    Көк-Жар айыл өкмөтү

    Жооп берилди: 48 / 48
    Ооба 46 · жарым-жартылай 0 · жок 1
    болгон эмес 1 · тиешеси жок 0
    Талаптарга ылайыктык: 98 %
    (маалымат үчүн, расмий баа эмес)

    Көңүл буруңуз: 2
    • 5.5 – башка жоопко дал келбейт
    • 7.3 – чара жазылган эмес
    Эсептөө тартиби: ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттар боюнча орточо баалардын орточосу.
    [Аларды карап чыгуу]
    [Долбоорду басып чыгаруу (PDF)]
    [Кол коюлган бетти тиркөө]
    [Комиссияга жөнөтүү]
    [Кийинчерээк]"
  `);
  await officer.tap('Аларды карап чыгуу');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Көңүл буруңуз: 1 / 2

    5.5 Тартип жазалары жөнүндө маалыматтар талданабы?

    Сиздин жооп: ооба

    5.4-суроого «тартип жазасы болгон эмес» деп, ал эми 5.5-суроого жаза болгондой жооп берилген.
    Эки жоопту салыштырып, катасын оңдоңуз же себебин жазыңыз.
    [Жоопту ачуу] [5.4 ›]
    [Түшүндүрмө жазуу]
    [Ушундай калсын]
    [Текшерүүгө кайтуу]"
  `);
  expect(await during(officer, () => officer.tap('Түшүндүрмө жазуу'))).toMatchInlineSnapshot(`
    [
      "5.4-суроого «тартип жазасы болгон эмес» деп, ал эми 5.5-суроого жаза болгондой жооп берилген.

    Эмне үчүн ушундай экенин жазыңыз. Түшүндүрмө баалоо менен кошо комиссияга жөнөтүлөт. Эң көбү 500 белги.
    [Жокко чыгаруу]",
    ]
  `);
  expect(
    await during(officer, () => officer.say('Талдоо алдын ала жүргүзүлгөн')),
  ).toMatchInlineSnapshot(`
    [
      "Түшүндүрмө сакталды.",
      "Көңүл буруңуз: 1 / 1

    7.3 Мекемеңиздин веб-сайты барбы?

    Сиздин жооп: жок

    Кемчиликти жоюу чарасы жазылган эмес: эмне кылынат, ким жооптуу, качанга чейин.
    [Чараны жазуу]
    [Жоопту ачуу]
    [Түшүндүрмө жазуу]
    [Ушундай калсын]
    [Текшерүүгө кайтуу]",
    ]
  `);
  await officer.tap('Ушундай калсын');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Жөнөтүү алдындагы текшерүү
    Көк-Жар айыл өкмөтү

    Жооп берилди: 48 / 48
    Ооба 46 · жарым-жартылай 0 · жок 1
    болгон эмес 1 · тиешеси жок 0
    Талаптарга ылайыктык: 98 %
    (маалымат үчүн, расмий баа эмес)

    Көңүл буруңуз: 1
    • 7.3 – чара жазылган эмес

    Түшүндүрүлгөн: 1
    • 5.5 – башка жоопко дал келбейт
    Эсептөө тартиби: ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттар боюнча орточо баалардын орточосу.
    [Аларды карап чыгуу]
    [Долбоорду басып чыгаруу (PDF)]
    [Кол коюлган бетти тиркөө]
    [Комиссияга жөнөтүү]
    [Кийинчерээк]"
  `);
  await officer.say('/menu');
  await officer.tap('Жөнөтүү алдындагы текшерүү');
  await officer.tap('Аларды карап чыгуу');
  await officer.tap('Жоопту ачуу');
  expect(card(officer)).toMatchInlineSnapshot(`
    "5.5 · 18 / 48 · Эмгек тартиби

    Тартип жазалары жөнүндө маалыматтар талданабы?
    Мезгили: 01.01.2023 – 31.12.2025
    Документ: жазалардын саны жана себептери талданган маалымкат

    Сиздин жооп: Ооба
    Ырастоочу документтер: 1
    Эскерткичтин тексти
    «Жумушчу комиссия төмөнкүлөрдү изилдейт: … тартип жазалары жөнүндө маалыматтарды талдоону»

    Комиссия тартип жазалары жөнүндө маалыматтар талданып, кандай тыянак чыгарылганын карайт.

    Кайда сакталат: жетекчиге берилген маалымкаттардын арасында
    [✓ Ооба] [Жарым-жартылай]
    [Жаза болгон, талдоо жок]
    [Тартип жазасы болгон эмес]
    [№, датасы] [Түшүндүрмө] [Багыттар]
    [Акыркысын жокко чыгаруу]
    [‹ Артка] [Кийинкиси ›]
    [Текшерүүнү улантуу]"
  `);
});

test('from a doubt she comes to the next one, whatever she does about it', async () => {
  const town = await openDay();
  const officer = town.chat('officer');
  const plan = { planWhat: '@send-to-training', planWho: '@head', planUntil: '2026-03-15' };
  await atTheCheck(town, 'officer', {
    '1.2': { rating: 'yes' },
    '3.1': { rating: 'yes' },
    '3.2': { rating: 'yes' },
    '3.4': { rating: 'yes' },
    '5.4': { rating: 'no-case' },
    '7.3': { rating: 'no' },
    '8.1': { rating: 'no', ...plan, planUntil: null },
  });
  const title = () => card(officer).split('\n').slice(0, 3).join(' ').slice(0, 30);
  await officer.tap('Аларды карап чыгуу');
  expect(title()).toBe('Көңүл буруңуз: 1 / 7  5.5 Тарт');
  // The answer is changed: the contradiction is gone.
  await officer.tap('Жоопту ачуу');
  await officer.tap('Тартип жазасы болгон эмес');
  expect(title()).toContain('Көңүл буруңуз: 1 / 6  1.2');
  // Typed instead of pressed, and then the same number by one tap.
  await officer.tap('Документ кошуу');
  await officer.say('№ 45, 12.03.2025');
  expect(title()).toContain('Көңүл буруңуз: 1 / 5  3.1');
  await officer.tap('Документ кошуу');
  await officer.tap('№ 45, 12.03.2025');
  expect(title()).toContain('Көңүл буруңуз: 1 / 4  3.2');
  // An explanation leaves the doubt; one not written leads back to it.
  await officer.tap('Түшүндүрмө жазуу');
  await officer.tap('Жокко чыгаруу');
  expect(title()).toContain('Көңүл буруңуз: 1 / 4  3.2');
  await officer.tap('Түшүндүрмө жазуу');
  await officer.say('Документ архивде');
  expect(title()).toContain('Көңүл буруңуз: 2 / 4  3.4');
  // Looked at only: the card has the way on. A file leaves it open, for more may follow.
  await officer.tap('Жоопту ачуу');
  await officer.upload([ORDER]);
  expect(title()).toContain('3.4 · ');
  await officer.tap('Текшерүүнү улантуу');
  expect(title()).toContain('Көңүл буруңуз: 2 / 3  7.3');
  await officer.tap('Чараны жазуу');
  await officer.tap('Документти даярдап, бекитүү');
  await officer.tap('Мен');
  await officer.tap('1 ай');
  expect(title()).toContain('Көңүл буруңуз: 2 / 2  8.1');
  await officer.tap('Ушундай калсын');
  expect(title()).toContain('Жөнөтүү алдындагы текшерүү');
  // Nothing is in hand any more: an answer given again leads to the check.
  await officer.tap('Кийинчерээк');
  await officer.tap('Багыттар');
  await officer.tap(/^✓ 2\./);
  await officer.tap(/^✓ 2\.1/);
  await officer.tap('✓ Ооба');
  expect(title()).toContain('Жөнөтүү алдындагы текшерүү');
});

test('papers before sending: the empty form, the draft marked so, the signed page', async () => {
  const town = await openDay();
  const officer = town.chat('officer');
  await atTheCheck(town, 'officer');
  await officer.tap('Кийинчерээк');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Көк-Жар айыл өкмөтү
    Мониторинг: Кадр ишинин мониторинги, 2026
    Мөөнөтү: 09.03.2026, 56 күн калды

    Жооп берилди: 48 / 48
    Бардык суроолорго жооп берилди. Текшерип, комиссияга жөнөтүңүз.
    [Жөнөтүү алдындагы текшерүү]
    [Багыттар] [Кызматчылар]
    [Эстетмелер] [Жардам]
    [Бош баракчаны басып чыгаруу]
    [Тил]"
  `);
  expect(await officer.tap('Бош баракчаны басып чыгаруу')).toBe(
    'Документ даярдалууда, бир аздан кийин ушул жерге келет.',
  );
  expect(newestFile(town, officer).name).toMatchInlineSnapshot(
    `"Көк-Жар_айыл_өкмөтү_Өзүн-өзү_баалоонун_бош_баракчасы_ky.pdf"`,
  );
  expect(wordsOf(newestFile(town, officer)).slice(0, 300)).toMatchInlineSnapshot(
    `"Өзүн-өзү баалоонун бош баракчасыКөк-Жар айыл өкмөтүМониторинг: Кадр ишинин мониторинги, 2026. Жооп берүү мөөнөтү: 2026-жылдын 9-мартына чейинМезгили: 01.01.2023 – 31.12.2025Документтерди карап чыгып, ылайыктуу чарчыны белгилеңиз (×), сандарды жана документтин номери менен датасын жазыңыз.Бөлүктөрү б"`,
  );
  await officer.tap('Жөнөтүү алдындагы текшерүү');
  await officer.tap('Долбоорду басып чыгаруу (PDF)');
  expect(newestFile(town, officer).name).toMatchInlineSnapshot(
    `"Көк-Жар_айыл_өкмөтү_Долбоор_ky.pdf"`,
  );
  expect(wordsOf(newestFile(town, officer))).toContain('ДОЛБООР');
  await officer.tap('Кол коюлган бетти тиркөө');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Кол коюлган беттин сканын же сүрөтүн ушул жерге жөнөтүңүз: PDF, JPG же PNG, эң көбү 20 МБ.
    [Тиркебей кайтуу]"
  `);
  expect(await during(officer, () => officer.say('азыр'))).toMatchInlineSnapshot(`
    [
      "Кол коюлган беттин файлы күтүлүүдө. PDF, JPG же PNG жөнөтүңүз же «Тиркебей кайтуу» баскычын басыңыз.
    [Тиркебей кайтуу]",
    ]
  `);
  expect(await during(officer, () => officer.upload([ORDER]))).toMatchInlineSnapshot(`
    [
      "Кол коюлган бет тиркелди: «буйрук.pdf», 69 байт",
      "Жөнөтүү алдындагы текшерүү
    Көк-Жар айыл өкмөтү

    Жооп берилди: 48 / 48
    Ооба 48 · жарым-жартылай 0 · жок 0
    болгон эмес 0 · тиешеси жок 0
    Талаптарга ылайыктык: 100 %
    (маалымат үчүн, расмий баа эмес)

    Көңүл бура турган суроо жок.

    Кол коюлган бет тиркелди.
    Эсептөө тартиби: ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттар боюнча орточо баалардын орточосу.
    [Долбоорду басып чыгаруу (PDF)]
    [Кол коюлган бетти тиркөө]
    [Комиссияга жөнөтүү]
    [Кийинчерээк]",
    ]
  `);
  await officer.tap('Комиссияга жөнөтүү');
  await officer.tap('Ооба, жөнөтүү');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Жөнөтүлдү. № 2026-0001
    Көк-Жар айыл өкмөтү
    12.01.2026, 09:05

    Комиссия баалоону ачканда Сизге кабар келет. Азырынча эч нерсе кылуунун кереги жок.

    Кол коюлган бет тиркелди.
    [Документ: Word] [Документ: PDF]
    [Кол коюлган бетти тиркөө]
    [Кайтарып алуу]
    [Башкы бет]"
  `);

  // After sending too; and the papers lose their mark.
  await officer.tap('Кол коюлган бетти тиркөө');
  expect(
    await during(officer, () => officer.upload([PHOTO], { as: 'photo' })),
  ).toMatchInlineSnapshot(`
    [
      "Кол коюлган бет тиркелди: «кол_коюлган_бет.png», 70 байт",
      "Жөнөтүлдү. № 2026-0001
    Көк-Жар айыл өкмөтү
    12.01.2026, 09:05

    Комиссия баалоону ачканда Сизге кабар келет. Азырынча эч нерсе кылуунун кереги жок.

    Кол коюлган бет тиркелди.
    [Документ: Word] [Документ: PDF]
    [Кол коюлган бетти тиркөө]
    [Кайтарып алуу]
    [Башкы бет]",
    ]
  `);
  await officer.tap('Документ: Word');
  await officer.tap('Документ: PDF');
  expect(files(town.world, officer).map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "Көк-Жар_айыл_өкмөтү_Өзүн-өзү_баалоонун_бош_баракчасы_ky.pdf",
      "Көк-Жар_айыл_өкмөтү_Долбоор_ky.pdf",
      "Көк-Жар_айыл_өкмөтү_2026-0001_ky.docx",
      "Көк-Жар_айыл_өкмөтү_2026-0001_ky.pdf",
    ]
  `);
  for (const file of files(town.world, officer).slice(-2)) {
    expect(wordsOf(file)).not.toContain('ДОЛБООР');
    expect(wordsOf(file)).toContain('2026-0001');
  }
});

test('what is sent is frozen, can be withdrawn until it is opened, and gets a new number', async () => {
  const town = await openDay();
  const officer = town.chat('officer');
  await atTheCheck(town, 'officer');
  const before = officer.card();
  await officer.tap('Комиссияга жөнөтүү');
  await officer.tap('Ооба, жөнөтүү');

  // Frozen: a button of an old message, words and files change nothing.
  const answers = () => town.app.service().database.client.answer.findMany();
  const frozen = await answers();
  await officer.press('c.1.101', before.id);
  expect(card(officer)).toMatchInlineSnapshot(`
    "Жөнөтүлдү. № 2026-0001
    Көк-Жар айыл өкмөтү
    12.01.2026, 09:05

    Комиссия баалоону ачканда Сизге кабар келет. Азырынча эч нерсе кылуунун кереги жок.
    [Документ: Word] [Документ: PDF]
    [Кол коюлган бетти тиркөө]
    [Кайтарып алуу]
    [Башкы бет]"
  `);
  await officer.press('a.1.301.3.1', before.id);
  expect(card(officer)).toMatchInlineSnapshot(`
    "Жөнөтүлдү. № 2026-0001
    Көк-Жар айыл өкмөтү
    12.01.2026, 09:05

    Комиссия баалоону ачканда Сизге кабар келет. Азырынча эч нерсе кылуунун кереги жок.
    [Документ: Word] [Документ: PDF]
    [Кол коюлган бетти тиркөө]
    [Кайтарып алуу]
    [Башкы бет]"
  `);
  expect(await during(officer, () => officer.say('жок'))).toMatchInlineSnapshot(`
    [
      "Баалоо комиссияга жөнөтүлгөн, жооптор жабык. Комиссия ача элек болсо, «Кайтарып алуу» баскычын басыңыз; ачкан болсо, оңдоого кайтарганын күтүңүз.",
      "Көк-Жар айыл өкмөтү
    Мониторинг: Кадр ишинин мониторинги, 2026
    Мөөнөтү: 09.03.2026, 56 күн калды

    Жооп берилди: 48 / 48
    Баалоо комиссияга жөнөтүлгөн, жооптор жабык.
    [Жөнөтүлгөн баалоону ачуу]
    [Кызматчылар] [Эстетмелер]
    [Жардам] [Тил]",
    ]
  `);
  expect(await during(officer, () => officer.upload([ORDER]))).toMatchInlineSnapshot(`
    [
      "Баалоо комиссияга жөнөтүлгөн, жооптор жабык. Комиссия ача элек болсо, «Кайтарып алуу» баскычын басыңыз; ачкан болсо, оңдоого кайтарганын күтүңүз.",
      "Көк-Жар айыл өкмөтү
    Мониторинг: Кадр ишинин мониторинги, 2026
    Мөөнөтү: 09.03.2026, 56 күн калды

    Жооп берилди: 48 / 48
    Баалоо комиссияга жөнөтүлгөн, жооптор жабык.
    [Жөнөтүлгөн баалоону ачуу]
    [Кызматчылар] [Эстетмелер]
    [Жардам] [Тил]",
    ]
  `);
  expect(await answers()).toEqual(frozen);

  await officer.say('/menu');
  await officer.tap('Жөнөтүлгөн баалоону ачуу');
  await officer.tap('Кайтарып алуу');
  expect(card(officer)).toMatchInlineSnapshot(`
    "№ 2026-0001 баалоону кайтарып алган соң комиссия аны көрбөйт, жооптор кайра ачылат. Кийин жөнөтсөңүз, жаңы номер берилет.
    [Ооба, кайтарып алуу]
    [Артка]"
  `);
  expect(await officer.tap('Ооба, кайтарып алуу')).toBe('Кайтарып алынды, жооптор ачык.');
  expect(card(officer).split('\n')[0]).toBe('Жөнөтүү алдындагы текшерүү');
  await officer.tap('Комиссияга жөнөтүү');
  await officer.tap('Ооба, жөнөтүү');
  expect(card(officer).split('\n')[0]).toBe('Жөнөтүлдү. № 2026-0002');

  await town.chat('firstMember').tap('Баалоону ачуу');
  const told = seen(officer.last());
  expect(told).toMatchInlineSnapshot(`
    "Көк-Жар айыл өкмөтү
    Комиссия № 2026-0002 баалоону ачты: 12.01.2026, 09:05. Эми аны кайтарып алууга болбойт."
  `);
  expect(await during(officer, () => officer.tap('Кайтарып алуу'))).toMatchInlineSnapshot(`[]`);
  expect(card(officer)).toMatchInlineSnapshot(`
    "Жөнөтүлдү. № 2026-0002
    Көк-Жар айыл өкмөтү
    12.01.2026, 09:05

    Комиссия ачты: 12.01.2026, 09:05. Жооптор каралууда.
    [Документ: Word] [Документ: PDF]
    [Кол коюлган бетти тиркөө]
    [Башкы бет]"
  `);
});

test('past the deadline it can still be sent, and both sides see that it came late', async () => {
  const town = await openDay();
  const officer = town.chat('officer');
  await atTheCheck(town, 'officer');
  await town.advance(57 * DAY);
  await officer.say('/menu');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Көк-Жар айыл өкмөтү
    Мониторинг: Кадр ишинин мониторинги, 2026
    Мөөнөтү 09.03.2026 күнү бүткөн. Азыр да жөнөтсөңүз болот: комиссияга «кечигип келди» деп көрүнөт.

    Жооп берилди: 48 / 48
    Бардык суроолорго жооп берилди. Текшерип, комиссияга жөнөтүңүз.
    [Жөнөтүү алдындагы текшерүү]
    [Багыттар] [Кызматчылар]
    [Эстетмелер] [Жардам]
    [Бош баракчаны басып чыгаруу]
    [Тил]"
  `);
  await officer.tap('Жөнөтүү алдындагы текшерүү');
  await officer.tap('Комиссияга жөнөтүү');
  await officer.tap('Ооба, жөнөтүү');
  expect(card(officer)).toMatchInlineSnapshot(`
    "Жөнөтүлдү. № 2026-0001
    Көк-Жар айыл өкмөтү
    10.03.2026, 09:05
    Мөөнөтү: 09.03.2026. Комиссияга «кечигип келди» деп көрүнөт.

    Комиссия баалоону ачканда Сизге кабар келет. Азырынча эч нерсе кылуунун кереги жок.
    [Документ: Word] [Документ: PDF]
    [Кол коюлган бетти тиркөө]
    [Кайтарып алуу]
    [Башкы бет]"
  `);
  expect(card(town.chat('chair'))).toMatchInlineSnapshot(`
    "№ 2026-0001 · Көк-Жар айыл өкмөтү
    Жөнөтүлдү: 10.03.2026, 09:05
    Кечигип келди
    Азырынча эч ким ача элек

    Жооп берилди: 48 / 48
    Ооба 48 · жарым-жартылай 0 · жок 0
    болгон эмес 0 · тиешеси жок 0
    Талаптарга ылайыктык: 100 %
    (маалымат үчүн, расмий баа эмес)
    Эсептөө тартиби: ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттар боюнча орточо баалардын орточосу.
    [Баалоону ачуу]"
  `);
});
