import type { Reader, Tx } from '../shared/database.ts';

/** Deleted files whose bytes still rest: the longest deleted first. */
export const deletedBefore = (
  reader: Reader,
  before: number,
  take: number,
): Promise<{ id: number; path: string }[]> =>
  reader.storedFile.findMany({
    where: { deletedAt: { lt: BigInt(before) }, unlinkedAt: null },
    select: { id: true, path: true },
    orderBy: { deletedAt: 'asc' },
    take,
  });

export async function markUnlinked(tx: Tx, ids: readonly number[], at: number): Promise<void> {
  await tx.storedFile.updateMany({
    where: { id: { in: [...ids] } },
    data: { unlinkedAt: BigInt(at) },
  });
}
