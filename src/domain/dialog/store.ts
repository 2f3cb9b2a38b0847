import type { Reader, Tx } from '../shared/database.ts';

export async function keys(reader: Reader): Promise<string[]> {
  const rows = await reader.conversationState.findMany({ select: { key: true } });
  return rows.map(({ key }) => key);
}

export async function read(reader: Reader, key: string): Promise<string | null> {
  const row = await reader.conversationState.findUnique({ where: { key } });
  return row?.value ?? null;
}

export async function write(tx: Tx, key: string, value: string, at: number): Promise<void> {
  const data = { value, updatedAt: BigInt(at) };
  await tx.conversationState.upsert({ where: { key }, create: { key, ...data }, update: data });
}

export async function remove(tx: Tx, key: string): Promise<void> {
  await tx.conversationState.deleteMany({ where: { key } });
}
