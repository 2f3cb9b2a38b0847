import { expect, test } from 'vitest';
import { affectedBy, type RuleChange } from '../../../src/domain/rules/affected.service.ts';
import type { RuleCode } from '../../../src/domain/rules/model.ts';
import { ruleBook } from '../../../src/domain/rules/service.ts';
import { type OpenDatabase } from '../../../src/storage/database.ts';
import { freshDatabase } from '../../support/database.ts';

const TODAY = '2026-11-22';
const basis = { ky: 'Жарлык', ru: 'Указ', en: 'Decree' };
const fill = (code: RuleCode, value: number, validFrom: string | null = null): RuleChange => ({
  kind: 'fill',
  code,
  filling: { value, unit: 'years', basis, validFrom, by: 'А', on: TODAY },
});

/** Three bodies: two people and one who left; `crowd` people, 20 of them not trained; a closed one. */
async function open(crowd: number) {
  const database = await freshDatabase();
  const person = { name: 'А', searchName: 'а', sortName: 'а', since: 1, knownSince: '2026-06-01' };
  const { client } = database;
  for (const [id, closedAt] of [
    [1, null],
    [2, null],
    [3, 1n],
  ] as const) {
    await client.organisation.create({
      data: {
        id,
        name: `Орган ${id}`,
        searchName: `орган ${id}`,
        kind: 'municipal',
        region: 'osh',
        district: '',
        createdAt: 1n,
        closedAt,
      },
    });
    await client.register.create({ data: { orgId: id, edition: 2 } });
  }
  const many = Array.from({ length: crowd }, (_, n) => ({
    ...person,
    servant: 100 + n,
    orgId: 2,
    trainedOn: n < 20 ? null : '2025-01-01',
  }));
  await client.servant.createMany({
    data: [
      {
        ...person,
        servant: 1,
        orgId: 1,
        trainedOn: '2024-05-05',
        rank: 'state.adviser-3',
        rankedOn: '2024-01-01',
      },
      {
        ...person,
        servant: 2,
        orgId: 1,
        appointedOn: '2020-02-02',
        noRank: true,
        nextTraining: '2027-01-01',
      },
      // Whether he has a rank is not known.
      { ...person, servant: 7, orgId: 1, appointedOn: '2020-02-02', nextTraining: '2027-01-01' },
      { ...person, servant: 3, orgId: 1, trainedOn: '2024-05-05', leftOn: '2026-01-01' },
      // Replaced, and not yet in force.
      { ...person, servant: 4, orgId: 1, trainedOn: '2024-05-05', until: 2 },
      { ...person, servant: 5, orgId: 1, trainedOn: '2024-05-05', since: 3 },
      { ...person, servant: 6, orgId: 3, trainedOn: '2024-05-05' },
      ...many,
    ],
  });
  return database;
}

const counted = async ({ read }: OpenDatabase, change: RuleChange) => {
  const result = await affectedBy(read, change, TODAY);
  return result.ok ? result.value : result.error;
};

test('filling concerns those whose date becomes another, in as many organisations', async () => {
  const database = await open(1020);
  expect(await counted(database, fill('training', 2, '0001-01-01'))).toEqual({
    people: 1001,
    organisations: 2,
  });
  expect(await counted(database, fill('time-in-rank.adviser-3', 4))).toEqual({
    people: 1,
    organisations: 1,
  });
  // From a day on after which everybody's date stays as it is, and a rule that gives no dates.
  expect(await counted(database, fill('training', 3, '2099-01-01'))).toEqual({
    people: 0,
    organisations: 0,
  });
  expect(await counted(database, fill('rotation', 4))).toEqual({ people: 0, organisations: 0 });
  expect(await counted(database, fill('training', 0))).toMatchObject({ code: 'rule.valueWrong' });
});

test('verifying concerns those whose date comes from that version, official or not', async () => {
  const database = await open(25);
  const book = await ruleBook(database.read);
  const verify = (code: RuleCode): RuleChange => ({
    kind: 'verify',
    by: 'А',
    on: TODAY,
    ruleId: book.get(code)?.[0]?.id ?? 0,
  });
  expect(await counted(database, verify('training'))).toEqual({ people: 6, organisations: 2 });
  expect(await counted(database, verify('first-rank'))).toEqual({ people: 1, organisations: 1 });
  expect(await counted(database, verify('rotation'))).toEqual({ code: 'rule.empty' });
});
