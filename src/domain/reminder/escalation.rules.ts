import { Temporal } from 'temporal-polyfill';

/** The week of a local date as ISO 8601 counts it: 2026-W01 begins on 29.12.2025. */
export function weekOf(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
}
