/** Whole days of a calendar. */
export interface Calendar {
  readonly language: 'ky' | 'ru';
  readonly name: string;
  /** Milliseconds since 1970: when it was made. */
  readonly at: number;
  readonly events: readonly CalendarDay[];
}

export interface CalendarDay {
  /** The same each time, so that a calendar taken in again changes what it has. */
  readonly id: string;
  /** Local date YYYY-MM-DD. */
  readonly on: string;
  readonly summary: string;
  readonly description: string;
}
