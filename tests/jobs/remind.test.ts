import { expect, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { createWork } from '../../src/domain/audit/work.service.ts';
import { beginMornings, nextMorning } from '../../src/domain/reminder/morning.service.ts';
import { settleShipped } from '../../src/domain/rules/service.ts';
import { localDateOf, localTimeOf } from '../../src/domain/shared/local-time.ts';
import { remind } from '../../src/jobs/remind.ts';
import { freshDatabase } from '../support/database.ts';

const MINUTES = 60_000;

const at = (local: string, timeZone: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;

/** The job with a sweep that only writes down when it was asked, in local time. */
async function openMornings(timeZone: string, from: string) {
  const database = await freshDatabase();
  await settleShipped(database);
  let now = at(from, timeZone);
  const local = () => `${localDateOf(now, timeZone)} ${localTimeOf(now, timeZone)}`;
  await beginMornings(database, {
    date: localDateOf(now, timeZone),
    time: localTimeOf(now, timeZone),
  });
  const swept: string[] = [];
  let counted = 0;
  let broken = false;
  const job = remind({
    database,
    work: () => createWork({ database, auditKey: 'key', actorId: 0, now }),
    timeZone,
    operatorIds: [],
    sweep: () => {
      swept.push(local());
      return broken ? Promise.reject(new Error('no')) : Promise.resolve([]);
    },
    onDigests: () => {
      counted += 1;
    },
  });
  return {
    swept,
    counted: () => counted,
    breakDown: (on: boolean) => {
      broken = on;
    },
    /** As each so many minutes, up to and with this local time. */
    async tickUntil(until: string, minutes: number) {
      for (const end = at(until, timeZone); now <= end; now += minutes * MINUTES)
        await job.run(now);
    },
    jump: (to: string) => {
      now = at(to, timeZone);
      return job.run(now);
    },
  };
}

test('over both clock changes of Berlin it runs at nine on every working day, once', async () => {
  const { swept, tickUntil } = await openMornings('Europe/Berlin', '2026-03-26T20:00');
  await tickUntil('2026-03-31T23:30', 30);
  expect(swept).toEqual(['2026-03-27 09:00', '2026-03-30 09:00', '2026-03-31 09:00']);
  const autumn = await openMornings('Europe/Berlin', '2026-10-22T20:00');
  await autumn.tickUntil('2026-10-27T23:30', 30);
  expect(autumn.swept).toEqual(['2026-10-23 09:00', '2026-10-26 09:00', '2026-10-27 09:00']);
});

test('29 February is a morning like any other; weekends and public holidays are none', async () => {
  const { swept, tickUntil } = await openMornings('Asia/Bishkek', '2028-02-24T20:00');
  await tickUntil('2028-03-10T12:00', 30);
  expect(swept.map((moment) => moment.slice(5, 10))).toEqual([
    '02-25',
    '02-28',
    '02-29',
    '03-01',
    '03-02',
    '03-03',
    '03-06',
    '03-07',
    '03-09',
    '03-10',
  ]);
});

test('after days of standing still it catches up once, at once; in the evening it waits', async () => {
  const { swept, counted, jump } = await openMornings('Asia/Bishkek', '2026-01-12T10:00');
  await jump('2026-01-12T10:01');
  expect(swept).toEqual([]);
  await jump('2026-01-16T14:20');
  await jump('2026-01-16T14:21');
  await jump('2026-01-20T20:00');
  await jump('2026-01-21T08:59');
  expect(swept).toEqual(['2026-01-16 14:20']);
  await jump('2026-01-21T09:00');
  expect(swept).toEqual(['2026-01-16 14:20', '2026-01-21 09:00']);
  expect(counted()).toBe(2);
});

test('a morning that failed is taken up by the next tick', async () => {
  const { swept, counted, jump, breakDown } = await openMornings(
    'Asia/Bishkek',
    '2026-01-12T08:00',
  );
  breakDown(true);
  await expect(jump('2026-01-12T09:00')).rejects.toThrow('no');
  breakDown(false);
  await jump('2026-01-12T09:01');
  await jump('2026-01-12T09:02');
  expect([swept, counted()]).toEqual([['2026-01-12 09:00', '2026-01-12 09:01'], 1]);
});

test.each([
  ['Asia/Bishkek', '2026-01-12T08:59', '2026-01-12T09:00'],
  ['Asia/Bishkek', '2026-01-12T09:00', '2026-01-13T09:00'],
  ['Asia/Bishkek', '2025-12-31T18:00', '2026-01-08T09:00'],
  ['Asia/Bishkek', '2026-01-10T08:00', '2026-01-12T09:00'],
  ['Europe/Berlin', '2026-03-27T12:00', '2026-03-30T09:00'],
])('in %s the morning after %s is %s', async (timeZone, from, to) => {
  const database = await freshDatabase();
  await settleShipped(database);
  expect(await nextMorning(database.read, at(from, timeZone), timeZone)).toBe(at(to, timeZone));
});
