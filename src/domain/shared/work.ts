import type { Reader, Tx } from './database.ts';

/** What is written to the audit journal about one change. */
export interface AuditRecord {
  /** A verb of the catalogue in domain/audit/model.ts. */
  readonly action: string;
  /** Kind and id, for example "assessment:12". */
  readonly subject: string;
  /** Organisation whose data was touched; it is shown in that organisation's /privacy. */
  readonly orgId?: number;
  /** Ids and numbers; kept in a table of its own, so that it may be erased while the chain holds. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Instead of details: what is kept elsewhere (an answer's history) and only sealed by its digest. */
  readonly seals?: string;
}

/** A message to be owed: rendered from its ids when it is sent, in the recipient's language. */
export interface OwedMessage {
  readonly to: { readonly personId: number } | { readonly chatId: number };
  readonly kind: string;
  readonly payload: Readonly<Record<string, number | string | boolean | null>>;
  /** Milliseconds since 1970; absent: at once. */
  readonly dueAt?: number;
  /** A second message with the same key is not owed again. */
  readonly uniqueKey?: string;
}

/** A card to be brought up to date: one row per recipient and subject, however many changes. */
export interface OwedCard {
  readonly to: { readonly personId: number } | { readonly chatId: number };
  readonly kind: string;
  /** Kind and id, for example "submission:12". */
  readonly subject: string;
}

/** One transaction with all that belongs to it. */
export interface Unit {
  readonly tx: Tx;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Person id; 0: the CLI or the service itself. */
  readonly actorId: number;
  audit(record: AuditRecord): Promise<void>;
  owe(message: OwedMessage): Promise<void>;
  refreshCard(card: OwedCard): Promise<void>;
}

/**
 * How a service reads and changes things on behalf of one actor at one moment. When an update of
 * Telegram is being handled, `run` also marks it as applied in the same transaction, so that after a
 * crash nothing is done twice.
 */
export interface Work {
  readonly read: Reader;
  readonly actorId: number;
  readonly now: number;
  run<T>(change: (unit: Unit) => Promise<T>): Promise<T>;
}
