import { expect, test } from 'vitest';
import { cleanName } from '../../../src/domain/shared/clean-name.ts';
import { fold } from '../../../src/domain/shared/fold.ts';
import { addDays, isLocalDate, localDate, shown } from '../../../src/domain/shared/local-date.ts';

test.each([
  ['Өмүрова Гүлнур', 'Омурова Гулнур'],
  ['ТОҢ', 'тон'],
  ['Ёлкина', 'елкина'],
  ['е-Kyzmat', 'e-kyzmat'],
  ['  Ак   Кыя\u200B ', 'ак кыя'],
])('%j and %j are found by each other', (left, right) => {
  expect(fold(left)).toBe(fold(right));
});

test('different letters stay different', () => {
  expect(fold('Ош')).not.toBe(fold('Уш'));
  expect(fold('Көк-Жар')).toBe('кок-жар');
});

test('a clean name is one line without hidden characters; emoji and markup stay', () => {
  expect(cleanName('\u202EА\u200F\r\nБ\u0000\t<b>&🌷\uFEFF\uD800')).toBe('А Б <b>&🌷');
  expect(cleanName('е\u0308')).toBe('ё');
  expect(cleanName(' \u200B\u2060 ')).toBe('');
});

test('local dates are days of the calendar', () => {
  expect(isLocalDate('2028-02-29')).toBe(true);
  for (const wrong of ['2026-02-29', '2026-2-1', '2026-13-01', '', '2026-01-01T00:00']) {
    expect(isLocalDate(wrong)).toBe(false);
  }
  expect(localDate(2026, 4, 31)).toBeNull();
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(shown('2026-01-15')).toBe('15.01.2026');
});
