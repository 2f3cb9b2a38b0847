import type { Localised } from '../shared/language.ts';

/** A day off, or a working day where the calendar has a day off. */
export interface Holiday {
  /** MM-DD: every year; YYYY-MM-DD: that day, before the yearly one. */
  readonly day: string;
  readonly name: Localised;
  /** Depends on the moon: the day is expected and may be moved. */
  readonly moon: boolean;
  readonly working: boolean;
}

/** The table of holidays by `day`. */
export type Holidays = ReadonlyMap<string, Holiday>;

/** Codes of errors.json. */
export type HolidayRefusal = {
  readonly code: 'holiday.dayWrong' | 'holiday.nameMissing' | 'holiday.unknown';
  readonly values?: Readonly<Record<string, string | number>>;
};
