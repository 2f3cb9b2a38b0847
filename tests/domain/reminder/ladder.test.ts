import { expect, test } from 'vitest';
import { daysBetween, reachedRung, toTell } from '../../../src/domain/reminder/ladder.rules.ts';
import { LADDERS, type Told } from '../../../src/domain/reminder/model.ts';
import { addDays } from '../../../src/domain/shared/local-date.ts';

const DUE = '2026-06-15';
const on = (days: number) => addDays(DUE, -days);

test('days are whole over changes of the clock and leap days', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
});

test('a rung is reached on its day and holds until the next one', () => {
  const reached = (days: number) => reachedRung(DUE, on(days), LADDERS.training);
  expect([91, 90, 31, 30, 8, 7, 1, 0, -1, -6, -7, -13, -14, -1000].map(reached)).toEqual([
    null,
    90,
    90,
    30,
    30,
    7,
    7,
    0,
    0,
    0,
    -7,
    -7,
    -14,
    -994,
  ]);
});

test('an attestation is possible, not owed: nothing follows its day', () => {
  const reached = (days: number) => reachedRung(DUE, on(days), LADDERS.attestation);
  expect([31, 30, 0, -8, -800].map(reached)).toEqual([null, 30, 0, 0, 0]);
});

/** The days before the date on which it is told, a digest a day, from `from` days before it on. */
function toldOn(
  from: number,
  until: number,
  ladder = LADDERS.training,
  snoozed?: [number, number],
) {
  const days: number[] = [];
  let told: Told | null = null;
  for (let left = from; left >= until; left -= 1) {
    if (left === snoozed?.[0]) {
      const before: Told = told ?? { dueOn: DUE, rung: null, toldOn: null, snoozedUntil: null };
      told = { ...before, snoozedUntil: on(snoozed[1]) };
    }
    const rung = toTell(DUE, on(left), ladder, told);
    if (rung === null) continue;
    days.push(left);
    told = { dueOn: DUE, rung, toldOn: on(left), snoozedUntil: told?.snoozedUntil ?? null };
  }
  return days;
}

test('it is told on each rung once, and weekly after the date', () => {
  expect(toldOn(120, -22)).toEqual([90, 30, 7, 0, -7, -14, -21]);
  expect(toldOn(120, -22, LADDERS.attestation)).toEqual([30, 0]);
});

test('somebody who comes into the register late is told at once, then on the next rung', () => {
  expect(toldOn(45, -8)).toEqual([45, 30, 7, 0, -7]);
});

test('long overdue is told at once and again after a whole week, whatever day the weeks are counted from', () => {
  expect(toldOn(-1098, -1120)).toEqual([-1098, -1105, -1112, -1119]);
});

test('put off it is silent until the day named, speaks on it, then goes on', () => {
  expect(toldOn(40, -8, LADDERS.training, [20, 3])).toEqual([40, 30, 3, 0, -7]);
  expect(toldOn(95, 60, LADDERS.training, [95, 80])).toEqual([80]);
});

test('what was told or put off of another date does not silence this one', () => {
  const told = { dueOn: '2026-06-14', rung: 0, toldOn: on(1), snoozedUntil: '2027-01-01' };
  expect(toTell(DUE, on(0), LADDERS.training, told)).toBe(0);
});

test('a second look on the same morning tells nothing', () => {
  const told = { dueOn: DUE, rung: 0, toldOn: on(0), snoozedUntil: on(0) };
  expect(toTell(DUE, on(0), LADDERS.training, told)).toBeNull();
});
