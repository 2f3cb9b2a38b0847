import type { Organisation as Row } from '../../generated/prisma/client.ts';
import type { Reader, Tx } from '../shared/database.ts';
import { fold } from '../shared/fold.ts';
import type { Organisation, OrganisationDraft, OrganisationKind } from './model.ts';

const shape = (row: Row): Organisation => ({
  id: row.id,
  name: row.name,
  kind: row.kind as OrganisationKind,
  region: row.region,
  district: row.district,
  closed: row.closedAt !== null,
});

export async function insert(tx: Tx, draft: OrganisationDraft, at: number): Promise<number> {
  const row = await tx.organisation.create({
    data: { ...draft, searchName: fold(draft.name), createdAt: BigInt(at) },
    select: { id: true },
  });
  return row.id;
}

export async function byId(reader: Reader, id: number): Promise<Organisation | null> {
  const row = await reader.organisation.findUnique({ where: { id } });
  return row && shape(row);
}

/** Open ones of the same name in the same region, whatever their district. */
export async function namesakes(reader: Reader, name: string, region: string) {
  const rows = await reader.organisation.findMany({
    where: { searchName: fold(name), region, closedAt: null },
  });
  return rows.map(shape);
}

export interface Search {
  /** Part of the name, as typed. */
  readonly text?: string;
  readonly withClosed?: boolean;
  readonly skip?: number;
  readonly take?: number;
}

const filter = (search: Search) => ({
  ...(search.withClosed ? {} : { closedAt: null }),
  ...(search.text ? { searchName: { contains: fold(search.text) } } : {}),
});

export async function list(reader: Reader, search: Search): Promise<Organisation[]> {
  const rows = await reader.organisation.findMany({
    where: filter(search),
    orderBy: [{ searchName: 'asc' }, { id: 'asc' }],
    ...(search.skip === undefined ? {} : { skip: search.skip }),
    ...(search.take === undefined ? {} : { take: search.take }),
  });
  return rows.map(shape);
}

export const count = (reader: Reader, search: Search): Promise<number> =>
  reader.organisation.count({ where: filter(search) });

export async function rename(tx: Tx, id: number, name: string): Promise<void> {
  await tx.organisation.update({ where: { id }, data: { name, searchName: fold(name) } });
}

export async function close(tx: Tx, id: number, at: number): Promise<void> {
  await tx.organisation.update({ where: { id }, data: { closedAt: BigInt(at) } });
}
