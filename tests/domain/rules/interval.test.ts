import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addInterval, dayOfYear, latestBase } from '../../../src/domain/rules/interval.rules.ts';
import { addDays } from '../../../src/domain/shared/local-date.ts';

test('a training on 29 February falls due on 28 February three years later, on the 29th four later', () => {
  expect(addInterval('2024-02-29', 3, 'years')).toBe('2027-02-28');
  expect(addInterval('2024-02-29', 4, 'years')).toBe('2028-02-29');
  expect(addInterval('2096-02-29', 4, 'years')).toBe('2100-02-28');
});

test('years, months and days are added as the calendar adds them, on every day of five years', () => {
  const wrong: string[] = [];
  for (
    let day = Temporal.PlainDate.from('2023-01-01');
    day.year < 2028;
    day = day.add({ days: 1 })
  ) {
    for (const unit of ['years', 'months', 'days'] as const) {
      for (const value of [1, 3, 13, 720]) {
        const sum = addInterval(day.toString(), value, unit);
        if (sum !== day.add({ [unit]: value }).toString())
          wrong.push([day.toString(), value, unit].join(' '));
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('the latest base is the last day from which the interval is not after the limit', () => {
  const wrong: string[] = [];
  for (let limit = '2026-01-01'; limit < '2029-01-01'; limit = addDays(limit, 1)) {
    for (const unit of ['years', 'months', 'days'] as const) {
      for (const value of [1, 3, 6]) {
        const base = latestBase(limit, value, unit);
        const reaches = addInterval(base, value, unit) <= limit;
        const next = addInterval(addDays(base, 1), value, unit) <= limit;
        if (!reaches || next) wrong.push(`${limit} ${value} ${unit}: ${base}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('a yearly rule names the same day each year, 29 February as the last of the month', () => {
  expect([dayOfYear(2026, 401), dayOfYear(2026, 229), dayOfYear(2028, 229)]).toEqual([
    '2026-04-01',
    '2026-02-28',
    '2028-02-29',
  ]);
});
