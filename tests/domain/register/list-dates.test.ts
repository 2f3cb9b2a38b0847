import { expect, test } from 'vitest';
import { dayOf, serialDate, typedDate } from '../../../src/domain/register/list-dates.rules.ts';

const TWELFTH = [
  '12.03.2021',
  '12/03/2021',
  '12-03-2021',
  '12,03,2021',
  '2021-03-12',
  '2021.03.12',
  '2021-03-12T00:00:00',
  '2021-03-12 00:00:00.000',
  '12.03.2021 0:00:00',
  '12. 03. 2021',
  '12.3.21',
  '12.03.2021-ж.',
  '12.03.2021-жыл',
  '12.03.2021 г.',
  '12.03.2021г',
  '12.03.2021.',
  '12 марта 2021',
  '«12» марта 2021 года',
  '12-март 2021-ж.',
  '12-март, 2021-жыл',
  '2021-жылдын 12-марты',
  '2021-жылдын 12-мартында',
  '2021-ж. 12-март',
  '12 мар. 2021',
  'March 12, 2021',
  '12 March 2021',
  'с 12.03.2021',
  '44267',
];

test.each(TWELFTH)('«%s» is 12 March 2021', (text) => {
  expect(typedDate(text, 2026)).toBe('2021-03-12');
});

const UNCLEAR = [
  '2021',
  '2021-ж.',
  '03.2021',
  'март 2021',
  '03/25/2021',
  '30.02.2021',
  '29.02.2023',
  '12.03',
  '12.03.202',
  'мурда',
  '1',
  '45',
  '99999',
  '12 мартобря',
  '00.00.0000',
];

test.each(UNCLEAR)('«%s» is no date', (text) => {
  expect(typedDate(text, 2026)).toBeNull();
});

test('two digits are the year nearest behind, or at most ten years ahead', () => {
  expect([
    typedDate('01.02.85', 2026),
    typedDate('01.02.36', 2026),
    typedDate('01.02.37', 2026),
  ]).toEqual(['1985-02-01', '2036-02-01', '1937-02-01']);
});

test('every month is read in Kyrgyz, Russian and English', () => {
  for (let month = 0; month < 12; month++) {
    const at = new Date(Date.UTC(2024, month, 15));
    const expected = `2024-${String(month + 1).padStart(2, '0')}-15`;
    for (const language of ['ru', 'en', 'ky']) {
      const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
      expect(typedDate(`15 ${name.format(at)} 2024`, 2026), `${language} ${month + 1}`).toBe(
        expected,
      );
    }
  }
});

test('serials are counted as Excel counts them', () => {
  expect([
    dayOf(1),
    dayOf(59),
    dayOf(61),
    dayOf(44_267),
    dayOf(0, true),
    dayOf(-1),
    dayOf(9e9),
  ]).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '2021-03-12', '1904-01-01', null, null]);
  const last = 2_958_465;
  expect([dayOf(last), dayOf(last + 1), dayOf(last - 1462, true), dayOf(last, true)]).toEqual([
    '9999-12-31',
    null,
    '9999-12-31',
    null,
  ]);
  expect([serialDate(2021), serialDate(44_267.75)]).toEqual([null, '2021-03-12']);
});
