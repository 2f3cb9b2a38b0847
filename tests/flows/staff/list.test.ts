import { expect, test } from 'vitest';
import { createStaff } from '../../../src/flows/staff/staff.ts';
import { buttonsOf, phoneOf } from '../../support/phone.ts';
import { enlist, entry } from '../../support/register.ts';
import { type Office, openOffice, type Who } from '../../support/visit.ts';

const phoneTo = (office: Office, who: Who, language: 'ky' | 'ru' | 'en' = 'ky') =>
  phoneOf(office, who, language, createStaff());

const NAMES = [
  'Үсөнов Нурлан',
  'Асанова Айгүл Бакытовна',
  'Өмүрова Гүлнур',
  'Ормонов Эрмек',
  'Жээнбеков Азамат',
  'Токтобаев Бекжан Кадырович',
  'Уметов Канат',
  'Бакыт уулу Нурлан',
  'Ёлкина Анна',
];

test('the list begins empty, with the way to fill it; a head is told who fills it', async () => {
  const office = await openOffice();
  const officer = phoneTo(office, 'officer');
  await officer.open();
  await officer.tap('Кызматчылар');
  expect(officer.screen.text).toBe(
    '<b>Кызматчылар: 0</b>\nКөк-Жар айыл өкмөтү\n\nТизме бош. Excel файлын жүктөңүз же кызматчыларды бирден кошуңуз: баштоого аты-жөнү жетиштүү.',
  );
  expect(buttonsOf(officer.screen)).toEqual([['Тизмени жүктөө'], ['Кошуу', 'Дагы'], ['Башкы бет']]);
  const head = phoneTo(office, 'head');
  await head.open();
  await head.tap('Кызматчылар');
  expect(head.screen.text.split('\n').at(-1)).toBe(
    'Тизме бош. Аны кадр иши боюнча жооптуу толтурат.',
  );
  expect(buttonsOf(head.screen)).toEqual([['Башкы бет']]);
});

test('stands by the Kyrgyz alphabet, seven a page, and tells who is overdue', async () => {
  const office = await openOffice();
  for (const name of NAMES) await enlist(office, { name, position: 'адис' });
  await enlist(office, { name: 'Абдыраев Талант', appointedOn: '2020-01-10' });
  await enlist(office, { name: 'Кеткен Кызматчы', leftOn: '2025-12-31' });
  const phone = phoneTo(office, 'officer');
  await phone.open();
  await phone.tap('Кызматчылар');
  expect(phone.screen.text).toBe(
    '<b>Кызматчылар: 10</b>\nКөк-Жар айыл өкмөтү\n\nМөөнөтү өткөндөр: 1',
  );
  expect(buttonsOf(phone.screen)).toEqual([
    ['Абдыраев Т. · 1 мөөнөт өттү'],
    ['Асанова А. Б. · адис'],
    ['Бакыт уулу Н. · адис'],
    ['Ёлкина А. · адис'],
    ['Жээнбеков А. · адис'],
    ['Ормонов Э. · адис'],
    ['Өмүрова Г. · адис'],
    ['8–10 ›'],
    ['Издөө', 'Кошуу'],
    ['Эстетмелер', 'Дагы'],
    ['Башкы бет'],
  ]);
  await phone.tap('8–10 ›');
  expect(buttonsOf(phone.screen).slice(0, 4)).toEqual([
    ['Токтобаев Б. К. · адис'],
    ['Уметов К. · адис'],
    ['Үсөнов Н. · адис'],
    ['‹ 1–7'],
  ]);
  await phone.tap('Дагы');
  await phone.tap('Иштен кеткендер: 1');
  expect(buttonsOf(phone.screen)).toEqual([['Кеткен К. · 31.12.2025 кетти'], ['‹ Кызматчылар']]);
});

test('a single row on the page to come is one more, not a page of that number', async () => {
  const office = await openOffice();
  for (let n = 0; n < 8; n++) await enlist(office, { name: `А${n}` });
  const journey = createStaff();
  const pagerIn = async (language: 'ky' | 'ru' | 'en') => {
    const { screen } = await journey.staff(await office.visit('officer', { language }));
    return screen && buttonsOf(screen)[7];
  };
  expect([await pagerIn('ky'), await pagerIn('ru'), await pagerIn('en')]).toEqual([
    ['Дагы 1 ›'],
    ['Ещё 1 ›'],
    ['1 more ›'],
  ]);
  const phone = phoneTo(office, 'officer');
  await phone.open();
  await phone.tap('Кызматчылар');
  await phone.tap('Дагы 1 ›');
  expect(buttonsOf(phone.screen).slice(0, 2)).toEqual([['А7'], ['‹ 1–7']]);
  await phone.tap('‹ 1–7');
  expect(buttonsOf(phone.screen)[7]).toEqual(['Дагы 1 ›']);
});

test('is searched as a phone without Kyrgyz letters types', async () => {
  const office = await openOffice();
  for (const name of NAMES) await enlist(office, { name });
  const phone = phoneTo(office, 'head', 'ru');
  await phone.open();
  await phone.tap('Служащие');
  await phone.tap('Найти');
  await phone.fill('омуров');
  expect(phone.screen.text).toBe('По «омуров» найдено: 1');
  expect(buttonsOf(phone.screen)).toEqual([['Өмүрова Г.'], ['Найти'], ['‹ Служащие']]);
  await phone.tap('Найти');
  await phone.fill('нурлан');
  expect(buttonsOf(phone.screen).slice(0, 2)).toEqual([['Бакыт уулу Н.'], ['Үсөнов Н.']]);
  await phone.tap('Найти');
  await phone.fill('<b>');
  expect(phone.screen.text).toBe(
    'По «&lt;b&gt;» никто не найден. Попробуйте начало фамилии или имени.',
  );
});

test('a card says who, since when, which rank, and why each date is what it is', async () => {
  const office = await openOffice();
  await enlist(
    office,
    {
      name: 'Асанова Айгүл Бакытовна',
      position: 'башкы <адис>',
      group: 'main',
      unit: 'Финансы бөлүмү',
      appointedOn: '2021-03-12',
      serviceStart: '2015-09-01',
      labourBook: true,
    },
    [
      entry('training', '2022-12-03', 'upskilling', { hours: 72, orderNo: '№ 45' }),
      entry('rank', '2022-05-01', 'municipal.adviser-3'),
      entry('attestation', '2024-01-01'),
    ],
  );
  const phone = phoneTo(office, 'officer');
  await phone.open();
  await phone.tap('Кызматчылар');
  await phone.tap('Асанова А. Б. · 1 мөөнөт өттү');
  expect(phone.screen.text).toBe(
    `<b>Асанова Айгүл Бакытовна</b>
башкы &lt;адис&gt;

Тобу: башкы
Бөлүмү: Финансы бөлүмү
Дайындалган: 12.03.2021
Кызматка кирген: 01.09.2015
Эмгек китепчеси: бар
Класстык чен: 3-класстагы кеңешчи, 01.05.2022

<b>Мөөнөттөр</b>
1. Окутуу – мөөнөтү 03.12.2025, 40 күн өттү. Акыркы окуусу: 03.12.2022.
2. Аттестация – 01.01.2026 күнүнөн тартып өткөрсө болот. Акыркы аттестациясы: 01.01.2024.
3. Декларация – мөөнөтү 01.04.2026, 79 күн калды. Тапшырылганы жазылган эмес. Негизи такталган эмес: басма сөз боюнча.`,
  );
  expect(buttonsOf(phone.screen)).toEqual([
    ['1. Аткарылды', '1. Кийинчерээк'],
    ['2. Аткарылды', '2. Кийинчерээк'],
    ['3. Аткарылды', '3. Кийинчерээк'],
    ['1. Эмне үчүн?', '2. Эмне үчүн?'],
    ['3. Эмне үчүн?'],
    ['Жазуу кошуу', 'Оңдоо'],
    ['Тарыхы: 3', 'Көктөмөсү'],
    ['‹ Кызматчылар'],
  ]);
  await phone.tap('Тарыхы: 3');
  expect(phone.screen.text).toBe(
    `<b>Тарыхы: Асанова Айгүл Бакытовна</b>

1. Аттестация, 01.01.2024
2. Окутуу, 03.12.2022 · квалификациясын жогорулатуу · 72 саат · буйрук № 45
3. Класстык чен, 01.05.2022 · 3-класстагы кеңешчи`,
  );

  const head = phoneTo(office, 'head');
  await head.open();
  await head.tap('Кызматчылар');
  await head.tap('Асанова А. Б. · 1 мөөнөт өттү');
  expect(buttonsOf(head.screen)).toEqual([
    ['1. Эмне үчүн?', '2. Эмне үчүн?'],
    ['3. Эмне үчүн?'],
    ['Тарыхы: 3', 'Көктөмөсү'],
    ['‹ Кызматчылар'],
  ]);
  await head.tap('Тарыхы: 3');
  expect(buttonsOf(head.screen)).toEqual([['‹ Карточкасы']]);
});

test('of two organisations the list is chosen first', async () => {
  const office = await openOffice();
  const { client } = office.database;
  await client.role.create({
    data: { kind: 'head', personId: office.id('officer'), orgId: office.otherOrgId, createdAt: 1n },
  });
  const { staff } = createStaff();
  const { screen } = await staff(await office.visit('officer'));
  expect(screen && buttonsOf(screen).flat().toSorted()).toEqual([
    'Ак-Кыя АӨ',
    'Башкы бет',
    'Көк-Жар АӨ',
  ]);
});
