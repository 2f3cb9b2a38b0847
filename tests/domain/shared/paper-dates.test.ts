import { describe, expect, test } from 'vitest';
import {
  isLocalDate,
  kyrgyzDate,
  numericDate,
  russianDate,
} from '../../../src/domain/shared/paper-dates.ts';

const month = (at: number): string => String(at).padStart(2, '0');
const MONTHS = Array.from({ length: 12 }, (_unused, at) => `2026-${month(at + 1)}-15`);

describe('dates of papers', () => {
  test('Kyrgyz dates follow the vowel harmony of each month', () => {
    expect(MONTHS.map((date) => kyrgyzDate(date))).toEqual(
      [
        'январы',
        'февралы',
        'марты',
        'апрели',
        'майы',
        'июну',
        'июлу',
        'августу',
        'сентябры',
        'октябры',
        'ноябры',
        'декабры',
      ].map((name) => `2026-жылдын 15-${name}`),
    );
  });

  test('the form for "on" ends in -нда, -нде or -нунда', () => {
    expect(MONTHS.map((date) => kyrgyzDate(date, 'on').split('-').at(-1))).toEqual([
      'январында',
      'февралында',
      'мартында',
      'апрелинде',
      'майында',
      'июнунда',
      'июлунда',
      'августунда',
      'сентябрында',
      'октябрында',
      'ноябрында',
      'декабрында',
    ]);
  });

  test('the form for "until" and the form for "of" are their own', () => {
    expect([
      kyrgyzDate('2026-01-15', 'until'),
      kyrgyzDate('2026-04-05', 'until'),
      kyrgyzDate('2022-03-22', 'of'),
      kyrgyzDate('2026-07-21', 'of'),
    ]).toEqual([
      '2026-жылдын 15-январына',
      '2026-жылдын 5-апрелине',
      '2022-жылдын 22-мартындагы',
      '2026-жылдын 21-июлундагы',
    ]);
  });

  test('Russian dates stand in the genitive', () => {
    expect(MONTHS.map(russianDate)).toEqual(
      [
        'января',
        'февраля',
        'марта',
        'апреля',
        'мая',
        'июня',
        'июля',
        'августа',
        'сентября',
        'октября',
        'ноября',
        'декабря',
      ].map((name) => `15 ${name} 2026 года`),
    );
  });

  test('tables have the day first, with its zero', () => {
    expect(numericDate('2026-01-05')).toBe('05.01.2026');
  });

  test.each(['2026-13-01', '2026-00-10', '2026-01-32', '15.01.2026', '2026-1-5', ''])(
    'what is no local date is refused: «%s»',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => kyrgyzDate(text)).toThrow(RangeError);
      expect(() => russianDate(text)).toThrow(RangeError);
      expect(() => numericDate(text)).toThrow(RangeError);
    },
  );
});
