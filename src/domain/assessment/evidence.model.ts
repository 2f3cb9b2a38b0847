/** A document named or sent for an item. */
export interface Evidence {
  readonly id: number;
  readonly assessmentId: number;
  /** Item code. */
  readonly item: number;
  readonly kind: 'reference' | 'file';
  /** The reference as typed, or the caption of a file. */
  readonly text: string | null;
  readonly fileName: string | null;
  /** bytes */
  readonly fileSize: number | null;
}

/** The message it came with, so that a redelivery adds nothing twice. */
export interface Source {
  readonly chatId: number;
  readonly messageId: number;
  /** Telegram's id of the album. */
  readonly album: string | null;
}
