import type { Button } from '../../chat/screen.ts';

/** Where the buttons of a document that is read lead to. */
export interface Links {
  /** The list of directions. */
  readonly directions: string;
  direction(number: number): string;
  /** By item code. */
  item(code: number): string;
  /** null: files are not offered. */
  file: ((fileId: number) => string) | null;
  /** Out of the document. */
  readonly back: Button;
}
