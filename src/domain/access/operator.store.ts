import type { Reader } from '../shared/database.ts';

/** Operators the bot can write to: by invitation, and those of OPERATOR_IDS who have come. */
export async function reachableOperators(
  reader: Reader,
  telegramIds: readonly number[],
): Promise<number[]> {
  const rows = await reader.person.findMany({
    where: {
      erasedAt: null,
      unreachableAt: null,
      OR: [
        { telegramId: { in: telegramIds.map(BigInt) } },
        { roles: { some: { kind: 'operator', revokedAt: null } } },
      ],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}
