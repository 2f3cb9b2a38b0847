import type { Database, Reader } from '../shared/database.ts';
import { addDays } from '../shared/local-date.ts';
import { localDateOf, localTimeOf, momentAt } from '../shared/local-time.ts';
import { holidays } from './holidays.service.ts';
import { DIGEST_FROM, DIGEST_UNTIL } from './model.ts';
import { lastMorning, setLastMorning } from './morning.store.ts';
import { isWorkingDay, nextWorkingDay } from './working-days.rules.ts';

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

/**
 * When the next morning's digests are due after `now`: DIGEST_FROM of this day while it is still ahead,
 * else of the next working day. Milliseconds since 1970.
 */
export async function nextMorning(reader: Reader, now: number, timeZone: string): Promise<number> {
  const table = await holidays(reader);
  const date = localDateOf(now, timeZone);
  const ahead = isWorkingDay(date, table) && localTimeOf(now, timeZone) < DIGEST_FROM;
  return momentAt(ahead ? date : nextWorkingDay(date, table), DIGEST_FROM, timeZone);
}

export const morningDone = (database: Database, date: string): Promise<void> =>
  database.write((tx) => setLastMorning(tx, date));

/** A database on which no service ever ran has missed no morning: it begins with the next nine o'clock. */
export async function beginMornings(database: Database, moment: LocalMoment): Promise<void> {
  if ((await lastMorning(database.read)) !== null) return;
  const { date, time } = moment;
  await morningDone(database, time < DIGEST_FROM ? addDays(date, -1) : date);
}
