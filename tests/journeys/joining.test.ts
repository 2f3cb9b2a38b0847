import { expect, test } from 'vitest';
import { sent } from './answers.ts';
import { openDay } from './day.ts';
import { card, during, seen } from './seen.ts';

const letterOf = (town: Awaited<ReturnType<typeof openDay>>, personId: number): string =>
  town.world.state().people.find(({ id }) => id === personId)?.letter?.startParameter ?? '';

test('who is not from the organisation leaves the link unused, and the operator hears of it', async () => {
  const town = await openDay();
  const [officer, operator] = [town.chat('officer'), town.chat('operator')];
  const link = letterOf(town, officer.personId);
  const stranger = town.chat('head');
  await stranger.start();
  expect(seen(stranger.last())).toMatchInlineSnapshot(`
    "Бул бот чакыруу менен гана иштейт. Мекемеңиз мониторингге катышса, шилтемени сураңыз: +996 312 00 00 00.
    [По-русски] [In English]"
  `);
  await stranger.start(link);
  expect(
    await during(operator, () => stranger.tap('Мен бул мекемеден эмесмин')),
  ).toMatchInlineSnapshot(`
    [
      "Чакырууну ачкан адам ал мага эмес деп жооп берди: Көк-Жар айыл өкмөтү. Шилтеме колдонулган жок, дагы эле иштейт. Аны ким алганын тактаңыз же жаңысын жөнөтүңүз.
    [Мекемени ачуу]",
    ]
  `);
  expect(seen(stranger.last())).toMatchInlineSnapshot(
    `"Түшүндүк. Шилтеме колдонулган жок, операторго кабар берилди."`,
  );
  expect(
    await town.app
      .service()
      .database.client.person.count({ where: { telegramId: BigInt(stranger.personId) } }),
  ).toBe(0);

  // Still unused: the officer joins by it, and then nobody else.
  await officer.start(link);
  await officer.tap('Ооба, бул менин мекемем');
  expect(card(officer).split('\n')[0]).toBe('Көк-Жар айыл өкмөтү');
  await stranger.start(link);
  expect(seen(stranger.last())).toMatchInlineSnapshot(`
    "Бул шилтеме мурда колдонулган. Жаңысын оператордон сураңыз: +996 312 00 00 00.
    [По-русски] [In English]"
  `);
});

test('one person holds several roles, and chooses where to go on', async () => {
  const town = await openDay();
  const chair = town.chat('chair');
  for (const person of ['officer', 'otherOfficer'] as const) {
    await chair.start(letterOf(town, town.chat(person).personId));
    await chair.tap('Ооба, бул менин мекемем');
  }
  await chair.say('/menu');
  expect(card(chair)).toMatchInlineSnapshot(`
    "Ак-Кыя айыл өкмөтү: Кадр ишинин мониторинги, 2026. Мөөнөтү: 09.03.2026

    Көк-Жар айыл өкмөтү: Кадр ишинин мониторинги, 2026. Мөөнөтү: 09.03.2026

    Кайсынысын ачасыз?
    [Ак-Кыя айыл өкмөтү]
    [Көк-Жар айыл өкмөтү]
    [Кызматчылар]
    [Келген баалоолор]
    [Жардам] [Тил]"
  `);
});

test('/privacy says what is kept, and who has opened the organisation’s data', async () => {
  const town = await openDay();
  const [officer, member] = [town.chat('officer'), town.chat('firstMember')];
  await sent(town, 'officer');
  await officer.say('/privacy');
  expect(officer.last().text).toMatchInlineSnapshot(`
    "Кандай маалымат сакталат

    Сиз жөнүндө: Telegram эсебиңиздин аты жана номери, тандаган тилиңиз, ролуңуз, эмне кылганыңыздын журналы.

    Мекеме жөнүндө: жооптор, түшүндүрмөлөр, чаралар жана ырастоочу документтер. Файлдар шифрленип сакталат. Комиссия аларды жөнөтүлгөндөн кийин гана көрөт, башка мекемелер көрбөйт.

    Кызматчылардын тизмеси: аты-жөнү, кызматы, окуулары, класстык чени, аттестациясы жана алардын даталары. Аны мекеменин жооптуусу менен жетекчиси гана көрөт. Комиссия жөнөтүлгөн баалоодон сандарды гана көрөт. Алынып салынган маалымат 30 күндөн кийин биротоло өчөт.

    Билдирүүлөр Telegram аркылуу өтөт: өздүк көктөмөлөрдүн барактарын жөнөтпөңүз, тизмеге паспорттун маалыматын, телефонду, даректи жазбаңыз.

    Көк-Жар айыл өкмөтү
    Мекеменин маалыматын азырынча эч ким ача элек.

    Өзүңүз жөнүндө маалыматты өчүртүү үчүн кайрылыңыз: +996 312 00 00 00."
  `);
  await member.tap('Баалоону ачуу');
  await member.tap('PDF · кыргызча');
  await officer.say('/privacy');
  expect(officer.last().text?.split('\n\n')[5]).toMatchInlineSnapshot(`
    "Көк-Жар айыл өкмөтү
    Мекеменин маалыматын ачкандар жана жүктөгөндөр:
    • 12.01.2026 · Жаңыл Мамбетова · документти жүктөп алды
    • 12.01.2026 · Жаңыл Мамбетова · баалоону ачты"
  `);
  // What is known of the neighbours is not for them.
  const other = town.chat('otherOfficer');
  await other.openLetter();
  await other.tap('Ооба, бул менин мекемем');
  await other.say('/privacy');
  expect(other.last().text).not.toContain('Мамбетова');
});
