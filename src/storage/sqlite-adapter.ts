import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { Transaction } from '@prisma/driver-adapter-utils';
import type Sqlite from 'better-sqlite3';

/** First come, first served. */
class Turnstile {
  #tail: Promise<void> = Promise.resolve();

  async enter(): Promise<() => void> {
    const before = this.#tail;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#tail = promise;
    await before;
    return resolve;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }
}

const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA busy_timeout = 5000;
  PRAGMA cache_size = -32000;
`;

/** Distinct texts of SQL a process keeps compiled; the product has some two hundred. */
const KEPT_STATEMENTS = 500;

/** Compiles each text once: compiling again for every call is a fifth of the time of a short query. */
function keepStatements(db: Sqlite.Database): Sqlite.Database['prepare'] {
  const kept = new Map<string, Sqlite.Statement>();
  const prepare = db.prepare.bind(db);
  return ((sql: string) => {
    let statement = kept.get(sql);
    if (!statement) {
      if (kept.size >= KEPT_STATEMENTS) kept.clear();
      statement = prepare(sql);
      kept.set(sql, statement);
    }
    // The stock adapter calls bind(), which is for good; a kept statement takes its values when it runs.
    const compiled = statement;
    return {
      bind: (values: unknown[]) => ({
        reader: compiled.reader,
        run: () => compiled.run(values),
        columns: () => compiled.columns(),
        raw: () => ({ all: () => compiled.raw().all(values) }),
      }),
    };
  }) as unknown as Sqlite.Database['prepare'];
}

const ENDS_TRANSACTION = /^\s*(COMMIT|ROLLBACK)\s*;?\s*$/i;

/**
 * The stock adapter runs everything on one connection, and only transactions queue for each other: a
 * query made outside a transaction joins whichever is open and is undone if that one rolls back. Here
 * every query waits for its turn, and a transaction whose COMMIT failed is rolled back
 * (prisma/orm#29933). It also sets the pragmas, for which the adapter has no option.
 */
export class SqliteAdapter extends PrismaBetterSqlite3 {
  override async connect() {
    const adapter = await super.connect();
    const db = (adapter as unknown as { client: Sqlite.Database }).client;
    db.exec(PRAGMAS);
    db.prepare = keepStatements(db);
    const turnstile = new Turnstile();
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
      const end = () => {
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
