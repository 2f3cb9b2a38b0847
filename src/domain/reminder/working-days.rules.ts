import { Temporal } from 'temporal-polyfill';
import { addDays } from '../shared/local-date.ts';
import type { Holidays } from './holiday.model.ts';

const SATURDAY = 6;

/**
 * Whether a local date is a working day: a row of that very date decides, else a yearly row, else the
 * five-day week. A holiday on a weekend moves nothing (Labour Code of 2025).
 */
export function isWorkingDay(date: string, holidays: Holidays): boolean {
  const dated = holidays.get(date);
  if (dated) return dated.working;
  const weekday = Temporal.PlainDate.from(date).dayOfWeek < SATURDAY;
  const yearly = holidays.get(date.slice(5));
  return yearly ? yearly.working && weekday : weekday;
}

/** The first working day after `date`; `date` itself when a year has none. */
export function nextWorkingDay(date: string, holidays: Holidays): string {
  for (let ahead = 1; ahead <= 366; ahead += 1) {
    const day = addDays(date, ahead);
    if (isWorkingDay(day, holidays)) return day;
  }
  return date;
}
