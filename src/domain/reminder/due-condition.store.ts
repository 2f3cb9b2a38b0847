import type { Cutoff } from './cutoffs.rules.ts';
import { joined, listed, raw, type Sql, sql } from './sql.store.ts';

/** People of every register as they are in force, who have not left. */
export const IN_FORCE = sql`
  "Register" g JOIN "Servant" s ON s."orgId" = g."orgId" AND s."since" <= g."edition"
    AND s."until" > g."edition" AND s."leftOn" IS NULL`;

/** What was last told of each of these people's dates of one kind, where anything was. */
export const lastTold = (kind: string): Sql => sql`
  LEFT JOIN "Reminder" r ON r."orgId" = s."orgId" AND r."servant" = s."servant"
    AND r."kind" = ${kind} AND r."subject" = 0`;

const column = (name: string): Sql => raw(`s."${name}"`);

function meets({ dates, unknown, noRank, ranks, highest }: Cutoff): Sql {
  const all = [
    ...dates.map(({ column: name, upTo, orUnknown }) =>
      orUnknown
        ? sql`(${column(name)} IS NULL OR ${column(name)} <= ${upTo})`
        : sql`${column(name)} <= ${upTo}`,
    ),
    ...unknown.map((name) => sql`${column(name)} IS NULL`),
    ...(noRank ? [sql`${column('noRank')} = 1`] : []),
    ...(ranks ? [sql`${column('rank')} IN (${listed(ranks)})`] : []),
    ...(highest === null ? [] : [highest ? HIGHEST : sql`NOT ${HIGHEST}`]),
  ];
  return sql`(${joined(all, ' AND ')})`;
}

const HIGHEST = sql`(s."posGroup" IS NOT NULL AND s."posGroup" = 'highest')`;

/** Whoever meets one of the cutoffs; of none: nobody. */
export const meetsOne = (some: readonly Cutoff[]): Sql =>
  some.length === 0 ? sql`1 = 0` : sql`(${joined(some.map(meets), ' OR ')})`;
