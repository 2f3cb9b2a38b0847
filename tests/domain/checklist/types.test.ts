import { expect, test } from 'vitest';
import { items } from '../../../src/domain/checklist/lookup.rules.ts';
import type { Item } from '../../../src/domain/checklist/model.ts';
import { memo } from './memo-edition.ts';

const described = (item: Item): string =>
  [
    item.type,
    item.parts.length ? `${item.any ? 'any of ' : ''}${item.parts.length} parts` : '',
    item.numbers ? `${item.numbers.labels.length} numbers, ${item.numbers.rule}` : '',
    item.facts.length ? item.facts.map((fact) => fact.rating).join('/') : '',
    item.noCase ? 'no case' : '',
    item.no ? 'own no' : '',
  ]
    .filter((word) => word !== '')
    .join('; ');

const idsOf = (wanted: (item: Item) => boolean): string[] =>
  items(memo)
    .filter(wanted)
    .map((item) => item.id);

test('every item is answered in its own way', () => {
  const kase = 'case; no case; own no';
  expect(Object.fromEntries(items(memo).map((item) => [item.id, described(item)]))).toEqual({
    '1.1': 'parts; 2 parts',
    '1.2': 'parts; 2 parts',
    '2.1': kase,
    '2.2': kase,
    '2.3': kase,
    '2.4': kase,
    '3.1': 'rating',
    '3.2': 'parts; 2 parts; no case',
    '3.3': 'numbers; 2 numbers, none-left',
    '3.4': 'parts; any of 3 parts; no case',
    '3.5': kase,
    '4.1': 'parts; 2 parts',
    '4.2': 'parts; 2 parts',
    '5.1': 'rating',
    '5.2': kase,
    '5.3': kase,
    '5.4': kase,
    '5.5': kase,
    '6.1': 'rating',
    '6.2': 'rating',
    '7.1': 'rating',
    '7.2': 'rating',
    '7.3': 'rating',
    '8.1': 'rating',
    '8.2': 'numbers; 3 numbers, buttons',
    '8.3': 'rating',
    '9.1': kase,
    '9.2': 'fact; yes/partly; no case',
    '10.1': 'case; 2 numbers, equal; no case; own no',
    '10.2': 'fact; yes/partly; no case',
    '11.1': 'parts; 4 parts',
    '12.1': 'parts; 2 parts',
    '12.2': 'rating',
    '12.3': 'numbers; 3 numbers, filled-posts',
    '12.4': 'parts; 8 parts',
    '12.5': 'rating',
    '12.6': 'rating',
    '12.7': 'parts; 2 parts',
    '12.8': 'numbers; 2 numbers, equal',
    '12.9': 'parts; 3 parts',
    '12.10': 'parts; 2 parts; no case',
    '12.11': 'parts; 3 parts',
    '12.12': 'parts; 2 parts',
    '13.1': 'rating',
    '14.1': 'parts; 3 parts',
    '14.2': 'rating',
    '14.3': 'rating',
    '14.4': 'rating',
  });
});

test('sixteen items say in their own words that nothing happened', () => {
  const words = items(memo).flatMap(({ id, noCase }) =>
    noCase ? [[id, noCase.ky, noCase.ru]] : [],
  );
  expect(words).toEqual([
    ['2.1', 'Конкурс өткөрүлгөн эмес', 'Конкурс не проводился'],
    ['2.2', 'Резервге киргизүү болгон эмес', 'Включения в резерв не было'],
    ['2.3', 'Дайындоо болгон эмес', 'Назначений не было'],
    ['2.4', 'Ротация болгон эмес', 'Ротации не было'],
    ['3.2', 'Каржылоо болгон эмес', 'Финансирования не было'],
    ['3.4', 'Окууга жөнөтүү болгон эмес', 'Направлений не было'],
    ['3.5', 'Мындай окутуу болгон эмес', 'Такого обучения не было'],
    ['5.2', 'Сыйлоо болгон эмес', 'Поощрений не было'],
    ['5.3', 'Териштирүү болгон эмес', 'Расследований не было'],
    ['5.4', 'Тартип жазасы болгон эмес', 'Взысканий не было'],
    ['5.5', 'Тартип жазасы болгон эмес', 'Взысканий не было'],
    ['9.1', 'Аттестация болгон эмес', 'Аттестации не было'],
    ['9.2', 'Кайрылуу болгон эмес', 'Обращений не было'],
    ['10.1', 'Мындай бошотуу болгон эмес', 'Таких увольнений не было'],
    ['10.2', 'Зыян келтирүү болгон эмес', 'Ущерба не было'],
    ['12.10', 'Бошотулгандар болгон эмес', 'Уволенных не было'],
  ]);
});

test('an item with a case says «Болгон, документи жок» for no, 5.5 and 10.1 what is missing', () => {
  const own = items(memo).flatMap(({ id, no }) => (no ? [[id, no.ky, no.ru]] : []));
  const apart = ['5.5', '10.1'];
  const plain = own.filter(([id]) => !apart.includes(id ?? ''));
  expect(own.filter(([id]) => apart.includes(id ?? ''))).toEqual([
    ['5.5', 'Жаза болгон, талдоо жок', 'Взыскания были, анализа нет'],
    ['10.1', 'Болгон, кабарлоо жиберилген эмес', 'Было, уведомление не направлено'],
  ]);
  expect(plain.map(([, ky, ru]) => [ky, ru])).toEqual(
    plain.map(() => ['Болгон, документи жок', 'Было, документа нет']),
  );
});

test('the period is named where a question has no answer without it', () => {
  expect(idsOf((item) => item.period)).toEqual(
    '2.1 2.2 2.3 2.4 3.4 3.5 5.2 5.3 5.4 5.5 8.2 9.1 9.2 10.1 10.2'.split(' '),
  );
});

test('files are not asked for where they would show personal data', () => {
  const personal = memo.directions.filter((direction) => direction.personalData);
  expect(personal.map((direction) => direction.number)).toEqual([4, 5, 9, 10, 11, 12]);
});

test('the printed place of the heading of direction 2 is told, and of no other', () => {
  expect(memo.directions.map((direction) => direction.note?.ky ?? null)).toEqual([
    null,
    'Эскерткичте бул багыттын аталышы 1-багыттын акыркы абзацы катары басылган.',
    ...Array.from({ length: 12 }, () => null),
  ]);
});

test('direction 12 alone has two groups, each with its sub-heading', () => {
  const headings = memo.directions.map(({ groups }) => groups.map((group) => group.heading?.ky));
  expect(headings[11]).toEqual(['Өздүк көктөмөлөр', 'Эмгек китепчелери']);
  expect(headings.filter((_, index) => index !== 11)).toEqual(
    Array.from({ length: 13 }, () => [undefined]),
  );
});

test('five phrases for a plan, three for what is not applicable', () => {
  expect(memo.phrases.plan.map(({ text }) => text.ky)).toEqual([
    'Документти даярдап, бекитүү',
    'Жетишпеген документти толуктоо',
    'Кызматчыны окууга жөнөтүү',
    'Жазууларды оңдоо',
    'Маалыматты системага киргизүү',
  ]);
  expect(memo.phrases.notApplicable.map(({ text }) => text.ky)).toEqual([
    'Мындай кызмат орду каралган эмес',
    'Мекеме жаңы түзүлгөн',
    'Башка мекеме аткарат',
  ]);
});
