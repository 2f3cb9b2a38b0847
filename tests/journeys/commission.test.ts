import { expect, test } from 'vitest';
import { DEMO_GROUP } from '../../src/app/demo-cast.ts';
import { answerAll, MIXED } from './answers.ts';
import { newestFile } from './arrived.ts';
import { MINUTE, openDay } from './day.ts';
import { ORDER } from './papers-at-hand.ts';
import { card, seen } from './seen.ts';
import type { Town } from '../support/town.ts';

const topicsIn = ({ world }: Town) =>
  world.state().groups.find(({ id }) => id === DEMO_GROUP.id)?.topics ?? [];

const inGroup = (town: Town) =>
  town.world
    .messages(DEMO_GROUP.id)
    .filter(({ from, service }) => from === 'bot' && service === undefined)
    .map((message) => ({
      topic: topicsIn(town).find(({ id }) => id === message.threadId)?.name,
      says: seen(message),
    }));

const topics = (town: Town) => topicsIn(town).map(({ name }) => name);

test('the commission gets the card, opens it, and reads every answer', async () => {
  const town = await openDay();
  const chair = town.chat('chair');
  const member = town.chat('firstMember');
  const officer = town.chat('officer');
  await officer.openLetter();
  await officer.tap('Ооба, бул менин мекемем');
  await officer.tap('Баштоо');
  await officer.upload([ORDER]);
  await answerAll(town, 'officer', MIXED);
  await officer.say('/menu');
  await officer.tap('Жөнөтүү алдындагы текшерүү');
  await officer.tap('Комиссияга жөнөтүү');
  await officer.tap('Ооба, жөнөтүү');

  // In private everybody of the commission, in the group the state alone, in the organisation's topic.
  expect(card(chair)).toMatchInlineSnapshot(`
    "№ 2026-0001 · Көк-Жар айыл өкмөтү
    Жөнөтүлдү: 12.01.2026, 09:05
    Азырынча эч ким ача элек

    Жооп берилди: 48 / 48
    Ооба 44 · жарым-жартылай 2 · жок 0
    болгон эмес 1 · тиешеси жок 1
    Талаптарга ылайыктык: 98 %
    (маалымат үчүн, расмий баа эмес)
    Эсептөө тартиби: ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттар боюнча орточо баалардын орточосу.

    Көңүл буруу керек: 3
    • тизмеге дал келбейт – 1
    • «тиешеси жок» – 1
    • чарасы же мөөнөтү жок – 1
    [Баалоону ачуу]"
  `);
  for (const other of ['firstMember', 'secondMember'] as const) {
    expect(card(town.chat(other))).toBe(card(chair));
  }
  expect(topics(town)).toMatchInlineSnapshot(`
    [
      "Көк-Жар айыл өкмөтү",
    ]
  `);
  expect(inGroup(town)).toMatchInlineSnapshot(`
    [
      {
        "says": "№ 2026-0001 · Көк-Жар айыл өкмөтү
    Жөнөтүлдү, каралышын күтүүдө
    [Ботту ачуу]",
        "topic": "Көк-Жар айыл өкмөтү",
      },
    ]
  `);
  expect(town.chat('operator').messages().map(seen).join()).not.toContain('2026-0001');

  await town.advance(7 * MINUTE);
  await member.tap('Баалоону ачуу');
  expect(card(member)).toMatchInlineSnapshot(`
    "№ 2026-0001 · Көк-Жар айыл өкмөтү
    Жөнөтүлдү: 12.01.2026, 09:05
    Ачты: Жаңыл Мамбетова, 12.01.2026, 09:12

    Жооп берилди: 48 / 48
    Ооба 44 · жарым-жартылай 2 · жок 0
    болгон эмес 1 · тиешеси жок 1
    Талаптарга ылайыктык: 98 %
    (маалымат үчүн, расмий баа эмес)
    Эсептөө тартиби: ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттар боюнча орточо баалардын орточосу.

    Көңүл буруу керек: 3
    • тизмеге дал келбейт – 1
    • «тиешеси жок» – 1
    • чарасы же мөөнөтү жок – 1
    [Багыттар боюнча]
    [Word · кыргызча] [Word · орусча]
    [PDF · кыргызча] [PDF · орусча]
    [Excel · кыргызча] [Excel · орусча]
    [JSON]
    [Мекемелердин тизмеси]"
  `);
  expect(card(chair).split('\n').slice(0, 4)).toMatchInlineSnapshot(`
    [
      "№ 2026-0001 · Көк-Жар айыл өкмөтү",
      "Жөнөтүлдү: 12.01.2026, 09:05",
      "Ачты: Жаңыл Мамбетова, 12.01.2026, 09:12",
      "",
    ]
  `);
  expect(inGroup(town)).toMatchInlineSnapshot(`
    [
      {
        "says": "№ 2026-0001 · Көк-Жар айыл өкмөтү
    Каралууда
    [Ботту ачуу]",
        "topic": "Көк-Жар айыл өкмөтү",
      },
    ]
  `);
  expect(seen(officer.last())).toMatchInlineSnapshot(`
    "Көк-Жар айыл өкмөтү
    Комиссия № 2026-0001 баалоону ачты: 12.01.2026, 09:12. Эми аны кайтарып алууга болбойт."
  `);

  // Every answer, as the officer gave it.
  await member.tap('Багыттар боюнча');
  expect(card(member)).toMatchInlineSnapshot(`
    "№ 2026-0001 · Көк-Жар айыл өкмөтү

    Багыттар
    [1. Жалпы маалымат · 2/2]
    [2. Резерв, ротация · 4/4]
    [3. Өнүктүрүү, окутуу · 5/5]
    [4. Класстык чендер · 2/2]
    [5. Эмгек тартиби · 5/5]
    [6. Стаж, үстөк акы · 2/2]
    [7. Технологиялар · 3/3]
    [8. Этика · 3/3]
    [9. Аттестация · 2/2]
    [10. Бошотуу, зыян · 2/2]
    [11. Квалификация · 1/1]
    [12. Кадр иши · 12/12]
    [13. Отчеттуулук · 1/1]
    [14. е-Kyzmat · 4/4]
    [Баалоого кайтуу]"
  `);
  await member.tap(/^1\. /);
  expect(card(member)).toMatchInlineSnapshot(`
    "№ 2026-0001 · Көк-Жар айыл өкмөтү

    1. Мамлекеттик орган жана ЖӨБ органы жөнүндө жалпы маалымат, башкаруучу документтер
    [1.1 · жарым-жартылай · док. 1]
    [1.2 · ооба · док. 1]
    [Багыттар боюнча] [Баалоого кайтуу]"
  `);
  await member.tap(/^1\.1/);
  expect(card(member)).toMatchInlineSnapshot(`
    "№ 2026-0001 · Көк-Жар айыл өкмөтү

    1.1 Мекемеңиздин түзүмү жана штаттык ырааттамасы бекитилгенби?

    Мекеменин жообу: жарым-жартылай
    ✓ Түзүм
    – Штаттык ырааттама: жок
    Түшүндүрмө: Түзүм А & Б <бекитилген>
    Файл: «буйрук.pdf», 69 байт
    Чара: жазылган эмес

    Эскерткичтин тексти: «Жумушчу комиссия төмөнкүлөрдү изилдейт: … мамлекеттик органдын жана ЖӨБ органынын түзүмүн жана штаттык ырааттамасын»
    [Файл: буйрук.pdf]
    [1-багыт] [1.2 ›]
    [Баалоого кайтуу]"
  `);
  expect(await member.tap(/^Файл: /)).toBe('Файл азыр келет.');
  expect(seen(member.last())).toMatchInlineSnapshot(`
    "{буйрук.pdf}
    № 2026-0001 · Көк-Жар айыл өкмөтү · 1.1"
  `);
  expect(newestFile(town, member).bytes.equals(ORDER.bytes)).toBe(true);
  const read = new Set<string>();
  for (let left = 60; left > 0; left -= 1) {
    const item = /^(\d+\.\d+) /m.exec(member.card().text ?? '')?.[1];
    if (item) read.add(item);
    const next = member
      .buttons()
      .flat()
      .find((label) => label.endsWith('›'));
    if (next === undefined) break;
    await member.tap(next);
  }
  expect(read.size).toBe(48);

  await member.say('/review');
  expect(card(member)).toMatchInlineSnapshot(`
    "Мекемелер: 1
    Күтүүдө 0 · каралууда 1
    [Көк-Жар АӨ · каралууда]
    [Башкы бет]"
  `);
});
