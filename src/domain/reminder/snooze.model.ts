import type { DueKind } from './model.ts';

/** Days from today that something can be put off at most: a year, one leap day included. */
export const LONGEST_SNOOZE = 366;
/** Characters of a reason. */
export const REASON_LIMIT = 200;

/** What is put off, and until the morning of which local date it is not told. */
export interface SnoozeRequest {
  readonly servant: number;
  readonly kind: DueKind;
  readonly until: string;
  /** "@" and the id of a ready phrase, or own words. */
  readonly reason: string;
}

export interface Snoozed {
  readonly until: string;
  readonly reason: string;
  /** Person id of who put it off. */
  readonly by: number;
}

/** Codes of errors.json. */
export type SnoozeRefusal = {
  readonly code:
    | 'register.unknown'
    /** The person has no such date any more: it was done meanwhile. */
    | 'reminder.settled'
    | 'reminder.dateSoon'
    | 'reminder.dateFar'
    | 'reminder.reasonMissing'
    | 'reminder.reasonLong';
  readonly values?: Readonly<Record<string, string | number>>;
};
