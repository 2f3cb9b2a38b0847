import { Temporal } from 'temporal-polyfill';

const zoned = (at: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

let last = { minute: -1, timeZone: '', date: '' };

/** The local date, YYYY-MM-DD, of a moment given in milliseconds since 1970. */
export function localDateOf(at: number, timeZone: string): string {
  // Every tap asks; a day never changes within a minute of the clock.
  const minute = Math.floor(at / 60_000);
  if (last.minute !== minute || last.timeZone !== timeZone) {
    last = { minute, timeZone, date: zoned(at, timeZone).toPlainDate().toString() };
  }
  return last.date;
}

/** The local time of day, HH:MM. */
export const localTimeOf = (at: number, timeZone: string): string =>
  zoned(at, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });

/** The moment at which a local date YYYY-MM-DD has come to HH:MM, milliseconds since 1970. */
export const momentAt = (date: string, time: string, timeZone: string): number =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
