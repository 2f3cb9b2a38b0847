import type { Reader, Tx } from '../shared/database.ts';
import { type AuditHead, type ChainedEntry, EMPTY_HEAD } from './model.ts';

export async function lastHead(reader: Reader): Promise<AuditHead> {
  const rows = await reader.$queryRaw<{ seq: bigint; hmac: string }[]>`
    SELECT "seq", "hmac" FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1`;
  const row = rows[0];
  return row ? { seq: Number(row.seq), hmac: row.hmac } : EMPTY_HEAD;
}

export async function append(tx: Tx, entry: ChainedEntry, details: string | null): Promise<void> {
  const { seq, at, actorId, action, subject, orgId, digest, hmac } = entry;
  await tx.$executeRaw`
    INSERT INTO "AuditEntry" ("seq", "at", "actorId", "action", "subject", "orgId", "digest", "hmac")
    VALUES (${seq}, ${at}, ${actorId}, ${action}, ${subject}, ${orgId}, ${digest}, ${hmac})`;
  if (details !== null) {
    await tx.$executeRaw`INSERT INTO "AuditDetail" ("seq", "details") VALUES (${seq}, ${details})`;
  }
}

/** A page of the chain in its order, from `after` on; details that were erased are null. */
export async function page(
  reader: Reader,
  after: number,
  size: number,
): Promise<{ readonly entry: ChainedEntry; readonly details: string | null }[]> {
  const rows = await reader.auditEntry.findMany({
    where: { seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: size,
  });
  const details = await reader.auditDetail.findMany({
    where: { seq: { in: rows.map(({ seq }) => seq) } },
  });
  const bySeq = new Map(details.map((detail) => [detail.seq, detail.details]));
  return rows.map((row) => ({
    entry: { ...row, at: Number(row.at) },
    details: bySeq.get(row.seq) ?? null,
  }));
}
