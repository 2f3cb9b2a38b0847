import type { Prisma, PrismaClient } from '../../generated/prisma/client.ts';

declare const inTransaction: unique symbol;

/** A handle inside an open transaction. Only `Database.write` makes one. */
export type Tx = Prisma.TransactionClient & { readonly [inTransaction]: true };

/** What a store may read with: a transaction, or the database outside of one. */
export type Reader = Prisma.TransactionClient;

/**
 * The database as services see it. A store called on another handle inside `write` would wait for the
 * transaction it stands in and fail; so stores that write ask for a `Tx`.
 */
export interface Database {
  readonly read: Reader;
  /** One transaction (BEGIN IMMEDIATE); commits when `work` resolves, rolls back when it rejects. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The client as `storage` opens it. */
export type Client = PrismaClient;
