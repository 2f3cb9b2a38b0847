/** A file as it is kept; it is deleted by row first and unlinked after a grace. */
export interface KeptFile {
  readonly fileId: number;
  readonly path: string;
  readonly name: string;
  readonly mime: string;
  /** bytes */
  readonly size: number;
}
