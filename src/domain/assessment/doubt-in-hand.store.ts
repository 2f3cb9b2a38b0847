import type { Reader, Tx } from '../shared/database.ts';

/** The doubt of the check that somebody is mending. */
export interface DoubtInHand {
  readonly assessmentId: number;
  /** Its key (rehearsal.rules.ts). */
  readonly key: number;
}

/** null: none is being mended. */
export async function loadDoubtInHand(
  reader: Reader,
  personId: number,
): Promise<DoubtInHand | null> {
  const rows = await reader.$queryRaw<{ assessmentId: bigint | number; doubt: bigint | number }[]>`
    SELECT "assessmentId", "doubt" FROM "OpenCard"
    WHERE "personId" = ${personId} AND "doubt" <> 0 AND "assessmentId" IS NOT NULL`;
  const row = rows[0];
  return row ? { assessmentId: Number(row.assessmentId), key: Number(row.doubt) } : null;
}

/** Somebody who has never had a message of the bot open has nothing to come back from. */
export async function saveDoubtInHand(
  tx: Tx,
  personId: number,
  { assessmentId, key }: DoubtInHand,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OpenCard" SET "assessmentId" = ${assessmentId}, "doubt" = ${key}
    WHERE "personId" = ${personId}`;
}
