import { expect, test } from 'vitest';
import { ownerScope } from '../../../src/domain/access/rules.ts';
import { createWork } from '../../../src/domain/audit/work.service.ts';
import type { RuleCode } from '../../../src/domain/rules/model.ts';
import {
  fillRule,
  listRules,
  ruleBook,
  settleShipped,
  verifyRule,
} from '../../../src/domain/rules/service.ts';
import { SHIPPED } from '../../../src/domain/rules/shipped.rules.ts';
import { freshDatabase } from '../../support/database.ts';

const TODAY = '2026-11-22';
const basis = { ky: 'Жарлык', ru: 'Указ', en: 'Decree' };
const seen = { by: 'Асанов А.', on: '2026-11-20' };
const filling = { ...seen, value: 2, unit: 'years', basis, validFrom: null } as const;

async function open() {
  const database = await freshDatabase();
  const work = createWork({ database, auditKey: 'k', actorId: 0, now: 1_790_000_000_000 });
  const keeper = ownerScope('test');
  const versions = async (code: RuleCode) =>
    ((await ruleBook(database.read)).get(code) ?? []).map(
      ({ value, unit, validFrom, validTo, status, verified }) => ({
        value,
        unit,
        validFrom,
        validTo,
        status,
        verified,
      }),
    );
  const idOf = async (code: RuleCode) =>
    (await ruleBook(database.read)).get(code)?.[0]?.id ?? Number.NaN;
  return { database, work, keeper, versions, idOf };
}

test('the shipped rules say what is known, from where, and nothing of what is not', async () => {
  const { database } = await open();
  const said = (await listRules(database.read))
    .filter(({ value }) => value !== null)
    .map(({ code, status, direction, value, unit }) =>
      [code, status, direction, value, unit].join(' '),
    );
  expect(said).toEqual([
    'attestation official possible-from 2 years',
    'first-rank reported possible-from 1 years',
    'first-rank.highest reported possible-from 2 years',
    'income-declaration reported due-by 401 yearly',
    'service.adviser reported possible-from 5 years',
    'service.counsellor reported possible-from 10 years',
    'training official due-by 3 years',
  ]);
  const silent = SHIPPED.filter(({ value }) => value === null);
  expect(silent.map(({ status }) => status)).toEqual(silent.map(() => 'empty'));
  expect(silent).toHaveLength(14);
  for (const { basis: source, verified } of SHIPPED) {
    expect(Object.values(source).every((text) => text.length > 20)).toBe(true);
    expect(verified).toBeNull();
  }
});

test('settling again changes nothing that an operator verified or filled', async () => {
  const { database, work, keeper, versions, idOf } = await open();
  await verifyRule(work, keeper, await idOf('first-rank'), seen, TODAY);
  await fillRule(work, keeper, 'time-in-rank.adviser-3', filling, TODAY);
  await settleShipped(database);
  expect(await versions('first-rank')).toMatchObject([{ value: 1, status: 'official' }]);
  expect(await versions('time-in-rank.adviser-3')).toMatchObject([{ value: 2 }]);
  expect(await listRules(database.read)).toHaveLength(SHIPPED.length);
});

test('verifying makes a reported rule official, with name and day, and is audited', async () => {
  const { database, work, keeper, versions, idOf } = await open();
  const id = await idOf('service.adviser');
  const verified = await verifyRule(work, keeper, id, { ...seen, by: ' Асанов А. ' }, TODAY);
  expect(verified).toMatchObject({ ok: true, value: { id, status: 'official', verified: seen } });
  expect(await versions('service.adviser')).toMatchObject([{ status: 'official', verified: seen }]);
  const [audited] = await database.read.auditEntry.findMany();
  expect(audited).toMatchObject({ action: 'rule.verified', subject: `rule:${id}` });
});

test('an empty rule, an unknown one, no name and a day to come are not verified', async () => {
  const { work, keeper, versions, idOf } = await open();
  const id = await idOf('first-rank');
  const tried = async (ruleId: number, by = seen.by, on = seen.on) => {
    const result = await verifyRule(work, keeper, ruleId, { by, on }, TODAY);
    return result.ok ? 'verified' : result.error.code;
  };
  expect(await tried(await idOf('probation'))).toBe('rule.empty');
  expect(await tried(99_999)).toBe('rule.unknown');
  expect(await tried(id, '  ')).toBe('rule.byMissing');
  expect(await tried(id, seen.by, '2026-11-23')).toBe('rule.dayWrong');
  expect(await tried(id, seen.by, '2026-02-30')).toBe('rule.dayWrong');
  expect(await versions('first-rank')).toMatchObject([{ status: 'reported', verified: null }]);
});

test('an empty rule is filled as far back as one asks', async () => {
  const { work, keeper, versions } = await open();
  expect(await fillRule(work, keeper, 'probation', { ...filling, unit: 'months' }, TODAY)).toEqual({
    ok: true,
    value: expect.objectContaining({ code: 'probation', basis, direction: 'due-by' }),
  });
  expect(await versions('probation')).toEqual([
    {
      value: 2,
      unit: 'months',
      validFrom: '0001-01-01',
      validTo: null,
      status: 'official',
      verified: seen,
    },
  ]);
});

test('a new version begins today unless a day is given, and closes the one before', async () => {
  const { work, keeper, versions } = await open();
  const spans = async () =>
    (await versions('training')).map(({ value, validFrom, validTo }) =>
      [value, validFrom, validTo].join(' '),
    );
  await fillRule(work, keeper, 'training', filling, TODAY);
  expect(await spans()).toEqual(['3 0001-01-01 2026-11-21', '2 2026-11-22 ']);
  // Between the two, and after both.
  await fillRule(
    work,
    keeper,
    'training',
    { ...filling, value: 5, validFrom: '2025-01-01' },
    TODAY,
  );
  await fillRule(
    work,
    keeper,
    'training',
    { ...filling, value: 1, validFrom: '2028-01-01' },
    TODAY,
  );
  expect(await spans()).toEqual([
    '3 0001-01-01 2024-12-31',
    '5 2025-01-01 2026-11-21',
    '2 2026-11-22 2027-12-31',
    '1 2028-01-01 ',
  ]);
  // The same day: in its place.
  await fillRule(
    work,
    keeper,
    'training',
    { ...filling, value: 4, validFrom: '2025-01-01' },
    TODAY,
  );
  expect((await spans())[1]).toBe('4 2025-01-01 2026-11-21');
  expect(await spans()).toHaveLength(4);
});

test('values, units, texts and days that make no rule are refused, and nothing is written', async () => {
  const { database, work, keeper } = await open();
  const before = await listRules(database.read);
  const tried = async (code: string, change: object) => {
    const result = await fillRule(work, keeper, code as RuleCode, { ...filling, ...change }, TODAY);
    return result.ok ? 'filled' : result.error.code;
  };
  for (const change of [
    { value: 0 },
    { value: -1 },
    { value: 1.5 },
    { value: Number.NaN },
    { value: 61 },
    {
      value: 721,
      unit: 'months',
    },
    {
      unit: 'yearly',
      value: 401,
    },
  ]) {
    expect(await tried('training', change)).toBe('rule.valueWrong');
  }
  for (const value of [0, 100, 431, 1301, 230, 3, 10_101]) {
    expect(await tried('income-declaration', { unit: 'yearly', value })).toBe('rule.valueWrong');
  }
  expect(await tried('income-declaration', {})).toBe('rule.valueWrong');
  expect(await tried('training', { basis: { ...basis, ru: '' } })).toBe('rule.basisMissing');
  expect(await tried('training', { basis: { ...basis, ky: 'Ж'.repeat(501) } })).toBe(
    'rule.basisMissing',
  );
  expect(await tried('training', { validFrom: '2026-02-30' })).toBe('rule.fromWrong');
  expect(await tried('training', { by: '' })).toBe('rule.byMissing');
  expect(await tried('time-in-rank.counsellor-1', {})).toBe('rule.unknown');
  expect(await listRules(database.read)).toEqual(before);
});
