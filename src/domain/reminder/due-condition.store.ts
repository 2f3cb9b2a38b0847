import { Prisma } from '../../generated/prisma/client.ts';
import type { Cutoff } from './cutoffs.rules.ts';

/** People of every register as they are in force, who have not left. */
export const IN_FORCE = Prisma.sql`
  "Register" g JOIN "Servant" s ON s."orgId" = g."orgId" AND s."since" <= g."edition"
    AND s."until" > g."edition" AND s."leftOn" IS NULL`;

/** What was last told of each of these people's dates of one kind, where anything was. */
export const lastTold = (kind: string): Prisma.Sql => Prisma.sql`
  LEFT JOIN "Reminder" r ON r."orgId" = s."orgId" AND r."servant" = s."servant"
    AND r."kind" = ${kind} AND r."subject" = 0`;

const column = (name: string): Prisma.Sql => Prisma.raw(`s."${name}"`);

function meets({ dates, unknown, ranks, highest }: Cutoff): Prisma.Sql {
  const all = [
    ...dates.map(({ column: name, upTo, orUnknown }) =>
      orUnknown
        ? Prisma.sql`(${column(name)} IS NULL OR ${column(name)} <= ${upTo})`
        : Prisma.sql`${column(name)} <= ${upTo}`,
    ),
    ...unknown.map((name) => Prisma.sql`${column(name)} IS NULL`),
    ...(ranks ? [Prisma.sql`${column('rank')} IN (${Prisma.join([...ranks])})`] : []),
    ...(highest === null ? [] : [highest ? HIGHEST : Prisma.sql`NOT ${HIGHEST}`]),
  ];
  return Prisma.sql`(${Prisma.join(all, ' AND ')})`;
}

const HIGHEST = Prisma.sql`(s."posGroup" IS NOT NULL AND s."posGroup" = 'highest')`;

/** Whoever meets one of the cutoffs; of none: nobody. */
export const meetsOne = (some: readonly Cutoff[]): Prisma.Sql =>
  some.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`(${Prisma.join(some.map(meets), ' OR ')})`;
