import type { Client, Database, Tx } from '../domain/shared/database.ts';
import { PrismaClient } from '../generated/prisma/client.ts';
import { SqliteAdapter } from './sqlite-adapter.ts';

export interface OpenDatabase extends Database {
  readonly client: Client;
  close(): Promise<void>;
}

/** Transactions queue; a burst of taps may wait this long (milliseconds) before it is refused. */
const PATIENCE = { maxWait: 15_000, timeout: 15_000 };

/** Opens a migrated SQLite file (see migrate.ts). */
export function openDatabase(file: string): OpenDatabase {
  const client = new PrismaClient({
    adapter: new SqliteAdapter({ url: `file:${file}` }),
    transactionOptions: PATIENCE,
    errorFormat: 'minimal',
  });
  return {
    client,
    read: client,
    write: (work) => client.$transaction((tx) => work(tx as Tx)),
    close: () => client.$disconnect(),
  };
}
