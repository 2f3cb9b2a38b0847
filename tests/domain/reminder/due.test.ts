import { expect, test } from 'vitest';
import { duesOf, type Reckoned } from '../../../src/domain/reminder/due.rules.ts';
import { type DueKind, OWED_KINDS } from '../../../src/domain/reminder/model.ts';
import { why } from '../../../src/domain/reminder/why.rules.ts';
import type { RuleCode } from '../../../src/domain/rules/model.ts';
import { SHIPPED } from '../../../src/domain/rules/shipped.rules.ts';
import { bookOf, bookWith, newVersion } from '../../../src/domain/rules/version.rules.ts';

const TODAY = '2026-11-22';
const BOOK = bookOf(SHIPPED.map((rule, n) => ({ ...rule, id: n + 1 })));
const seen = { by: 'А', on: TODAY, basis: { ky: 'Ж', ru: 'У', en: 'D' } };

/** The book with a rule filled in years. */
function filled(code: RuleCode, value: number, validFrom: string | null = null) {
  const versions = BOOK.get(code) ?? [];
  const filling = { ...seen, value, unit: 'years' as const, validFrom };
  const { version, closed } = newVersion(versions, filling, TODAY);
  const changed = version.id === 0 ? { ...version, id: 99 } : version;
  return bookWith(BOOK, closed ? [closed, changed] : [changed]);
}

const NOBODY: Reckoned = {
  group: null,
  appointedOn: null,
  serviceStart: null,
  leftOn: null,
  trainedOn: null,
  rank: null,
  rankedOn: null,
  noRank: null,
  attestedOn: null,
  declaredOn: '2026-03-01',
  nextTraining: null,
  nextRank: null,
  nextAttestation: null,
  knownSince: '2025-01-01',
};

const due = (kind: DueKind, facts: Partial<Reckoned>, book = BOOK, today = TODAY) =>
  duesOf({ ...NOBODY, ...facts }, book, today).find((each) => each.kind === kind) ?? null;
const on = (...args: Parameters<typeof due>) => due(...args)?.on ?? null;

test('training falls due three years after the last one, else after the appointment, and says from what', () => {
  const rule = { id: 1, code: 'training', status: 'official' };
  expect(due('training', { trainedOn: '2022-12-03', appointedOn: '2010-01-01' })).toEqual({
    kind: 'training',
    direction: 'due-by',
    on: '2025-12-03',
    nextRank: null,
    rule,
    base: {
      from: 'trained',
      on: '2022-12-03',
    },
  });
  expect(due('training', { appointedOn: '2024-02-29' })).toMatchObject({
    on: '2027-02-28',
    base: { from: 'appointed', on: '2024-02-29' },
  });
  expect(on('training', {})).toBeNull();
});

test('a date entered by hand stands instead of the computed one, and where none is computed', () => {
  const byHand = { rule: null, base: { from: 'hand', on: '2027-01-01' }, on: '2027-01-01' };
  const facts = { trainedOn: '2020-01-01', rank: 'municipal.counsellor-1' } as const;
  expect(due('training', { ...facts, nextTraining: '2027-01-01' })).toMatchObject(byHand);
  expect(due('rank', { ...facts, nextRank: '2027-01-01' })).toMatchObject(byHand);
  expect(due('attestation', { ...facts, nextAttestation: '2027-01-01' })).toMatchObject(byHand);
  expect(on('rank', facts)).toBeNull();
});

test('whoever left is due for nothing', () => {
  const facts = { trainedOn: '2020-01-01', nextRank: '2027-01-01', leftOn: '2026-12-31' };
  expect(duesOf({ ...NOBODY, ...facts }, BOOK, TODAY)).toEqual([]);
});

test('a first rank is possible a year after the appointment, two for the highest group', () => {
  const none = { appointedOn: '2026-02-01', noRank: true };
  expect(on('rank', none)).toBe('2027-02-01');
  expect(on('rank', { ...none, group: 'highest' })).toBe('2028-02-01');
});

test('of somebody of whom no rank is known nothing is said, but for a day entered by hand', () => {
  const unknown = { appointedOn: '2018-11-14', noRank: null };
  expect(on('rank', unknown)).toBeNull();
  expect(on('rank', { ...unknown, group: 'highest' })).toBeNull();
  expect(on('rank', { ...unknown, nextRank: '2027-01-01' })).toBe('2027-01-01');
});

test('while the time in a rank is not known only the steps to adviser and counsellor speak', () => {
  const step = (rank: Reckoned['rank'], rankedOn = '2022-01-01') =>
    on('rank', { rank, rankedOn, serviceStart: '2018-06-01' });
  expect(step('municipal.inspector-2')).toBeNull();
  expect(step('municipal.inspector-1')).toBe('2023-06-01');
  expect(step('municipal.adviser-3')).toBeNull();
  expect(step('state.adviser-1')).toBe('2028-06-01');
  expect(step('state.counsellor-3')).toBeNull();
  expect(step('municipal.inspector-1', '2023-05-31')).toBe('2023-06-01');
  expect(step('municipal.inspector-1', '2023-06-01')).toBeNull();
  expect(step('municipal.inspector-1', '2024-01-01')).toBeNull();
  const next = due('rank', { rank: 'municipal.inspector-1', serviceStart: '2018-06-01' });
  expect(next).toMatchObject({
    nextRank: 'municipal.adviser-3',
    rule: { code: 'service.adviser', status: 'reported' },
    base: { from: 'service', on: '2018-06-01' },
  });
});

test('with the time in a rank filled, the later of it and of the service needed counts', () => {
  const rank = 'municipal.adviser-2' as const;
  const book = filled('time-in-rank.adviser-2', 2);
  const facts = { rank, rankedOn: '2024-01-01' };
  expect(due('rank', { ...facts, serviceStart: '2018-06-01' }, book)).toMatchObject({
    on: '2026-01-01',
    base: { from: 'ranked' },
    nextRank: 'municipal.adviser-1',
  });
  expect(due('rank', { ...facts, serviceStart: '2023-06-01' }, book)).toMatchObject({
    on: '2028-06-01',
    base: { from: 'service' },
  });
  expect(on('rank', facts, book)).toBe('2026-01-01');
  expect(on('rank', { rank, serviceStart: '2018-06-01' }, book)).toBeNull();
});

test('a declaration is owed by 1 April of its year, then by that of the next', () => {
  expect(on('declaration', { declaredOn: null }, BOOK, '2026-03-01')).toBe('2026-04-01');
  expect(on('declaration', { declaredOn: '2025-12-31' }, BOOK, '2026-12-31')).toBe('2026-04-01');
  expect(on('declaration', { declaredOn: '2026-01-01' })).toBe('2027-04-01');
  expect(on('declaration', { declaredOn: null }, BOOK, '2027-01-01')).toBe('2027-04-01');
  expect(on('declaration', { declaredOn: null, appointedOn: '2026-04-02' })).toBe('2027-04-01');
  expect(on('declaration', { declaredOn: null, appointedOn: '2026-04-01' })).toBe('2026-04-01');
  expect(on('declaration', { declaredOn: null, knownSince: '2026-04-02' })).toBe('2027-04-01');
});

test('each version of a rule counts in its own time, and why says which one', () => {
  const book = filled('training', 2, '2026-07-01');
  const explained = (trainedOn: string) => {
    const found = due('training', { trainedOn }, book);
    if (!found) return null;
    const { rule, sum, sinceRule } = why(found, book);
    return [found.on, rule?.value, sum?.base, sum?.gives, sinceRule];
  };
  // Overdue already under the old version: that date stays.
  expect(explained('2022-12-03')).toEqual(['2025-12-03', 3, '2022-12-03', '2025-12-03', false]);
  // Within three years but not within two: due on the day the new version begins.
  expect(explained('2024-01-10')).toEqual(['2026-07-01', 2, '2024-01-10', '2026-01-10', true]);
  expect(explained('2025-02-28')).toEqual(['2027-02-28', 2, '2025-02-28', '2027-02-28', false]);
});

test('why of a day of the year and of a date entered by hand has no sum', () => {
  const declared = due('declaration', {});
  const byHand = due('training', { nextTraining: '2027-01-01' });
  expect(declared && why(declared, BOOK)).toMatchObject({
    rule: { code: 'income-declaration', value: 401 },
    sum: null,
    sinceRule: false,
  });
  expect(byHand && why(byHand, BOOK)).toMatchObject({ rule: null, sum: null });
});

test('the kinds that are owed are those of which the rules and a date by hand both say so', () => {
  const dated: readonly (readonly [DueKind, RuleCode])[] = [
    ['training', 'training'],
    ['rank', 'first-rank'],
    ['rank', 'service.adviser'],
    ['attestation', 'attestation'],
    ['declaration', 'income-declaration'],
  ];
  const owedByRule = (code: RuleCode) =>
    SHIPPED.find((rule) => rule.code === code)?.direction === 'due-by';
  expect(dated.map(([, code]) => owedByRule(code))).toEqual(
    dated.map(([kind]) => OWED_KINDS.includes(kind)),
  );
  const on = '2027-01-01';
  const byHand = duesOf(
    { ...NOBODY, nextTraining: on, nextRank: on, nextAttestation: on },
    BOOK,
    TODAY,
  ).filter(({ base }) => base.from === 'hand');
  expect(byHand.map(({ kind, direction }) => [kind, direction === 'due-by'])).toEqual(
    byHand.map(({ kind }) => [kind, OWED_KINDS.includes(kind)]),
  );
  expect(byHand).toHaveLength(3);
});
