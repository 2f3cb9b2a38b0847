import type { Reader } from '../shared/database.ts';

/** Newest first: who touched an organisation's data, among the actions named. */
export async function readings(
  reader: Reader,
  orgId: number,
  actions: readonly string[],
  limit: number,
): Promise<{ at: number; actorId: number; action: string }[]> {
  const rows = await reader.auditEntry.findMany({
    where: { orgId, action: { in: [...actions] } },
    select: { at: true, actorId: true, action: true },
    orderBy: { seq: 'desc' },
    take: limit,
  });
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
}
