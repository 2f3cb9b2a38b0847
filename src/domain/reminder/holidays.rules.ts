import type { Localised } from '../shared/language.ts';
import { isLocalDate } from '../shared/local-date.ts';
import type { Holiday } from './holiday.model.ts';

const NEW_YEAR: Localised = {
  ky: 'Жаңы жылдык майрам күндөрү',
  ru: 'Новогодние праздничные дни',
  en: 'New Year holidays',
};
const MAY: Localised = {
  ky: 'Май майрамдары',
  ru: 'Майские праздничные дни',
  en: 'May holidays',
};
const OROZO: Localised = {
  ky: 'Орозо айт',
  ru: 'Орозо айт',
  en: 'Orozo Ait',
};
const KURMAN: Localised = {
  ky: 'Курман айт',
  ru: 'Курман айт',
  en: 'Kurman Ait',
};

const yearly = (name: Localised, ...days: readonly string[]): Holiday[] =>
  days.map((day) => ({ day, name, moon: false, working: false }));
const moon = (name: Localised, ...days: readonly string[]): Holiday[] =>
  days.map((day) => ({ day, name, moon: true, working: false }));

/** The last year whose moon-dependent days are shipped. */
export const SHIPPED_UNTIL = '2030';

/**
 * Days off of the Labour Code of 2025; none is moved when it falls on a weekend. The moon-dependent
 * ones are those of the Umm al-Qura calendar, expected only: the operator sets them when announced.
 */
export const SHIPPED_HOLIDAYS: readonly Holiday[] = [
  ...yearly({ ky: 'Жаңы жыл', ru: 'Новый год', en: 'New Year' }, '01-01'),
  ...yearly(NEW_YEAR, '01-02', '01-03', '01-04', '01-05', '01-06'),
  ...yearly(
    { ky: 'Православдык Рождество', ru: 'Православное Рождество', en: 'Orthodox Christmas' },
    '01-07',
  ),
  ...yearly(
    {
      ky: 'Аялдардын эл аралык күнү',
      ru: 'Международный женский день',
      en: 'International Women’s Day',
    },
    '03-08',
  ),
  ...yearly({ ky: 'Нооруз', ru: 'Нооруз', en: 'Nooruz' }, '03-21'),
  ...yearly({ ky: 'Эмгек майрамы', ru: 'Праздник труда', en: 'Labour Day' }, '05-01'),
  ...yearly(MAY, '05-02', '05-03', '05-04', '05-06', '05-07', '05-08'),
  ...yearly({ ky: 'Конституция күнү', ru: 'День Конституции', en: 'Constitution Day' }, '05-05'),
  ...yearly({ ky: 'Жеңиш күнү', ru: 'День Победы', en: 'Victory Day' }, '05-09'),
  ...yearly({ ky: 'Эгемендүүлүк күнү', ru: 'День независимости', en: 'Independence Day' }, '08-31'),
  ...moon(OROZO, '2026-03-20', '2027-03-09', '2028-02-26', '2029-02-14', '2030-02-04'),
  ...moon(KURMAN, '2026-05-27', '2027-05-16', '2028-05-05', '2029-04-24', '2030-04-13'),
];

/** A day of every year (MM-DD, of a leap year) or of one (YYYY-MM-DD). */
export const isHolidayDay = (day: string): boolean =>
  isLocalDate(day) || (/^\d{2}-\d{2}$/.test(day) && isLocalDate(`2028-${day}`));

/** The day of a year (0: every year) and of month * 100 + day; null: the calendar has none. */
export function holidayDay(year = 0, monthDay = 0): string | null {
  const two = String(monthDay).padStart(4, '0');
  const end = `${two.slice(0, 2)}-${two.slice(2)}`;
  const day = year === 0 ? end : `${String(year).padStart(4, '0')}-${end}`;
  return isHolidayDay(day) ? day : null;
}

/** Rows that speak of a year, in the order of its days; a dated row comes after the yearly one. */
export const ofYear = (all: Iterable<Holiday>, year: number): Holiday[] =>
  [...all]
    .filter(({ day }) => day.length === 5 || day.startsWith(`${year}-`))
    .toSorted((one, other) =>
      one.day.slice(-5) === other.day.slice(-5)
        ? one.day.length - other.day.length
        : one.day.slice(-5) < other.day.slice(-5)
          ? -1
          : 1,
    );
