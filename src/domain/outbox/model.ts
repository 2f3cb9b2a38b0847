/** A message owed, claimed for sending. */
export interface MessageRow {
  readonly id: number;
  readonly personId: number;
  readonly chatId: number;
  readonly kind: string;
  /** JSON of ids. */
  readonly payload: string;
  readonly attempts: number;
  readonly createdAt: number;
}

/** A card to be brought up to date, claimed. */
export interface CardRow {
  readonly id: number;
  readonly personId: number;
  readonly chatId: number;
  readonly threadId: number | null;
  readonly subject: string;
  readonly kind: string;
  readonly wanted: number;
  readonly messageId: number | null;
  readonly attempts: number;
}
