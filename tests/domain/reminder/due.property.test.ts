import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RANK_GRADES, RANK_LINES, type RankCode } from '../../../src/domain/register/model.ts';
import { type Cutoff, cutoffs } from '../../../src/domain/reminder/cutoffs.rules.ts';
import { duesOf, type Reckoned } from '../../../src/domain/reminder/due.rules.ts';
import { DUE_KINDS } from '../../../src/domain/reminder/model.ts';
import {
  ALWAYS,
  type Rule,
  type RuleBook,
  type RuleCode,
} from '../../../src/domain/rules/model.ts';
import { addDays } from '../../../src/domain/shared/local-date.ts';
import { DAYS, oracle } from './oracle.ts';

const between = (from: string, to: string) =>
  fc.integer({ min: DAYS.indexOf(from), max: DAYS.indexOf(to) }).map((n) => DAYS[n] as string);
const day = fc.oneof(
  { weight: 4, arbitrary: between('2015-01-01', '2030-12-31') },
  // Ends of months and the turn of the year, where the sums of dates differ.
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2016-02-29',
      '2020-02-29',
      '2023-12-31',
      '2024-01-01',
      '2024-02-29',
      '2025-01-31',
      '2025-03-31',
      '2026-02-28',
      '2026-04-01',
      '2027-02-28',
      '2027-08-31',
      '2028-02-29',
    ),
  },
);
const maybe = fc.option(day, { nil: null });

const CODES: readonly RuleCode[] = [
  ...(['training', 'attestation', 'first-rank', 'first-rank.highest'] as const),
  ...(['service.adviser', 'service.counsellor', 'income-declaration'] as const),
  ...RANK_GRADES.map((grade): RuleCode => `time-in-rank.${grade}`),
];

const value = (code: RuleCode): fc.Arbitrary<Pick<Rule, 'value' | 'unit'>> =>
  code === 'income-declaration'
    ? fc.record({
        value: fc.constantFrom(101, 229, 331, 401, 1231, null),
        unit: fc.constant('yearly' as const),
      })
    : fc.oneof(
        fc.record({
          value: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null, freq: 4 }),
          unit: fc.constant('years' as const),
        }),
        fc.record({ value: fc.integer({ min: 1, max: 40 }), unit: fc.constant('months' as const) }),
        fc.record({ value: fc.integer({ min: 1, max: 900 }), unit: fc.constant('days' as const) }),
      );

/** Versions in the order of time: some with no gap between them, some with one. */
const versionsOf = (code: RuleCode) =>
  fc
    .record({
      always: fc.boolean(),
      endless: fc.boolean(),
      starts: fc.uniqueArray(day, { minLength: 1, maxLength: 4 }),
      gaps: fc.array(fc.constantFrom(0, 0, 1, 40, 400), { minLength: 4, maxLength: 4 }),
      values: fc.array(value(code), { minLength: 4, maxLength: 4 }),
    })
    .map(({ always, endless, starts, gaps, values }) => {
      const sorted = starts.toSorted();
      return sorted.flatMap((start, n): Rule[] => {
        const next = sorted[n + 1];
        const end = addDays(next ?? '2033-05-05', -1 - (gaps[n] ?? 0));
        const validTo = next === undefined && endless ? null : end;
        const interval = values[n];
        if (!interval || (validTo !== null && validTo < start)) return [];
        return [
          {
            id: n + 1,
            code,
            direction: 'due-by',
            ...interval,
            basis: { ky: '', ru: '', en: '' },
            validFrom: n === 0 && always ? ALWAYS : start,
            validTo,
            status: 'official',
            verified: null,
          },
        ];
      });
    });

const book: fc.Arbitrary<RuleBook> = fc
  .tuple(...CODES.map(versionsOf))
  .map((all) => new Map(CODES.map((code, n) => [code, all[n] ?? []])));

const rank = fc
  .tuple(fc.constantFrom(...RANK_LINES), fc.constantFrom(...RANK_GRADES))
  .map(([line, grade]): RankCode => `${line}.${grade}`);
const seldom = fc.option(day, { nil: null, freq: 1 });

const servant: fc.Arbitrary<Reckoned> = fc.record({
  group: fc.constantFrom('highest', 'main', null),
  appointedOn: maybe,
  serviceStart: maybe,
  leftOn: fc.constant(null),
  trainedOn: maybe,
  rank: fc.option(rank, { nil: null, freq: 4 }),
  rankedOn: maybe,
  noRank: fc.constantFrom(true, true, null),
  attestedOn: maybe,
  declaredOn: maybe,
  nextTraining: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, seldom),
  nextRank: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, seldom),
  nextAttestation: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, seldom),
  knownSince: day,
});

const byKind = (one: Reckoned, rules: RuleBook, today: string) => {
  const dues = duesOf(one, rules, today);
  return Object.fromEntries(
    DUE_KINDS.map((kind) => [kind, dues.find((due) => due.kind === kind)?.on ?? null]),
  );
};

test('every date is the one found by walking the calendar day by day', () => {
  const found = { dates: 0, none: 0 };
  fc.assert(
    fc.property(servant, book, day, (one, rules, today) => {
      const dates = byKind(one, rules, today);
      for (const date of Object.values(dates)) found[date === null ? 'none' : 'dates'] += 1;
      expect(dates).toEqual(oracle(one, rules, today));
    }),
    { numRuns: 1200 },
  );
  expect(found.dates).toBeGreaterThan(1000);
  expect(found.none).toBeGreaterThan(500);
});

const meets = (one: Reckoned, { dates, unknown, noRank, ranks, highest }: Cutoff): boolean =>
  dates.every(({ column, upTo, orUnknown }) => {
    const date = one[column];
    return date === null ? orUnknown : date <= upTo;
  }) &&
  unknown.every((column) => one[column] === null) &&
  (!noRank || one.noRank === true) &&
  (ranks === null || (one.rank !== null && ranks.includes(one.rank))) &&
  (highest === null || (one.group === 'highest') === highest);

test('nobody whose date is within the horizon is lost by the cutoffs, and they do cut', () => {
  const seen = { due: 0, lost: 0, passed: 0, cut: 0 };
  fc.assert(
    fc.property(servant, book, day, fc.constantFrom(0, 30, 90), (one, rules, today, horizon) => {
      const limit = addDays(today, horizon);
      const dates = byKind(one, rules, today);
      const cut = cutoffs(rules, today, horizon);
      for (const kind of DUE_KINDS) {
        const on = dates[kind] ?? null;
        const passes = cut[kind].some((each) => meets(one, each));
        const due = on !== null && on <= limit;
        const fate = due ? (passes ? 'due' : 'lost') : passes ? 'passed' : 'cut';
        seen[fate] += 1;
        expect(fate).not.toBe('lost');
      }
    }),
    { numRuns: 2000 },
  );
  expect(seen.due).toBeGreaterThan(500);
  expect(seen.cut).toBeGreaterThan(4 * seen.passed);
});
