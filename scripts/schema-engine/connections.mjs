import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const MANY_STATEMENTS = /more than one statement|no statements/i;

/** The file a datasource URL names; in memory when there is none. */
export const fileOf = (url) => (url ?? 'file::memory:').replace(/^file:/, '');

export function adapter(url) {
  const file = fileOf(url);
  if (file !== ':memory:') mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  return new PrismaBetterSqlite3({ url: file }, { shadowDatabaseUrl: ':memory:' });
}

/**
 * Connections for the engine. better-sqlite3 prepares one statement at a time, while the engine sends
 * whole scripts (shadow database, reset): those are run as scripts.
 */
export function engineConnections(url) {
  const open = [];
  const wrap = async (connecting) => {
    const connection = await connecting;
    open.push(connection);
    for (const name of ['executeRaw', 'queryRaw']) {
      const original = connection[name].bind(connection);
      connection[name] = async (query) => {
        try {
          return await original(query);
        } catch (error) {
          if (query.args.length > 0 || !MANY_STATEMENTS.test(messages(error))) throw error;
          await connection.executeScript(query.sql);
          return name === 'executeRaw' ? 0 : { columnNames: [], columnTypes: [], rows: [] };
        }
      };
    }
    return connection;
  };
  const factory = adapter(url);
  const connect = factory.connect.bind(factory);
  const connectToShadowDb = factory.connectToShadowDb.bind(factory);
  factory.connect = () => wrap(connect());
  factory.connectToShadowDb = () => wrap(connectToShadowDb());
  return {
    bound: bindMigrationAwareSqlAdapterFactory(factory),
    /** No lock of SQLite may outlive a request. */
    async close() {
      for (const connection of open.splice(0)) await connection.dispose();
    },
  };
}

const messages = (error) =>
  `${error.message} ${error.cause?.message ?? ''} ${error.cause?.originalMessage ?? ''}`;
