import type { OrganisationKind } from '../organisation/model.ts';
import type { Reader } from '../shared/database.ts';
import { registerState } from './edition.store.ts';
import type { Servant, StaffRecord } from './model.ts';
import type { RegisterImage } from './plan.model.ts';
import { fromBits } from './row.rules.ts';

/** The kind of the organisation decides whose ranks its people hold; null: there is no such one. */
export async function kindOf(reader: Reader, orgId: number): Promise<OrganisationKind | null> {
  const rows = await reader.$queryRaw<{ kind: OrganisationKind }[]>`
    SELECT "kind" FROM "Organisation" WHERE "id" = ${orgId}`;
  return rows[0]?.kind ?? null;
}

interface ServantColumns extends Omit<Servant, 'fileDocuments' | 'labourBook' | 'noRank'> {
  readonly fileDocuments: number | null;
  readonly labourBook: 0 | 1 | null;
  readonly noRank: 0 | 1 | null;
}

/**
 * The register as it stands, for comparing with a list. `reader` is a snapshot: numbers and booleans come
 * as SQLite has them.
 */
export async function registerImage(reader: Reader, orgId: number): Promise<RegisterImage> {
  const { edition } = await registerState(reader, orgId);
  const rows = await reader.$queryRaw<ServantColumns[]>`
    SELECT "servant", "orgId", "name", "position", "posGroup" AS "group", "category", "unit",
      "appointedOn", "serviceStart", "leftOn", "fileDocuments", "labourBook", "trainedOn", "rank",
      "rankedOn", "noRank", "attestedOn", "declaredOn", "nextTraining", "nextRank", "nextAttestation",
      "knownSince"
    FROM "Servant" WHERE "orgId" = ${orgId} AND "since" <= ${edition} AND "until" > ${edition}`;
  const entries = await reader.$queryRaw<(StaffRecord & { servant: number })[]>`
    SELECT "id", "servant", "kind", "date", "what", "hours", "orderNo"
    FROM "StaffRecord"
    WHERE "orgId" = ${orgId} AND "since" <= ${edition} AND "until" > ${edition} ORDER BY "id"`;
  const records = new Map<number, StaffRecord[]>();
  for (const { servant, ...record } of entries) {
    const own = records.get(servant);
    if (own) own.push(record);
    else records.set(servant, [record]);
  }
  return { edition, servants: rows.map(shape), records };
}

const shape = (row: ServantColumns): Servant => ({
  ...row,
  fileDocuments: row.fileDocuments === null ? null : fromBits(row.fileDocuments),
  labourBook: row.labourBook === null ? null : Boolean(row.labourBook),
  noRank: row.noRank === null ? null : Boolean(row.noRank),
});
