import type { Reader, Tx } from '../shared/database.ts';

const KEY = 'reminders.ran';

/** Local date of the last morning that was done with; null: none ever was. */
export async function lastMorning(reader: Reader): Promise<string | null> {
  const row = await reader.setting.findUnique({ where: { key: KEY } });
  return row?.value ?? null;
}

export async function setLastMorning(tx: Tx, date: string): Promise<void> {
  await tx.setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value: date },
    update: { value: date },
  });
}
