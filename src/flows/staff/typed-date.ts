import type { Translate } from '../../chat/translator.ts';
import { localDate } from '../../domain/shared/local-date.ts';
import { ok, type Result, refused } from '../../domain/shared/result.ts';
import { parseDate } from '../ask/date.ts';

/** A date of any time, YYYY-MM-DD; else the sentence that names the cure. The service knows the limits. */
export function anyDate(text: string, t: Translate): Result<string, string> {
  const date = parseDate(text);
  return date === null ? refused(t('errors:date.unclear')) : ok(date);
}

/** A local date as a button carries it: 20260112. */
export const dateNumber = (date: string): number => Number(date.replaceAll('-', ''));

/** The date of such a number; null: a forged one. */
export const dateOf = (number: number): string | null =>
  localDate(Math.trunc(number / 10_000), Math.trunc(number / 100) % 100, number % 100);
