import { Temporal } from 'temporal-polyfill';
import { localDateOf, localTimeOf } from '../shared/local-time.ts';

/** One moment as papers and screens need it. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Local date YYYY-MM-DD and local time HH:MM in the service's time zone. */
  readonly on: string;
  readonly time: string;
}

export function momentOf(at: number, timeZone: string): Moment {
  return { at, on: localDateOf(at, timeZone), time: localTimeOf(at, timeZone) };
}

/** Days from one local date to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
