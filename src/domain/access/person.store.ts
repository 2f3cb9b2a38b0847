import type { Reader, Tx } from '../shared/database.ts';
import type { Language } from '../shared/language.ts';

export const findByTelegram = (reader: Reader, telegramId: number) =>
  reader.person.findUnique({ where: { telegramId: BigInt(telegramId) } });

export const findById = (reader: Reader, id: number) => reader.person.findUnique({ where: { id } });

export async function insert(
  tx: Tx,
  person: { telegramId: number; name: string; language: Language },
  at: number,
): Promise<number> {
  const { telegramId, name, language } = person;
  const row = await tx.person.create({
    data: { telegramId: BigInt(telegramId), name, language, createdAt: BigInt(at) },
    select: { id: true },
  });
  return row.id;
}

export async function update(
  tx: Tx,
  id: number,
  data: { name?: string; language?: Language; unreachableAt?: bigint | null },
): Promise<void> {
  await tx.person.update({ where: { id }, data });
}
