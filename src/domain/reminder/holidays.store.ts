import type { Holiday as Row } from '../../generated/prisma/client.ts';
import type { Reader, Tx } from '../shared/database.ts';
import type { Holiday } from './holiday.model.ts';

const SETTLED = 'holidays.settled';

const shape = ({ day, nameKy, nameRu, nameEn, moon, working }: Row): Holiday => ({
  day,
  name: { ky: nameKy, ru: nameRu, en: nameEn },
  moon,
  working,
});

export async function all(reader: Reader): Promise<Holiday[]> {
  return (await reader.holiday.findMany({ orderBy: { day: 'asc' } })).map(shape);
}

export async function byDay(reader: Reader, day: string): Promise<Holiday | null> {
  const row = await reader.holiday.findUnique({ where: { day } });
  return row && shape(row);
}

export async function put(tx: Tx, { day, name, moon, working }: Holiday): Promise<void> {
  const data = { nameKy: name.ky, nameRu: name.ru, nameEn: name.en, moon, working };
  await tx.holiday.upsert({ where: { day }, create: { day, ...data }, update: data });
}

/** Whether there was such a day. */
export const remove = async (tx: Tx, day: string): Promise<boolean> =>
  (await tx.holiday.deleteMany({ where: { day } })).count > 0;

/** The last year of the shipped days that were written; null: none were. */
export const settledUntil = async (reader: Reader): Promise<string | null> =>
  (await reader.setting.findUnique({ where: { key: SETTLED } }))?.value ?? null;

export async function setSettledUntil(tx: Tx, value: string): Promise<void> {
  const where = { key: SETTLED };
  await tx.setting.upsert({ where, create: { ...where, value }, update: { value } });
}
