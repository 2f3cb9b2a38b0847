import type { Reader, Tx } from '../shared/database.ts';
import type { Campaign, CampaignRequest } from './model.ts';

const withNames = {
  commission: { select: { name: true } },
  _count: { select: { participations: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = (reader: Reader, id: number) =>
  reader.campaign.findUnique({ where: { id }, include: withNames });

const shape = ({ _count, ...row }: Row): Campaign => ({
  id: row.id,
  commissionId: row.commissionId,
  commission: row.commission.name,
  checklistId: row.checklistId,
  edition: row.edition,
  title: row.title,
  kind: row.kind === 'unplanned' ? 'unplanned' : 'planned',
  basis: row.basis,
  paper: row.paper,
  contactPhone: row.contactPhone,
  opensOn: row.opensOn,
  deadline: row.deadline,
  periodFrom: row.periodFrom,
  periodTo: row.periodTo,
  headConfirms: row.headConfirms,
  closed: row.closedAt !== null,
  organisations: _count.participations,
});

export async function byId(reader: Reader, id: number): Promise<Campaign | null> {
  const row = await findRow(reader, id);
  return row && shape(row);
}

/** Newest first. */
export async function list(
  reader: Reader,
  { openOnly = false, orgId }: { openOnly?: boolean; orgId?: number },
): Promise<Campaign[]> {
  const rows = await reader.campaign.findMany({
    where: {
      ...(openOnly ? { closedAt: null } : {}),
      ...(orgId === undefined ? {} : { participations: { some: { orgId } } }),
    },
    include: withNames,
    orderBy: { id: 'desc' },
  });
  return rows.map(shape);
}

export async function insert(
  tx: Tx,
  request: CampaignRequest,
  commissionId: number,
  at: number,
): Promise<number> {
  const { who, ...fields } = request;
  const row = await tx.campaign.create({
    data: {
      ...fields,
      commissionId,
      takesNew: who.orgIds === null,
      takesKind: who.kind,
      takesRegion: who.region,
      createdAt: BigInt(at),
    },
    select: { id: true },
  });
  return row.id;
}

export async function setDeadline(tx: Tx, id: number, deadline: string): Promise<void> {
  await tx.campaign.update({ where: { id }, data: { deadline } });
}

export async function close(tx: Tx, id: number, at: number): Promise<void> {
  await tx.campaign.update({ where: { id }, data: { closedAt: BigInt(at) } });
}
