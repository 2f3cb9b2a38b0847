import { expect, test } from 'vitest';
import { ownerScope } from '../../../src/domain/access/rules.ts';
import { createWork } from '../../../src/domain/audit/work.service.ts';
import type { Holiday } from '../../../src/domain/reminder/holiday.model.ts';
import {
  ofYear,
  SHIPPED_HOLIDAYS,
  SHIPPED_UNTIL,
} from '../../../src/domain/reminder/holidays.rules.ts';
import {
  holidays,
  removeHoliday,
  setHoliday,
  settleHolidays,
} from '../../../src/domain/reminder/holidays.service.ts';
import { isWorkingDay, nextWorkingDay } from '../../../src/domain/reminder/working-days.rules.ts';
import { addDays } from '../../../src/domain/shared/local-date.ts';
import { freshDatabase } from '../../support/database.ts';

const SHIPPED = new Map(SHIPPED_HOLIDAYS.map((holiday) => [holiday.day, holiday]));
const name = { ky: 'Күн', ru: 'День', en: 'Day' };

test('the moon-dependent days are the first of Shawwal and the tenth of Dhu al-Hijja of Umm al-Qura', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  const found: string[] = [];
  for (let day = '2026-01-01'; day.slice(0, 4) <= SHIPPED_UNTIL; day = addDays(day, 1)) {
    const parts = format.formatToParts(new Date(`${day}T12:00Z`));
    const of = (type: string) => parts.find((part) => part.type === type)?.value;
    if (['10/1', '12/10'].includes(`${of('month')}/${of('day')}`)) found.push(day);
  }
  const shipped = SHIPPED_HOLIDAYS.filter(({ moon }) => moon).map(({ day }) => day);
  expect(found).toHaveLength(10);
  expect(shipped.toSorted()).toEqual(found);
});

test('the days off of 2026 that fall on weekdays, and no others', () => {
  const off: string[] = [];
  const worked: string[] = [];
  for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
    const weekend = [0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay());
    const working = isWorkingDay(day, SHIPPED);
    if (weekend && working) worked.push(day);
    if (!weekend && !working) off.push(day.slice(5));
  }
  expect(worked).toEqual([]);
  expect(off).toEqual([
    '01-01',
    '01-02',
    '01-05',
    '01-06',
    '01-07',
    '03-20',
    '05-01',
    '05-04',
    '05-05',
    '05-06',
    '05-07',
    '05-08',
    '05-27',
    '08-31',
  ]);
});

test('a row of one date goes before the yearly one and before the weekend', () => {
  const row = (day: string, working: boolean): [string, Holiday] => [
    day,
    { day, name, moon: false, working },
  ];
  const table = new Map([
    ...SHIPPED,
    row('2026-05-04', true),
    row('2026-02-07', true),
    row('2026-01-08', false),
  ]);
  expect(isWorkingDay('2026-05-04', table)).toBe(true);
  expect(isWorkingDay('2027-05-04', table)).toBe(false);
  // A Saturday worked instead.
  expect(isWorkingDay('2026-02-07', table)).toBe(true);
  expect(isWorkingDay('2026-01-08', table)).toBe(false);
  expect(nextWorkingDay('2025-12-31', table)).toBe('2026-01-09');
  expect(nextWorkingDay('2026-02-06', table)).toBe('2026-02-07');
});

async function open() {
  const database = await freshDatabase();
  const work = createWork({ database, auditKey: 'k', actorId: 0, now: 1_790_000_000_000 });
  return { database, work, keeper: ownerScope('test') };
}

test('what the operator changed or removed does not come back at the next start', async () => {
  const { database, work, keeper } = await open();
  expect([...(await holidays(database.read)).values()]).toHaveLength(SHIPPED_HOLIDAYS.length);
  await removeHoliday(work, keeper, '2026-03-20');
  const moved = { day: '2026-03-21', name, moon: true, working: false };
  expect(await setHoliday(work, keeper, moved)).toEqual({ ok: true, value: undefined });
  await settleHolidays(database);
  const table = await holidays(database.read);
  expect(table.get('2026-03-20')).toBeUndefined();
  expect(table.get('2026-03-21')).toEqual(moved);
  const audited = await database.read.auditEntry.findMany({ orderBy: { seq: 'asc' } });
  expect(audited.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
    'holiday.removed holiday:2026-03-20',
    'holiday.set holiday:2026-03-21',
  ]);
});

test('a day that is none, a name left out and a row that is not there are refused', async () => {
  const { work, keeper } = await open();
  const set = (day: string, ky = 'Күн') =>
    setHoliday(work, keeper, { day, name: { ...name, ky }, moon: false, working: false });
  for (const day of ['02-30', '2026-02-29', '2026-2-1', '13-01', 'today']) {
    expect(await set(day)).toEqual({
      ok: false,
      error: { code: 'holiday.dayWrong', values: { day } },
    });
  }
  expect(await set('06-23', ' ')).toEqual({
    ok: false,
    error: { code: 'holiday.nameMissing', values: { max: 60 } },
  });
  expect(await set('06-23', 'К'.repeat(61))).toMatchObject({ ok: false });
  expect(await removeHoliday(work, keeper, '06-23')).toEqual({
    ok: false,
    error: { code: 'holiday.unknown', values: { day: '06-23' } },
  });
});

test('a year is shown in the order of its days, a date after the yearly day it overrides', () => {
  const rows = ['2026-05-04', '05-04', '2027-01-08', '01-01', '2026-01-08'].map((day) => ({
    day,
    name,
    moon: false,
    working: false,
  }));
  expect(ofYear(rows, 2026).map(({ day }) => day)).toEqual([
    '01-01',
    '2026-01-08',
    '05-04',
    '2026-05-04',
  ]);
});
