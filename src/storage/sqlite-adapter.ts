import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { Transaction } from '@prisma/driver-adapter-utils';
import type Sqlite from 'better-sqlite3';
import { type DirectQueries, directQueries } from './direct-queries.ts';
import { keepStatements, preparing } from './kept-statements.ts';
import { Turnstile } from './turnstile.ts';

const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA busy_timeout = 5000;
  PRAGMA cache_size = -32000;
`;

const ENDS_TRANSACTION = /^\s*(COMMIT|ROLLBACK)\s*;?\s*$/i;

/**
 * The stock adapter runs everything on one connection, and only transactions queue for each other: a
 * query made outside a transaction joins whichever is open and is undone if that one rolls back. Here
 * every query waits for its turn, and a transaction whose COMMIT failed is rolled back
 * (prisma/orm#29933). It also sets the pragmas, for which the adapter has no option.
 */
export class SqliteAdapter extends PrismaBetterSqlite3 {
  #outside: DirectQueries | null = null;
  #inside: DirectQueries | null = null;

  /** Queries outside of transactions, each in its turn; null: not connected yet. */
  get outside(): DirectQueries | null {
    return this.#outside;
  }

  /** Queries of the transaction open now; when it is over they reject. */
  get inside(): DirectQueries {
    if (!this.#inside) throw new Error('There is no transaction open');
    return this.#inside;
  }

  override async connect() {
    const adapter = await super.connect();
    const db = (adapter as unknown as { client: Sqlite.Database }).client;
    db.exec(PRAGMAS);
    const compile = keepStatements(db);
    db.prepare = preparing(compile);
    const turnstile = new Turnstile();
    this.#outside = directQueries(compile, (work) => turnstile.run(work));
    const queryRaw = adapter.queryRaw.bind(adapter);
    const executeRaw = adapter.executeRaw.bind(adapter);
    const executeScript = adapter.executeScript.bind(adapter);
    adapter.queryRaw = (query) => turnstile.run(() => queryRaw(query));
    adapter.executeRaw = (query) => turnstile.run(() => executeRaw(query));
    adapter.executeScript = (script) => turnstile.run(() => executeScript(script));
    adapter.startTransaction = async () => {
      const leave = await turnstile.enter();
      try {
        db.exec('BEGIN IMMEDIATE');
      } catch (error) {
        leave();
        throw error;
      }
      const inside: DirectQueries = directQueries(compile, async (work) => {
        if (this.#inside !== inside || !db.inTransaction) {
          throw new Error('A query came after the end of its transaction');
        }
        return work();
      });
      this.#inside = inside;
      const end = () => {
        if (this.#inside === inside) this.#inside = null;
        try {
          if (db.open && db.inTransaction) db.exec('ROLLBACK');
        } finally {
          leave();
        }
        return Promise.resolve();
      };
      const transaction: Transaction = {
        provider: adapter.provider,
        adapterName: adapter.adapterName,
        options: { usePhantomQuery: false },
        queryRaw,
        executeRaw: async (query) => {
          try {
            return await executeRaw(query);
          } catch (error) {
            if (ENDS_TRANSACTION.test(query.sql)) await end();
            throw error;
          }
        },
        commit: end,
        rollback: end,
        createSavepoint: (name) => executeScript(`SAVEPOINT ${name}`),
        rollbackToSavepoint: (name) => executeScript(`ROLLBACK TO ${name}`),
        releaseSavepoint: (name) => executeScript(`RELEASE SAVEPOINT ${name}`),
      };
      return transaction;
    };
    return adapter;
  }
}
