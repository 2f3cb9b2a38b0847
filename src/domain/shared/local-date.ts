import { Temporal } from 'temporal-polyfill';

const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar written YYYY-MM-DD. */
export const isLocalDate = (text: string): boolean => FORM.test(text) && parts(text) !== null;

/** YYYY-MM-DD; null: the calendar has no such day (30 February). */
export function localDate(year: number, month: number, day: number): string | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isLocalDate(text) ? text : null;
}

/** `days` may be negative. */
export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** A local date as screens show it: 15.01.2026. */
export const shown = (date: string): string => date.split('-').toReversed().join('.');

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function parts(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}
