import { expect, test } from 'vitest';
import { buttonsOf, owed } from '../../support/journey.ts';
import { enlist } from '../../support/register.ts';
import { NOW, openOffice } from '../../support/visit.ts';
import { DAY, listFor, openMorning, press, sent } from './morning.ts';

test('the list says what is overdue and what comes, and what each line rests on', async () => {
  const { office } = await openMorning();
  await enlist(office, { name: 'Дата Жок' });
  const { screen } = await listFor(office, 'officer');
  expect(screen?.text).toBe(
    [
      '<b>Эстетмелер</b> · Көк-Жар айыл өкмөтү\nМөөнөтү өттү: 1 · күтүп жатат: 0 · жакынкы 90 күндө: 4',
      '1. Асанова А. Б. – окутуу, мөөнөтү 03.12.2025, 40 күн өттү.',
      '2. Токтобаев Б. К. – класстык чен, 20.01.2026 күнүнөн тартып ыйгарса болот. Негизи такталган эмес: басма сөз боюнча.',
      '3. Кызматчылар: 3 – декларация, мөөнөтү 01.04.2026, 79 күн калды. Негизи такталган эмес: басма сөз боюнча.',
      'Окутуу мөөнөтү эсептелбей турган кызматчылар: 1. Алардын акыркы окуусу да, дайындалган күнү да жазылган эмес.',
    ].join('\n\n'),
  );
  expect(buttonsOf(screen)).toEqual([
    ['1. Асанова А. Б. → tp.1.1', '2. Токтобаев → tp.1.2'],
    ['3. Ачуу → yk.1.4.0'],
    ['Бир жыл (сүрөт) → yf.1.1', 'Excel → yf.1.3'],
    ['Календарга (.ics) → yf.1.2'],
    ['Кызматчылар → t.1.0', 'Башкы бет → h'],
  ]);
});

test('the list goes by pages of seven, a page that is gone is the last one', async () => {
  const office = await openOffice();
  for (let n = 0; n < 8; n++) await enlist(office, { name: `А${n}`, nextTraining: '2026-01-12' });
  const first = (await press(office, 'officer', 'y.1.0')).screen;
  expect(buttonsOf(first)[4]).toEqual(['8–9 › → y.1.1']);
  const last = (await press(office, 'officer', 'y.1.9')).screen;
  expect(buttonsOf(last).slice(0, 2)).toEqual([
    ['8. А7 → tp.1.8', '9. Ачуу → yk.1.4.0'],
    ['‹ 1–7 → y.1.0'],
  ]);
});

test('what is put off says until when, man by man, and no longer once that day has come', async () => {
  const { office } = await openMorning();
  await press(office, 'officer', `ylr.1.1.1.${(20260119).toString(36)}.1`);
  await press(office, 'officer', `ylr.1.2.4.${(20260220).toString(36)}.1`);
  const line = async (at: { language?: 'ru' | 'en'; now?: number } = {}) =>
    (await listFor(office, 'head', at)).screen?.text.split('\n\n')[1];
  expect([await line(), await line({ language: 'ru' }), await line({ language: 'en' })]).toEqual([
    '1. Асанова А. Б. – окутуу, мөөнөтү 03.12.2025, 40 күн өттү. 19.01.2026 күнүнө чейин эске салынбайт.',
    '1. Асанова А. Б. – обучение, срок 03.12.2025, прошло 40 дней. До 19.01.2026 не напоминаем.',
    '1. Асанова А. Б. – training, due 03.12.2025, 40 days overdue. No reminder until 19.01.2026.',
  ]);
  const text = (await listFor(office, 'head')).screen?.text;
  expect(text?.match(/эске салынбайт/g)).toHaveLength(1);
  const declarations = (await press(office, 'officer', 'yk.1.4.0')).screen?.text;
  expect(declarations?.split('\n\n').map((part) => part.includes('эске салынбайт'))).toEqual([
    false,
    false,
    true,
  ]);
  expect(await line({ now: NOW + 7 * DAY })).toBe(
    '1. Асанова А. Б. – окутуу, мөөнөтү 03.12.2025, 47 күн өттү.',
  );
});

test('an empty list says so and what is missing', async () => {
  const office = await openOffice();
  const empty = (await listFor(office, 'officer')).screen;
  expect([empty?.text, buttonsOf(empty)]).toEqual([
    '<b>Эстетмелер</b> · Көк-Жар айыл өкмөтү\n\n' +
      'Кызматчылардын тизмеси бош, ошондуктан эске сала турган эч нерсе жок. Адегенде тизмени жүктөңүз.',
    [['Кызматчылар → t.1.0', 'Башкы бет → h']],
  ]);
  await enlist(office, { name: 'Дата Жок' });
  await office.database.client.servant.updateMany({ data: { declaredOn: '2026-01-10' } });
  expect((await listFor(office, 'head', { language: 'ru' })).screen?.text).toBe(
    '<b>Напоминания</b> · Көк-Жар айыл өкмөтү\n\n' +
      'Просроченного нет, и в ближайшие дни (90) ничего не наступает.\n\n' +
      'Срок обучения нельзя вычислить, служащих: 1. У них не записаны ни последнее обучение, ни дата назначения.',
  );
});

test('who reads several registers chooses, who reads none is told whose they are', async () => {
  const office = await openOffice();
  await office.database.client.role.create({
    data: { kind: 'head', createdAt: 0, personId: office.id('officer'), orgId: office.otherOrgId },
  });
  const choice = (await listFor(office, 'officer')).screen;
  expect([choice?.text, buttonsOf(choice)]).toEqual([
    'Кайсы мекеменин эстетмелерин ачасыз?',
    [['Көк-Жар АӨ → y.1.0'], ['Ак-Кыя АӨ → y.2.0'], ['Башкы бет → h']],
  ]);
  for (const who of ['contributor', 'member', 'operator', 'stranger'] as const) {
    expect((await listFor(office, who)).note?.text).toBe(
      'Эстетмелер кадр иши боюнча жооптууга жана жетекчиге көрсөтүлөт. Башкы бет: /menu.',
    );
  }
});

test('picture, calendar and table are ordered once a minute and made of what is read then', async () => {
  const { office } = await openMorning();
  for (const data of ['yf.1.1', 'yf.1.1', 'yf.1.2', 'yf.1.3']) {
    expect(await press(office, 'head', data)).toEqual({
      toast: 'Файл даярдалууда, бир аздан кийин ушул жерге келет.',
    });
  }
  const payload = { orgId: 1, language: 'ky' };
  expect(await owed(office)).toEqual(
    ['reminders.chart', 'reminders.calendar', 'reminders.list'].map((kind) => ({
      kind,
      personId: office.id('head'),
      payload,
    })),
  );
  for (const kind of ['reminders.chart', 'reminders.calendar', 'reminders.list']) {
    await sent(office, 'head', kind);
  }
  expect(office.jobs).toMatchObject([
    { kind: 'year-chart', org: 'Көк-Жар айыл өкмөтү', lines: { length: 4 } },
    { kind: 'calendar', orgId: 1, lines: { length: 4 } },
    { kind: 'due-list', parts: [{ lines: { length: 4 } }] },
  ]);
  await office.database.client.role.updateMany({ data: { revokedAt: 1 } });
  expect(await sent(office, 'head', 'reminders.list')).toBeNull();
});
