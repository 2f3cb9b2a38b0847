import type { Database, Reader } from '../shared/database.ts';
import { addDays } from '../shared/local-date.ts';
import { holidays } from './holidays.service.ts';
import { DIGEST_FROM, DIGEST_UNTIL } from './model.ts';
import { lastMorning, setLastMorning } from './morning.store.ts';
import { isWorkingDay } from './working-days.rules.ts';

/** A moment where the service stands: YYYY-MM-DD and HH:MM. */
export interface LocalMoment {
  readonly date: string;
  readonly time: string;
}

/** Whether digests go out at this moment: on a working day from DIGEST_FROM until before DIGEST_UNTIL. */
export async function isDigestTime(reader: Reader, { date, time }: LocalMoment): Promise<boolean> {
  if (time < DIGEST_FROM || time >= DIGEST_UNTIL) return false;
  return isWorkingDay(date, await holidays(reader));
}

/** The same, and the morning of this day is not done with yet. Days that were missed are not made up one by one. */
export async function isMorningOwed(reader: Reader, moment: LocalMoment): Promise<boolean> {
  return (await lastMorning(reader)) !== moment.date && isDigestTime(reader, moment);
}

export const morningDone = (database: Database, date: string): Promise<void> =>
  database.write((tx) => setLastMorning(tx, date));

/** A database on which no service ever ran has missed no morning: it begins with the next nine o'clock. */
export async function beginMornings(database: Database, moment: LocalMoment): Promise<void> {
  if ((await lastMorning(database.read)) !== null) return;
  const { date, time } = moment;
  await morningDone(database, time < DIGEST_FROM ? addDays(date, -1) : date);
}
