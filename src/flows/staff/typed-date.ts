import type { Translate } from '../../chat/translator.ts';
import { typedDate } from '../../domain/register/list-dates.rules.ts';
import { localDate } from '../../domain/shared/local-date.ts';
import { ok, type Result, refused } from '../../domain/shared/result.ts';
import { parseDate } from '../ask/date.ts';

/**
 * A date of any time, YYYY-MM-DD, written in any way a list may have it («12.03.85», «15-ноябрь
 * 2026-ж.»); else the sentence that names the cure. The service knows the limits.
 */
export function anyDate(
  text: string,
  { t, today }: { readonly t: Translate; readonly today: string },
): Result<string, string> {
  const date = typedDate(text, Number(today.slice(0, 4))) ?? parseDate(text);
  return date === null ? refused(t('errors:date.unclear')) : ok(date);
}

/** A local date as a button carries it: 20260112. */
export const dateNumber = (date: string): number => Number(date.replaceAll('-', ''));

/** The date of such a number; null: a forged one. */
export const dateOf = (number: number): string | null =>
  localDate(Math.trunc(number / 10_000), Math.trunc(number / 100) % 100, number % 100);
