/** One row of the journal, as far as the chain is concerned. */
export interface ChainedEntry {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actorId: number;
  readonly action: string;
  readonly subject: string;
  readonly orgId: number;
  /** hex SHA-256 of the details */
  readonly digest: string;
  /** hex HMAC-SHA-256 over the previous row's hmac and this row's fields */
  readonly hmac: string;
}

/** The end of the chain: what the next row continues, and what is kept outside the database. */
export interface AuditHead {
  readonly seq: number;
  readonly hmac: string;
}

export const EMPTY_HEAD: AuditHead = { seq: 0, hmac: '' };
