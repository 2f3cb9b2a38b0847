import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RankCode } from '../../../src/domain/register/model.ts';
import { duesOf, type Reckoned } from '../../../src/domain/reminder/due.rules.ts';
import { daysBetween, toTell } from '../../../src/domain/reminder/ladder.rules.ts';
import { dueLines } from '../../../src/domain/reminder/lines.service.ts';
import { HORIZON, LADDERS, type Told } from '../../../src/domain/reminder/model.ts';
import type { Swept } from '../../../src/domain/reminder/sweep.model.ts';
import { ALWAYS, type RuleBook, type RuleCode } from '../../../src/domain/rules/model.ts';
import { ruleBook } from '../../../src/domain/rules/service.ts';
import { addDays } from '../../../src/domain/shared/local-date.ts';
import { freshDatabase } from '../../support/database.ts';
import { sweepOf } from '../../support/sweep.ts';

const near = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays('2026-01-12', days));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const past = near(-2200, 0);

const person = fc.record({
  orgId: fc.constantFrom(1, 2),
  /** Of edition 3: in force, replaced already, of an edition still being written. */
  rows: fc.constantFrom([1, 2147483647], [1, 4], [1, 3], [4, 2147483647]),
  group: maybe(fc.constantFrom('highest', 'junior')),
  appointedOn: maybe(past),
  serviceStart: maybe(near(-4500, -1000)),
  leftOn: fc
    .option(past, { nil: null, freq: 1 })
    .map((left) => (left && left > '2025' ? left : null)),
  trainedOn: maybe(past),
  rank: maybe(
    fc.constantFrom<RankCode>('state.inspector-1', 'municipal.adviser-1', 'municipal.adviser-3'),
  ),
  rankedOn: maybe(past),
  noRank: fc.constantFrom(true, null),
  attestedOn: maybe(past),
  declaredOn: maybe(past),
  nextTraining: fc.option(near(-40, 120), { nil: null, freq: 5 }),
  nextRank: fc.option(near(-40, 120), { nil: null, freq: 5 }),
  nextAttestation: fc.option(near(-40, 120), { nil: null, freq: 5 }),
  knownSince: near(-600, 0),
  /** Of the due's own date, or of another; seldom none. */
  told: maybe(
    fc.record({
      same: fc.boolean(),
      rung: maybe(fc.constantFrom(90, 30, 7, 0, -7, -14)),
      toldOn: maybe(near(-30, 0)),
      snoozedUntil: maybe(near(-10, 10)),
    }),
  ),
});
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;

/** What the sweep must find, asked of every person one by one. */
function oracle(people: readonly (Person & Reckoned)[], rules: RuleBook, today: string): Swept[] {
  const found = new Map<number, { orgId: number; lines: number; late: boolean }>();
  for (const one of people) {
    const [since = 0, until = 0] = one.rows;
    if (since > 3 || until <= 3) continue;
    for (const due of duesOf(one, rules, today)) {
      if (daysBetween(today, due.on) > HORIZON) continue;
      const told = toldOf(one, due.on);
      const tells =
        toTell(due.on, today, LADDERS[due.kind], told) !== null ||
        (told?.dueOn === due.on && told.toldOn === today);
      const putOff = told?.dueOn === due.on && (told.snoozedUntil ?? '') > today;
      const owed = due.kind === 'training' || due.kind === 'declaration';
      const late = owed && !putOff && daysBetween(due.on, today) > 30;
      if (!tells && !late) continue;
      const org = found.get(one.orgId) ?? { orgId: one.orgId, lines: 0, late: false };
      found.set(one.orgId, {
        ...org,
        lines: org.lines + Number(tells),
        late: org.late || late,
      });
    }
  }
  return [...found.values()].toSorted((a, b) => a.orgId - b.orgId);
}

const toldOf = ({ told }: Person, on: string): Told | null =>
  told && { ...told, dueOn: told.same ? on : addDays(on, 400) };

const version = (code: RuleCode, value: number, validFrom: string, validTo: string | null) => ({
  id: 99,
  code,
  direction: 'due-by' as const,
  value,
  unit: 'years' as const,
  basis: { ky: '', ru: '', en: '' },
  validFrom,
  validTo,
  status: 'official' as const,
  verified: null,
});

const OFFICIAL: RuleBook = new Map([
  [
    'training',
    [version('training', 3, ALWAYS, '2026-01-31'), version('training', 2, '2026-02-01', null)],
  ],
  ['time-in-rank.inspector-1', [version('time-in-rank.inspector-1', 2, ALWAYS, null)]],
  ['time-in-rank.adviser-3', [version('time-in-rank.adviser-3', 1, ALWAYS, null)]],
]);

test.each<[string, RuleBook]>([
  ['as shipped, where no time in a rank is known', new Map()],
  ['with versions and times in ranks', OFFICIAL],
])('under rules %s the sweep finds exactly what asking everybody would find', async (_, filled) => {
  const database = await freshDatabase();
  const { client, read, file } = database;
  const rules: RuleBook = new Map([...(await ruleBook(read)), ...filled]);
  await client.register.createMany({
    data: [
      { orgId: 1, edition: 3 },
      { orgId: 2, edition: 3 },
    ],
  });
  const given = fc.tuple(
    fc.array(person, { minLength: 1, maxLength: 40 }),
    fc.constantFrom('2026-01-12', '2026-02-02', '2026-05-04', '2026-12-21'),
  );
  await fc.assert(
    fc.asyncProperty(given, async ([people, today]) => {
      await client.servant.deleteMany();
      await client.reminder.deleteMany();
      await client.servant.createMany({
        data: people.map(({ rows: [since = 0, until = 0], group, told: _told, ...facts }, n) => {
          const servant = n + 1;
          const name = `Киши ${n}`;
          return {
            ...facts,
            servant,
            since,
            until,
            posGroup: group,
            name,
            searchName: name,
            sortName: name,
          };
        }),
      });
      const reminders = people.flatMap((one, n) =>
        duesOf(one, rules, today).flatMap(({ kind, on }) => {
          const told = toldOf(one, on);
          return told ? [{ ...told, same: undefined, orgId: one.orgId, servant: n + 1, kind }] : [];
        }),
      );
      await client.reminder.createMany({ data: reminders });
      const found = await sweepOf(file)(rules, today);
      expect(found.toSorted((a, b) => a.orgId - b.orgId)).toEqual(oracle(people, rules, today));
      const lines = await dueLines(read, 1, rules, today, { horizon: HORIZON });
      const expected = people.flatMap((one, n) => {
        const [since = 0, until = 0] = one.rows;
        if (one.orgId !== 1 || since > 3 || until <= 3) return [];
        return duesOf(one, rules, today)
          .filter(({ on }) => daysBetween(today, on) <= HORIZON)
          .map(({ kind, on }) => `${on} ${n + 1} ${kind}`);
      });
      expect(lines.map(({ on, servant, kind }) => `${on} ${servant} ${kind}`).toSorted()).toEqual(
        expected.toSorted(),
      );
      expect(lines.map(({ days }) => days)).toEqual(
        lines.map(({ days }) => days).toSorted((a, b) => a - b),
      );
    }),
    { numRuns: 40 },
  );
});
