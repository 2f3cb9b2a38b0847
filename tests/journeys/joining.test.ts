import { expect, test } from 'vitest';
import { openTown } from '../support/town.ts';

test('an officer joins from the letter in Russian; a forged join of another is turned away', async () => {
  const town = await openTown();
  const officer = town.chat('officer');
  const other = town.chat('otherOfficer');
  await officer.openLetter();
  expect(officer.card().text).toContain('Мекеме: Көк-Жар айыл өкмөтү');
  const join = officer.dataOf('Ооба, бул менин мекемем');

  await other.openLetter();
  expect(await other.press(join)).toBe(
    'Бул баскыч Сизге тиешелүү эмес, эч нерсе өзгөргөн жок. Өз баракчаңызды ачыңыз: /menu.',
  );
  await officer.tap('По-русски');
  expect(officer.card().text).toContain('Вы: ответственный за кадровую работу');
  expect(await officer.tap('Да, это моя организация')).toBe('Вы присоединились');
  expect(officer.card().text).toContain('Көк-Жар айыл өкмөтү');
  await officer.say('/privacy');
  expect(officer.last().text).toContain('Какие данные хранятся');
});

test('whoever says the organisation is not his leaves the link, and the operator hears of it', async () => {
  const town = await openTown();
  const wrong = town.chat('head');
  await wrong.openLetter();
  await wrong.tap('Мен бул мекемеден эмесмин');
  expect(wrong.last().text).toBe('Түшүндүк. Шилтеме колдонулган жок, операторго кабар берилди.');
  const operator = town.chat('operator');
  expect(operator.last().text).toContain('ал мага эмес деп жооп берди: Көк-Жар айыл өкмөтү');
  await wrong.openLetter();
  expect(await wrong.tap('Ооба, бул менин мекемем')).toBe('Кошулдуңуз');
});

test('a stranger gets one sentence with the telephone, whatever he types', async () => {
  const town = await openTown();
  const stranger = town.chat('otherOfficer');
  for (const text of ['/start', '/menu', '/admin', '/review', '/privacy', 'салам']) {
    await stranger.say(text);
    expect(stranger.last().text).toBe(
      'Бул бот чакыруу менен гана иштейт. Мекемеңиз мониторингге катышса, шилтемени сураңыз: +996 312 00 00 00.',
    );
  }
});

test('the operator adds an organisation by typing, invites its officer and sees her blocked', async () => {
  const town = await openTown();
  const operator = town.chat('operator');
  await operator.say('/admin');
  await operator.tap('Мекемелер');
  await operator.tap('Кошуу');
  await operator.tap('ЖӨБ органы');
  await operator.tap('Нарын облусу');
  expect(operator.last().text).toBe('Мекеменин толук аталышын жазыңыз.');
  await operator.say('Үч-Нура <АӨ>');
  expect(operator.card().text).toContain('Үч-Нура <АӨ>');
  expect(operator.card().text).toContain('Катышат:');
  await operator.tap('Кадр жооптуусун чакыруу');
  const token = /start=([A-Za-z0-9_-]{43})/.exec(operator.card().text ?? '')?.[1];
  const officer = town.chat('officer');
  await officer.start(token);
  await officer.tap('Ооба, бул менин мекемем');
  town.world.block(officer.personId, true);
  await town.quiet();
  expect(operator.last().text).toContain('ботту өчүрүп койгондуктан');
  expect(operator.last().text).toContain('Мекеме: Үч-Нура <АӨ>');
});

test('letters for all organisations come as one Word file', async () => {
  const town = await openTown();
  const operator = town.chat('operator');
  await operator.say('/admin');
  await operator.tap('Чакыруу каттары (Word)');
  await operator.tap('Каттарды даярдоо');
  await town.quiet();
  const { document, caption } = operator.last();
  expect(document?.name).toMatch(/\.docx$/);
  expect(caption).toContain('Чакыруу каттары: 2.');
});

test('an officer who types /admin or presses its buttons gets nothing', async () => {
  const town = await openTown();
  const officer = town.chat('officer');
  await officer.openLetter();
  await officer.tap('Ооба, бул менин мекемем');
  await officer.say('/admin');
  expect(officer.last().text).toBe(
    'Бул бөлүм операторлор үчүн гана. Өз баракчаңызды ачыңыз: /menu.',
  );
  for (const data of ['o', 'oo.0', 'og.2', 'oi.0.2', 'ols', 'oqs.2']) {
    expect(await officer.press(data)).toContain('Сизге тиешелүү эмес');
  }
});
