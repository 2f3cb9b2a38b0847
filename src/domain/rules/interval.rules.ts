import { addDays } from '../shared/local-date.ts';
import type { RuleUnit } from './model.ts';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    ? 29
    : (DAYS[month - 1] ?? 31);

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function addMonths(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysIn(year, month));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day of a year that a yearly rule's value (month * 100 + day) names; 29 February: else the 28th. */
export function dayOfYear(year: number, value: number): string {
  const month = Math.floor(value / 100);
  const day = Math.min(value % 100, daysIn(year, month));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * `base` and a rule's interval, as Temporal.PlainDate adds: a day the month has not becomes its last
 * (29 February + 3 years = 28 February). Done in whole numbers, because ten thousand people have
 * tens of thousands of dates. Of `yearly`: the rule's day in the year of `base`.
 */
export function addInterval(base: string, value: number, unit: RuleUnit): string {
  switch (unit) {
    case 'years':
      return addMonths(base, value * 12);
    case 'months':
      return addMonths(base, value);
    case 'days':
      return addDays(base, value);
    case 'yearly':
      return dayOfYear(Number(base.slice(0, 4)), value);
  }
}

/** The latest base date for which `base` and the interval is not after `limit`. Not for `yearly`. */
export function latestBase(limit: string, value: number, unit: RuleUnit): string {
  if (unit === 'days') return addDays(limit, -value);
  let base = addInterval(limit, -value, unit);
  // Up to three days more end on the same last day of a short month.
  for (;;) {
    const next = addDays(base, 1);
    if (addInterval(next, value, unit) > limit) return base;
    base = next;
  }
}
