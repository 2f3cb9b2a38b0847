/** An update taken in and not yet done with. */
export interface InboxRow {
  readonly updateId: number;
  readonly chatId: number;
  /** The update's JSON as Telegram sent it. */
  readonly body: string;
  /** The service has run; only the replies may be missing. */
  readonly applied: boolean;
  readonly attempts: number;
}

/** After so many failures an update is parked, the person is told, and it is counted. */
export const ATTEMPTS = 3;

/** Telegram keeps an update for 24 hours and may start its ids anew after a week: two days suffice. */
export const KEPT_MS = 48 * 60 * 60 * 1000;
