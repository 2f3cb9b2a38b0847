import { expect, test } from 'vitest';
import { encode } from '../../../src/chat/callback.ts';
import { addRecord } from '../../../src/domain/register/keeping.service.ts';
import { recordsOf, servantOf } from '../../../src/domain/register/reading.service.ts';
import { createStaff } from '../../../src/flows/staff/staff.ts';
import { buttonsOf, type Phone, phoneOf } from '../../support/phone.ts';
import { enlist, entry, keeper } from '../../support/register.ts';
import { type Office, openOffice } from '../../support/visit.ts';

const officerOf = (office: Office): Phone => phoneOf(office, 'officer', 'ky', createStaff());

/** The person and the kinds and dates of his history, as they stand. */
async function standing(office: Office, servant: number) {
  const { work, scope } = await keeper(office);
  const person = await servantOf(work.read, scope, servant);
  const records = await recordsOf(work.read, scope, servant);
  return { person, records: records.map(({ id: _id, ...record }) => record) };
}

/** The newest message: a question, or a receipt above it. */
const newest = (phone: Phone, back = 1) => [...phone.messages.values()].at(-back);

const open = (phone: Phone, office: Office, servant: number) =>
  phone.press(encode('staffPerson', [office.orgId, servant]));

test('a name is enough; what else is asked may be skipped, and each answer is receipted', async () => {
  const office = await openOffice();
  const phone = officerOf(office);
  await phone.open();
  await phone.tap('Кызматчылар');
  await phone.tap('Кошуу');
  expect(newest(phone)?.text).toBe('Аты-жөнүн толук жазыңыз. Мисалы: Асанова Айгүл Бакытовна.');
  await phone.fill('Өмүрова   Гүлнур');
  expect(newest(phone, 2)).toEqual({
    text: 'Кошулду: Өмүрова Гүлнур.',
    rows: [[{ text: 'Жокко чыгаруу', data: expect.any(String) }]],
  });
  await phone.fill('башкы адис');
  expect(newest(phone, 2)?.text).toBe('Оңдолду. Кызмат орду: башкы адис.');
  await phone.tap('Өткөрүп жиберүү');
  expect(newest(phone)?.text).toMatch(/^Акыркы жолу качан окуган\?/);
  expect(await phone.fill('кечээ')).toMatch(/^Дата түшүнүксүз\./);
  await phone.fill('03.12.2031');
  expect(newest(phone, 2)?.text).toMatch(/^03\.12\.2031 күнү али келе элек/);
  await phone.fill('03.12.2022');
  expect(phone.screen.text.split('\n')[0]).toBe('Жазылды. Окутуу, 03.12.2022.');
  expect(await standing(office, 1)).toMatchObject({
    person: {
      name: 'Өмүрова Гүлнур',
      position: 'башкы адис',
      appointedOn: null,
      trainedOn: '2022-12-03',
    },
    records: [entry('training', '2022-12-03')],
  });
});

test('the way out of adding is open at each step: the name alone stays, and can be undone', async () => {
  const office = await openOffice();
  const phone = officerOf(office);
  await phone.open();
  await phone.tap('Кызматчылар');
  await phone.tap('Кошуу');
  await phone.fill('Асанов Бакыт');
  for (let step = 0; step < 3; step += 1) await phone.tap('Өткөрүп жиберүү');
  expect(phone.screen.text.split('\n').at(-1)).toBe(
    'Окутуу мөөнөтү эсептелген жок: дайындалган күнү да, акыркы окуусу да жазылган эмес.',
  );
  await phone.tap('Жокко чыгаруу');
  expect(phone.screen.text).toMatch(/^Жокко чыгарылды\.\n\n<b>Кызматчылар: 0<\/b>/);
  expect((await standing(office, 1)).person).toBe(null);
});

test('one field at a time is corrected, emptied and undone', async () => {
  const office = await openOffice();
  const servant = await enlist(office, { name: 'Асанов Бакыт', unit: 'Архив' });
  const before = await standing(office, servant);
  const phone = officerOf(office);
  await phone.open();
  await open(phone, office, servant);
  await phone.tap('Оңдоо');
  await phone.tap('Бөлүмү');
  expect(newest(phone)).toEqual({
    text: 'Азыр: Архив\n\nБөлүмүн жазыңыз. Мисалы: финансы бөлүмү.',
    rows: [[{ text: 'Бош калтыруу', data: encode('staffFieldEmpty', [office.orgId, servant, 5]) }]],
  });
  await phone.fill('Финансы & эсеп');
  expect(phone.screen.text).toMatch(/^Оңдолду\. Бөлүмү: Финансы &amp; эсеп\.\n\n<b>Асанов/);
  await phone.tap('Оңдоо');
  await phone.tap('Бөлүмү');
  await phone.tap('Бош калтыруу');
  expect(phone.screen.text).toMatch(/^Өчүрүлдү: Бөлүмү\./);
  await phone.tap('Оңдоо');
  await phone.tap('Тобу');
  await phone.tap('улук');
  await phone.tap('Оңдоо');
  await phone.tap('Кийинки окуусу');
  await phone.fill('01.02.2026');
  expect(phone.screen.text).toContain('1. Окутуу – мөөнөтү 01.02.2026, 20 күн калды.');
  expect((await standing(office, servant)).person).toMatchObject({
    unit: null,
    group: 'senior',
    nextTraining: '2026-02-01',
  });
  for (let change = 0; change < 4; change += 1) {
    await phone.tap('‹ Кызматчылар');
    await phone.tap('Дагы');
    await phone.tap('Акыркы өзгөртүүлөр');
    const undo = buttonsOf(phone.screen).flat()[0] ?? '';
    await phone.tap(undo);
    expect(phone.screen.text).toMatch(/^Жокко чыгарылды\./);
  }
  expect(await standing(office, servant)).toEqual(before);
});

test('records are chosen, dated and numbered; the newest counts, a wrong one is deleted', async () => {
  const office = await openOffice();
  const servant = await enlist(office, { name: 'Асанов Бакыт' }, [
    entry('rank', '2022-05-01', 'municipal.inspector-1'),
  ]);
  const phone = officerOf(office);
  await phone.open();
  await open(phone, office, servant);
  await phone.tap('Жазуу кошуу');
  await phone.tap('Окутуу');
  await phone.tap('кайра даярдоо');
  await phone.tap('Кечээ');
  await phone.fill('72 саат, № 45');
  expect(phone.screen.text.split('\n')[0]).toBe(
    'Жазылды. Окутуу, 11.01.2026 · кайра даярдоо · 72 саат · буйрук № 45.',
  );
  await phone.tap('Жазуу кошуу');
  await phone.tap('Класстык чен');
  expect(buttonsOf(phone.screen).slice(0, 2)).toEqual([
    ['3-класстагы кеңешчи'],
    ['кенже инспектор'],
  ]);
  await phone.tap('3-класстагы кеңешчи');
  await phone.fill('01.12.2025');
  await phone.tap('Өткөрүп жиберүү');
  await phone.tap('Жазуу кошуу');
  await phone.tap('Сыйлоо');
  await phone.tap('Бүгүн');
  await phone.fill('Ардак грамота, № 7');
  await phone.tap('Жазуу кошуу');
  await phone.tap('Декларация');
  await phone.tap('Бүгүн');
  expect(phone.screen.text).toMatch(/^Жазылды\. Декларация, 12\.01\.2026\./);
  expect(await standing(office, servant)).toMatchObject({
    person: {
      trainedOn: '2026-01-11',
      rank: 'municipal.adviser-3',
      rankedOn: '2025-12-01',
      declaredOn: '2026-01-12',
    },
    records: [
      entry('declaration', '2026-01-12'),
      entry('reward', '2026-01-12', 'Ардак грамота', { orderNo: '№ 7' }),
      entry('training', '2026-01-11', 'retraining', { hours: 72, orderNo: '№ 45' }),
      entry('rank', '2025-12-01', 'municipal.adviser-3'),
      entry('rank', '2022-05-01', 'municipal.inspector-1'),
    ],
  });
  await phone.tap('Тарыхы: 5');
  await phone.tap('Өчүрүү: 4');
  expect((await standing(office, servant)).person?.rank).toBe('municipal.inspector-1');
  await phone.tap('Жокко чыгаруу');
  expect((await standing(office, servant)).person?.rank).toBe('municipal.adviser-3');
});

test('documents of the personal file are marked to the state the button names', async () => {
  const office = await openOffice();
  const servant = await enlist(office, { name: 'Асанов Бакыт' });
  const phone = officerOf(office);
  await phone.open();
  await open(phone, office, servant);
  await phone.tap('Көктөмөсү');
  await phone.tap('Анкета');
  const again = encode('staffFile', [office.orgId, servant, 4, 1]);
  await phone.press(again);
  expect((await standing(office, servant)).person?.fileDocuments).toEqual(['questionnaire']);
  await phone.tap('Китепче жок');
  await phone.tap('✓ Анкета');
  expect((await standing(office, servant)).person).toMatchObject({
    fileDocuments: [],
    labourBook: false,
  });
});

test('whoever left has no dates, comes back, and a person added by mistake is deleted and restored', async () => {
  const office = await openOffice();
  const servant = await enlist(office, { name: 'Асанов Бакыт', appointedOn: '2020-01-10' });
  const before = await standing(office, servant);
  const phone = officerOf(office);
  await phone.open();
  await open(phone, office, servant);
  await phone.tap('Оңдоо');
  await phone.tap('Иштен кетти');
  await phone.tap('Бүгүн');
  expect(phone.screen.text).toMatch(/^Иштен кеткен күнү жазылды: 12\.01\.2026\./);
  expect(phone.screen.text).not.toContain('Мөөнөттөр');
  await phone.tap('Оңдоо');
  await phone.tap('Ишке кайтты');
  expect(phone.screen.text).toContain('Мөөнөттөр');
  await phone.tap('Оңдоо');
  await phone.tap('Тизмеден өчүрүү');
  expect(phone.screen.text).toMatch(/^Асанов Бакыт тизмеден тарыхы менен өчүрүлөт\./);
  await phone.tap('Ооба, өчүрүү');
  expect(phone.screen.text).toMatch(/^Тизмеден өчүрүлдү: Асанов Бакыт\.\n\n<b>Кызматчылар: 0/);
  await phone.tap('Жокко чыгаруу');
  expect(await standing(office, servant)).toEqual(before);
  await phone.press(encode('staffUndo', [office.orgId, 999]));
  expect(phone.last).toMatchObject({ alert: true, toast: expect.stringMatching(/тизмеде жок/) });
});

test('a rank that is not recorded is said not to be there with one tap, undone with another', async () => {
  const office = await openOffice();
  const servant = await enlist(office, {
    name: 'Асанов Бакыт',
    appointedOn: '2024-06-06',
    nextTraining: '2027-01-01',
  });
  const phone = officerOf(office);
  await phone.open();
  await open(phone, office, servant);
  const labels = () => buttonsOf(phone.screen).flat();
  expect(phone.screen.text).toContain('\nКласстык чени: жазылган эмес\n');
  expect(phone.screen.text).not.toContain('Класстык чен –');
  expect(labels()).toContain('Чени жок');
  await phone.tap('Чени жок');
  expect(phone.screen.text).toMatch(/^Оңдолду\. Класстык чени: жок\.\n\n<b>Асанов Бакыт/);
  expect(phone.screen.text).toContain('\nКласстык чени: жок\n');
  expect(phone.screen.text).toContain('Класстык чен – ыйгарууну күтүп жатат: 220 күн.');
  expect(labels()).not.toContain('Чени жок');
  await phone.tap('Жокко чыгаруу');
  expect(phone.screen.text).toContain('\nКласстык чени: жазылган эмес\n');

  const { work, scope, today } = await keeper(office);
  await addRecord(
    work,
    scope,
    servant,
    entry('rank', '2025-01-01', 'municipal.inspector-3'),
    today,
  );
  // The old button on the card that was open.
  await phone.tap('Чени жок');
  expect(phone.screen.text).toMatch(/^<b>Асанов Бакыт/);
  expect((await standing(office, servant)).person).toMatchObject({ noRank: null });

  const head = phoneOf(office, 'head', 'ky', createStaff());
  await head.open();
  const other = await enlist(office, { name: 'Осмонов Эмил' });
  await open(head, office, other);
  expect(head.screen.text).toContain('Класстык чени: жазылган эмес');
  expect(buttonsOf(head.screen).flat()).not.toContain('Чени жок');
});
