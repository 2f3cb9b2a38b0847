import { localDate } from '../shared/local-date.ts';

/** Days of Excel's calendar between which a bare number is taken for a date: 1927 to 2119. */
const SERIALS = { from: 10_000, to: 80_000 } as const;

/** Years that two digits may lie ahead: 12.03.30 of a list of 2026 is 2030, 12.03.85 is 1985. */
const AHEAD = 10;

const MONTHS: readonly (readonly [stem: string, month: number])[] = [
  ['янв', 1],
  ['фев', 2],
  ['мар', 3],
  ['апр', 4],
  ['май', 5],
  ['мая', 5],
  ['июн', 6],
  ['июл', 7],
  ['авг', 8],
  ['сен', 9],
  ['окт', 10],
  ['ноя', 11],
  ['дек', 12],
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['may', 5],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
];

/** «2021-жылдын», «2021-ж.», «2021 г.», «2021года», with the year behind or before the day. */
const YEAR = '(\\d{4}|\\d{2})\\s*-?\\s*(?:(?:жылдын|жылы|жыл|года|год|ж|г)(?![а-яө])\\.?)?';
/** «12-марты», «12 марта», «12-март». */
const DAY_MONTH = '«?"?(\\d{1,2})"?»?\\s*-?\\s*([а-яөүa-z]{3,})\\.?';
const NUMERIC = new RegExp(`^(\\d{1,2})\\s*[.,/-]\\s*(\\d{1,2})\\s*[.,/-]\\s*${YEAR}$`, 'u');
const ISO = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?$/u;
const DAY_FIRST = new RegExp(`^${DAY_MONTH},?\\s*${YEAR}$`, 'u');
const YEAR_FIRST = new RegExp(`^${YEAR},?\\s*${DAY_MONTH}$`, 'u');
const MONTH_FIRST = /^([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
/** What stands round a date: «с 12.03.2021», «12.03.2021, 09:00», a full stop. */
const AROUND =
  /^(?:с|от|on|from)\s+|(?:\s*,)?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?$|[\s.,;]+$/gu;

/** Characters of the longest date with everything round it, twice over: searching long texts takes long. */
const LONGEST = 80;

/**
 * The local date YYYY-MM-DD that a text means; null: none, or it is not clear which (a year alone,
 * month before day, a day the calendar does not have). `year`: of today, for years of two digits.
 */
export function typedDate(text: string, year: number): string | null {
  const line = text.toLowerCase().replace(/\s+/gu, ' ').trim();
  if (line.length > LONGEST) return null;
  const plain = line.replace(AROUND, '').trim();
  const serial = /^\d{5}$/.test(plain) ? serialDate(Number(plain)) : null;
  if (serial) return serial;
  const full = (shown: string): number => fullYear(shown, year);
  const [, d, m, y] = NUMERIC.exec(plain) ?? [];
  if (d && m && y) return localDate(full(y), Number(m), Number(d));
  const [, iy, im, id] = ISO.exec(plain) ?? [];
  if (iy && im && id) return localDate(Number(iy), Number(im), Number(id));
  const [, dd, dm, dy] = DAY_FIRST.exec(plain) ?? [];
  if (dd && dm && dy) return named(full(dy), dm, Number(dd));
  const [, yy, yd, ym] = YEAR_FIRST.exec(plain) ?? [];
  if (yy && yd && ym) return named(full(yy), ym, Number(yd));
  const [, em, ed, ey] = MONTH_FIRST.exec(plain) ?? [];
  return em && ed && ey ? named(Number(ey), em, Number(ed)) : null;
}

/** A number in a column of dates, as Excel counts days; null: too small or too large for one. */
export const serialDate = (serial: number): string | null =>
  serial >= SERIALS.from && serial < SERIALS.to ? dayOf(serial) : null;

/** 31 December 9999, the last day Excel has. */
const LAST_DAY = 2_958_465;

/**
 * The day of an Excel serial, of any age; `from1904` of workbooks that count from 1904. null: the
 * calendar ends before or begins after.
 */
export function dayOf(serial: number, from1904 = false): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  // Excel has a 29 February 1900; days before it are one further from its 30 December 1899.
  const days = Math.floor(serial) + (from1904 ? 1462 : serial < 60 ? 1 : 0);
  if (days > LAST_DAY) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

function named(year: number, word: string, day: number): string | null {
  const month = MONTHS.find(([stem]) => word.startsWith(stem))?.[1];
  return month === undefined ? null : localDate(year, month, day);
}

function fullYear(shown: string, today: number): number {
  if (shown.length === 4) return Number(shown);
  const near = 2000 + Number(shown);
  return near > today + AHEAD ? near - 100 : near;
}
