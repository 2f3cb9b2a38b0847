import type { Reader, Tx } from '../shared/database.ts';
import type { Participants } from './model.ts';

/** Those of `ids` that are no open organisation. */
export async function notOpen(reader: Reader, ids: readonly number[]): Promise<number[]> {
  const rows = await reader.organisation.findMany({
    where: { id: { in: [...ids] }, closedAt: null },
    select: { id: true },
  });
  const open = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !open.has(id));
}

/** Open organisations that match, in the order of their ids. */
export async function matching(reader: Reader, who: Participants): Promise<number[]> {
  const rows = await reader.organisation.findMany({
    where: {
      closedAt: null,
      ...(who.orgIds === null ? {} : { id: { in: [...who.orgIds] } }),
      ...(who.kind === null ? {} : { kind: who.kind }),
      ...(who.region === null ? {} : { region: who.region }),
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** Adds those who do not take part yet; returns how many were added. */
export async function addAll(
  tx: Tx,
  campaignId: number,
  orgIds: readonly number[],
): Promise<number> {
  let added = 0;
  for (const orgId of orgIds) {
    added += await tx.$executeRaw`
      INSERT INTO "Participation" ("campaignId", "orgId") VALUES (${campaignId}, ${orgId})
      ON CONFLICT DO NOTHING`;
  }
  return added;
}

/** Running campaigns that take newcomers of this kind and region. */
export async function takingNew(
  reader: Reader,
  { kind, region }: { kind: string; region: string },
): Promise<number[]> {
  const rows = await reader.campaign.findMany({
    where: {
      closedAt: null,
      takesNew: true,
      AND: [
        { OR: [{ takesKind: null }, { takesKind: kind }] },
        { OR: [{ takesRegion: null }, { takesRegion: region }] },
      ],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** From running campaigns in which the organisation has no assessment. */
export const leave = (tx: Tx, orgId: number): Promise<number> =>
  tx.$executeRaw`
    DELETE FROM "Participation" WHERE "orgId" = ${orgId}
      AND "campaignId" IN (SELECT "id" FROM "Campaign" WHERE "closedAt" IS NULL)
      AND "campaignId" NOT IN (SELECT "campaignId" FROM "Assessment" WHERE "orgId" = ${orgId})`;
