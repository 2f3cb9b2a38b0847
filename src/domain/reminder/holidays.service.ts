import type { OperatorScope, OwnerScope } from '../access/model.ts';
import type { Database, Reader } from '../shared/database.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import type { Holiday, HolidayRefusal, Holidays } from './holiday.model.ts';
import { isHolidayDay, SHIPPED_HOLIDAYS, SHIPPED_UNTIL } from './holidays.rules.ts';
import { all, byDay, put, remove, setSettledUntil, settledUntil } from './holidays.store.ts';

/** Longest name of a day, characters: a line of a screen. */
export const HOLIDAY_NAME_MAX = 60;

/** The table by its days. */
export const holidays = async (reader: Reader): Promise<Holidays> =>
  new Map((await all(reader)).map((holiday) => [holiday.day, holiday]));

/**
 * Writes the days that the product ships, once: what an operator changed or removed does not come
 * back. A version that ships further years adds only these.
 */
export async function settleHolidays(database: Database): Promise<void> {
  const until = await settledUntil(database.read);
  if (until !== null && until >= SHIPPED_UNTIL) return;
  await database.write(async (tx) => {
    for (const holiday of SHIPPED_HOLIDAYS) {
      const newer = holiday.day.length === 10 && until !== null && holiday.day.slice(0, 4) > until;
      if (until === null || newer) await put(tx, holiday);
    }
    await setSettledUntil(tx, SHIPPED_UNTIL);
  });
}

type Keeper = OperatorScope | OwnerScope;

/** Adds a day, or changes it: its names, whether the moon moves it, whether one works on it. */
export function setHoliday(
  work: Work,
  _keeper: Keeper,
  holiday: Holiday,
): Promise<Result<void, HolidayRefusal>> {
  const { day, moon, working } = holiday;
  const name = {
    ky: holiday.name.ky.trim(),
    ru: holiday.name.ru.trim(),
    en: holiday.name.en.trim(),
  };
  if (!isHolidayDay(day))
    return Promise.resolve(refused({ code: 'holiday.dayWrong', values: { day } }));
  if (Object.values(name).some((text) => text === '' || text.length > HOLIDAY_NAME_MAX))
    return Promise.resolve(
      refused({ code: 'holiday.nameMissing', values: { max: HOLIDAY_NAME_MAX } }),
    );
  return work.run(async (unit) => {
    await put(unit.tx, { day, name, moon, working });
    await unit.audit({
      action: 'holiday.set',
      subject: `holiday:${day}`,
      details: { moon, working },
    });
    return ok(undefined);
  });
}

/** The expected day was announced: it is no longer expected only. */
export const confirmHoliday = (
  work: Work,
  _keeper: Keeper,
  day: string,
): Promise<Result<void, HolidayRefusal>> =>
  work.run(async (unit) => {
    const holiday = await byDay(unit.tx, day);
    if (!holiday) return refused({ code: 'holiday.unknown', values: { day } });
    await put(unit.tx, { ...holiday, moon: false });
    await unit.audit({ action: 'holiday.confirmed', subject: `holiday:${day}` });
    return ok(undefined);
  });

/** Another day was announced than the expected one: the row moves there. `to`: YYYY-MM-DD. */
export function moveHoliday(
  work: Work,
  _keeper: Keeper,
  from: string,
  to: string,
): Promise<Result<void, HolidayRefusal>> {
  if (!isHolidayDay(to))
    return Promise.resolve(refused({ code: 'holiday.dayWrong', values: { day: to } }));
  return work.run(async (unit) => {
    const holiday = await byDay(unit.tx, from);
    if (!holiday) return refused({ code: 'holiday.unknown', values: { day: from } });
    await remove(unit.tx, from);
    await put(unit.tx, { ...holiday, day: to, moon: false });
    await unit.audit({ action: 'holiday.moved', subject: `holiday:${from}`, details: { to } });
    return ok(undefined);
  });
}

/** Takes a row of the table away. A yearly day off of one year only is set as a working day instead. */
export const removeHoliday = (
  work: Work,
  _keeper: Keeper,
  day: string,
): Promise<Result<void, HolidayRefusal>> =>
  work.run(async (unit) => {
    if (!(await remove(unit.tx, day))) return refused({ code: 'holiday.unknown', values: { day } });
    await unit.audit({ action: 'holiday.removed', subject: `holiday:${day}` });
    return ok(undefined);
  });
