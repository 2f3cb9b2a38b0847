import type { Translate } from '../../chat/translator.ts';
import { localDate } from '../../domain/shared/local-date.ts';
import { ok, type Result, refused } from '../../domain/shared/result.ts';

const DAY_FIRST = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/**
 * A typed date as YYYY-MM-DD: 15.03.2026, 15.3.26, 15/03/2026, 2026-03-15. Two digits are a year of
 * this century. null: no date of the calendar.
 */
export function parseDate(text: string): string | null {
  const typed = text.trim().replace(/\s*(г|г\.|ж|ж\.)$/u, '');
  const iso = YEAR_FIRST.exec(typed);
  if (iso) return localDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, day, month, year = ''] = DAY_FIRST.exec(typed) ?? [];
  if (day === undefined) return null;
  return localDate(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
}

/** A date of `notBefore` (YYYY-MM-DD) or later; else the sentence that names the cure. */
export function readDate(text: string, t: Translate, notBefore: string): Result<string, string> {
  const date = parseDate(text);
  if (date === null) return refused(t('errors:date.unclear'));
  return date < notBefore ? refused(t('errors:date.past')) : ok(date);
}

const DATES = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}/g;

/** Two typed dates, whatever stands between them, in their order; null: not two dates of the calendar. */
export function parsePeriod(text: string): { from: string; to: string } | null {
  const found = (text.match(DATES) ?? []).map(parseDate);
  const [from, to] = found;
  if (found.length !== 2 || !from || !to || to < from) return null;
  return { from, to };
}
