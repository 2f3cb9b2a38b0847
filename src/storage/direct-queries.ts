import { Prisma } from '../generated/prisma/client.ts';
import type { Compiled } from './kept-statements.ts';

type Query = TemplateStringsArray | Prisma.Sql;
type Row = Record<string, unknown>;

/** Prisma's two tags, as stores use them. */
export interface DirectQueries {
  $queryRaw(query: Query, ...values: unknown[]): Promise<Row[]>;
  $executeRaw(query: Query, ...values: unknown[]): Promise<number>;
}

const sqlOf = (query: Query, values: unknown[]): Prisma.Sql =>
  'raw' in query ? Prisma.sql(query, ...values) : query;

/** SQLite has no booleans. */
const bound = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value);

/** A value as Prisma's $queryRaw gives it, by the type the column was declared with. */
function given(value: unknown, declared: string | null): unknown {
  if (typeof value !== 'bigint') return value;
  if (declared === 'INTEGER') return Number(value);
  return declared === 'BOOLEAN' ? value !== 0n : value;
}

function all({ statement, columns }: Compiled, values: unknown[]): Row[] {
  return statement.all(values).map((row) => {
    const named: Row = {};
    let n = 0;
    for (const { name, type } of columns) named[name] = given(row[n++], type);
    return named;
  });
}

/**
 * $queryRaw and $executeRaw on the connection itself, with the results of Prisma's own: an answer makes
 * a dozen such queries, and each costs five times as much through Prisma's client. `turn` lets a query
 * run when it may.
 */
export function directQueries(
  compile: (sql: string) => Compiled,
  turn: <T>(work: () => T) => Promise<T>,
): DirectQueries {
  return {
    $queryRaw(query, ...values) {
      const { sql, values: flat } = sqlOf(query, values);
      return turn(() => all(compile(sql), flat.map(bound)));
    },
    $executeRaw(query, ...values) {
      const { sql, values: flat } = sqlOf(query, values);
      return turn(() => compile(sql).statement.run(flat.map(bound)).changes);
    },
  };
}

/**
 * A Prisma client, or the handle of a transaction, whose tags go to the connection itself. They are
 * defined, not assigned: an assignment would go through Prisma's proxy into the one client all share.
 */
export const withDirectQueries = <Handle extends object>(
  handle: Handle,
  { $queryRaw, $executeRaw }: DirectQueries,
): Handle =>
  Object.create(handle, {
    $queryRaw: { value: $queryRaw, configurable: true, writable: true },
    $executeRaw: { value: $executeRaw, configurable: true, writable: true },
  }) as Handle;
