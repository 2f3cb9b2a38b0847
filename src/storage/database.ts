import type { Client, Database, Tx } from '../domain/shared/database.ts';
import { PrismaClient } from '../generated/prisma/client.ts';
import { type DirectQueries, withDirectQueries } from './direct-queries.ts';
import { SqliteAdapter } from './sqlite-adapter.ts';

export interface OpenDatabase extends Database {
  readonly client: Client;
  close(): Promise<void>;
}

/** Transactions queue; a burst of taps may wait this long (milliseconds) before it is refused. */
const PATIENCE = { maxWait: 15_000, timeout: 15_000 };

/** Opens a migrated SQLite file (see migrate.ts). */
export function openDatabase(file: string): OpenDatabase {
  const adapter = new SqliteAdapter({ url: `file:${file}` });
  const client = new PrismaClient({
    adapter,
    transactionOptions: PATIENCE,
    errorFormat: 'minimal',
  });
  const outside = async (): Promise<DirectQueries> => {
    if (!adapter.outside) await client.$connect();
    if (!adapter.outside) throw new Error(`${file} is not connected`);
    return adapter.outside;
  };
  return {
    client,
    read: withDirectQueries(client, {
      $queryRaw: async (query, ...values) => (await outside()).$queryRaw(query, ...values),
      $executeRaw: async (query, ...values) => (await outside()).$executeRaw(query, ...values),
    }),
    write: (work) => client.$transaction((tx) => work(withDirectQueries(tx, adapter.inside) as Tx)),
    close: () => client.$disconnect(),
  };
}
