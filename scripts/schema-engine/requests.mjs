import { adapter, engineConnections } from './connections.mjs';
import { lastPanic, newEngine } from './wasm.mjs';

/** Prisma's own table of applied migrations. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);`;

/** These answer P1014 instead of "not initialised" on an empty SQLite file, so it gets its table. */
const NEEDS_TABLE = new Set([
  'applyMigrations',
  'devDiagnostic',
  'diagnoseMigrationHistory',
  'evaluateDataLoss',
  'createMigration',
  'markMigrationApplied',
]);

/**
 * Answers the requests of Prisma's command line with the WebAssembly engine.
 * @param {string | undefined} url of the datasource
 * @param {[string, string][]} datamodels path and text of each schema file
 */
export function requestHandler(url, datamodels) {
  const connections = engineConnections(url);
  const connection = { datasource: { tag: 'ConnectionString', url } };
  let hasTable = false;

  const special = {
    getDatabaseVersion: (engine, params) => engine.version(params),
    createDatabase: () => ({ databaseName: url }),
    async ensureConnectionValidity(engine, params) {
      await engine.ensureConnectionValidity(params ?? connection);
      return {};
    },
  };

  async function ensureTable() {
    if (!url || hasTable) return;
    hasTable = true;
    const database = await adapter(url).connect();
    try {
      const sql = `SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
      const { rows } = await database.queryRaw({ sql, args: [], argTypes: [] });
      if (Number(rows[0][0]) === 0) await database.executeScript(MIGRATIONS_TABLE);
    } finally {
      await database.dispose();
    }
  }

  return {
    /** A fresh engine, and connection, for each request. */
    async call(method, params) {
      if (NEEDS_TABLE.has(method)) await ensureTable();
      const engine = await newEngine(datamodels, connections.bound);
      try {
        // These two cannot open a shadow database in the WebAssembly build, only reuse the schema
        // that devDiagnostic computed from the same migrations.
        if (method === 'evaluateDataLoss' || method === 'createMigration') {
          const { migrationsList, filters } = params;
          await engine.devDiagnostic({ migrationsList, filters });
        }
        const answer = special[method]
          ? await special[method](engine, params)
          : await engine[method](params);
        return answer ?? {};
      } finally {
        await connections.close();
      }
    },

    /** The engine knows only "External error id#N" of what a driver threw. */
    explain(error) {
      const id = /External error.*?(\d+)/i.exec(error?.message ?? '')?.[1];
      const external =
        id === undefined ? undefined : connections.bound.errorRegistry.consumeError(Number(id));
      return (
        external?.error?.message ??
        external?.message ??
        lastPanic() ??
        error?.message ??
        String(error)
      );
    },
  };
}
