import type { Client } from '../../src/domain/shared/database.ts';

type Row = Record<string, unknown>;
export type Tables = Readonly<Record<string, readonly string[]>>;

/** Kept by the intake about every update, whatever it brings. */
const OF_THE_INTAKE = ['InboxUpdate', '_prisma_migrations', 'sqlite_sequence'];

/** Every row of every table but the inbox, as text. */
export async function allTables(client: Client): Promise<Tables> {
  const tables = await client.$queryRawUnsafe<{ name: string }[]>(
    `SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    if (OF_THE_INTAKE.includes(name)) continue;
    const rows = await client.$queryRawUnsafe<Row[]>(`SELECT * FROM "${name}"`);
    found[name] = rows.map((row) =>
      JSON.stringify(row, (_, value: unknown) =>
        typeof value === 'bigint' ? Number(value) : value,
      ),
    );
  }
  return found;
}

/** Rows that came or went, by table; {} where nothing was written. */
export function written(before: Tables, after: Tables): Record<string, string[]> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const [old = [], now = []] = [before[name], after[name]];
      const changes = [
        ...old.filter((row) => !now.includes(row)).map((row) => `- ${row}`),
        ...now.filter((row) => !old.includes(row)).map((row) => `+ ${row}`),
      ];
      return changes.length > 0 ? [[name, changes]] : [];
    }),
  );
}
