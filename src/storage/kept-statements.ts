import type Sqlite from 'better-sqlite3';

/**
 * Distinct texts of SQL a process keeps compiled: the product has some two hundred, and those of
 * batches (up to 400 values) have one for each length.
 */
const KEPT = 1000;

export interface Compiled {
  /** Its rows are arrays. */
  readonly statement: Sqlite.Statement<unknown[], unknown[]>;
  readonly columns: readonly Sqlite.ColumnDefinition[];
}

/**
 * Compiles each text once, and asks once for its columns: both again for every call are a quarter of
 * the time of a short query. The schema does not change while a connection is open (migrate.ts).
 */
export function keepStatements(db: Sqlite.Database): (sql: string) => Compiled {
  const kept = new Map<string, Compiled>();
  const prepare = db.prepare.bind(db);
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    if (kept.size >= KEPT) kept.clear();
    const statement = prepare<unknown[], unknown[]>(sql);
    const columns = statement.reader ? statement.raw().columns() : [];
    const compiled = { statement, columns };
    kept.set(sql, compiled);
    return compiled;
  };
}

/** The same behind the interface of `prepare`, as the stock adapter uses it. */
export const preparing = (compile: (sql: string) => Compiled): Sqlite.Database['prepare'] =>
  ((sql: string) => {
    const { statement, columns } = compile(sql);
    // The stock adapter calls bind(), which is for good; a kept statement takes its values when it runs.
    return {
      bind: (values: unknown[]) => ({
        reader: statement.reader,
        run: () => statement.run(values),
        columns: () => columns,
        raw: () => ({ all: () => statement.all(values) }),
      }),
    };
  }) as unknown as Sqlite.Database['prepare'];
