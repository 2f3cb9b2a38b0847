import { expect, test } from 'vitest';
import { translate } from '../../../src/chat/translator.ts';
import { parseDate, parsePeriod, readDate } from '../../../src/flows/ask/date.ts';
import { readText } from '../../../src/flows/ask/text.ts';

test.each([
  ['15.03.2026', '2026-03-15'],
  ['15.3.26', '2026-03-15'],
  ['2026-03-15', '2026-03-15'],
  ['15/03/2026', '2026-03-15'],
  ['15-03-2026', '2026-03-15'],
  ['15 03 2026', '2026-03-15'],
  [' 1.2.2026 г. ', '2026-02-01'],
  ['29.02.2028', '2028-02-29'],
])('%s is the date %s', (text, date) => {
  expect(parseDate(text)).toBe(date);
});

test.each([
  '',
  '29.02.2026',
  '31.04.2026',
  '15.13.2026',
  '15.03',
  '15.03.206',
  'эртең',
  '0.0.2026',
])('«%s» is no date', (text) => {
  expect(parseDate(text)).toBeNull();
});

test('a past or unclear date gets its sentence in the language of the person', () => {
  const read = (text: string, language: 'ky' | 'ru' | 'en') =>
    readDate(text, translate(language), '2026-11-23');
  expect(read('23.11.2026', 'ky')).toEqual({ ok: true, value: '2026-11-23' });
  expect(read('22.11.2026', 'ky')).toEqual({
    ok: false,
    error: 'Бул дата өтүп кеткен. Бүгүнкү же андан кийинки датаны жазыңыз.',
  });
  expect(read('потом', 'ru')).toEqual({
    ok: false,
    error: 'Дата непонятна. Напишите день.месяц.год, например: 15.03.2026.',
  });
  expect(read('later', 'en')).toEqual({
    ok: false,
    error: 'The date is unclear. Write day.month.year, for example: 15.03.2026.',
  });
});

test.each([
  ['01.01.2023 – 31.12.2025', { from: '2023-01-01', to: '2025-12-31' }],
  ['1.1.23-31.12.25', { from: '2023-01-01', to: '2025-12-31' }],
  ['2023-01-01 2025-12-31', { from: '2023-01-01', to: '2025-12-31' }],
  ['с 01.01.2023 по 31.12.2025', { from: '2023-01-01', to: '2025-12-31' }],
  ['31.12.2025 – 01.01.2023', null],
  ['01.01.2023', null],
  ['01.01.2023 02.01.2023 03.01.2023', null],
  ['30.02.2023 – 31.12.2025', null],
])('the period %s', (text, period) => {
  expect(parsePeriod(text)).toEqual(period);
});

test('text is taken as typed, within its limit', () => {
  const t = translate('ru');
  expect(readText('  <b> & 👩‍🌾 ', t, 100)).toEqual({ ok: true, value: '<b> & 👩‍🌾' });
  expect(readText('🌷🌷🌷', t, 3)).toEqual({ ok: true, value: '🌷🌷🌷' });
  expect(readText(' \n ', t, 3)).toEqual({
    ok: false,
    error: 'Текст пуст. Напишите хотя бы несколько слов.',
  });
  expect(readText('а'.repeat(5000), t, 2000)).toEqual({
    ok: false,
    error:
      'Текст слишком длинный: знаков 5000, можно не более 2000. Сократите и отправьте ещё раз.',
  });
});
