import type { Reader, Tx } from '../shared/database.ts';
import type { Commission } from './model.ts';

const withCounts = {
  group: { select: { chatId: true } },
  _count: {
    select: { roles: { where: { revokedAt: null, kind: { in: ['member', 'chair'] } } } },
  },
};

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = (reader: Reader, id: number) =>
  reader.commission.findUnique({ where: { id }, include: withCounts });

const shape = ({ id, name, group, _count }: Row): Commission => ({
  id,
  name,
  members: _count.roles,
  group: group !== null,
});

export async function byId(reader: Reader, id: number): Promise<Commission | null> {
  const row = await findRow(reader, id);
  return row && shape(row);
}

export async function list(reader: Reader): Promise<Commission[]> {
  const rows = await reader.commission.findMany({ include: withCounts, orderBy: { id: 'asc' } });
  return rows.map(shape);
}

export async function insert(tx: Tx, name: string, at: number): Promise<number> {
  const row = await tx.commission.create({
    data: { name, createdAt: BigInt(at) },
    select: { id: true },
  });
  return row.id;
}
