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

const inHours = ({ time }: LocalMoment): boolean => time >= DIGEST_FROM && time < DIGEST_UNTIL;

/** Whether digests go out at this moment: on a working day from DIGEST_FROM until before DIGEST_UNTIL. */
export const isDigestTime = async (reader: Reader, moment: LocalMoment): Promise<boolean> =>
  inHours(moment) && isWorkingDay(moment.date, await holidays(reader));

/** The same, and this morning is not done with yet. Mornings that were missed are not made up one by one. */
export async function isMorningOwed(reader: Reader, moment: LocalMoment): Promise<boolean> {
  if (!inHours(moment) || (await lastMorning(reader)) === moment.date) return false;
  return isDigestTime(reader, moment);
}

export const morningDone = (database: Database, date: string): Promise<void> =>
  database.write((tx) => setLastMorning(tx, date));

/** A database on which no service ever ran has missed no morning: it begins with the next nine o'clock. */
export async function beginMornings(database: Database, moment: LocalMoment): Promise<void> {
  if ((await lastMorning(database.read)) !== null) return;
  const { date, time } = moment;
  await morningDone(database, time < DIGEST_FROM ? addDays(date, -1) : date);
}
