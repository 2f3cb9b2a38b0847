import { expect, test } from 'vitest';
import { createWork } from '../../../src/domain/audit/work.service.ts';
import { markUnreachable } from '../../../src/domain/access/reachability.service.ts';
import { registerKeepingScopes } from '../../../src/domain/access/rules.ts';
import { runDigests } from '../../../src/domain/reminder/digest.service.ts';
import { digestLines } from '../../../src/domain/reminder/lines.service.ts';
import { snooze } from '../../../src/domain/reminder/snooze.service.ts';
import { ruleBook } from '../../../src/domain/rules/service.ts';
import type { Work } from '../../../src/domain/shared/work.ts';
import { enlist, entry } from '../../support/register.ts';
import { fileOf, sweepOf } from '../../support/sweep.ts';
import { type Office, openOffice, type Who } from '../../support/visit.ts';

const MONDAY = '2026-01-12';

/** An office whose monitoring is far off, so that only the register speaks. */
const openQuiet = (without: readonly Who[] = []) =>
  openOffice({ without, campaign: { deadline: '2026-12-31' } });

/** Trained three years before this day, so due on it; declared for this year. */
const due = (office: Office, name: string, on: string, who: Who = 'officer') => {
  const trained = `${Number(on.slice(0, 4)) - 3}${on.slice(4)}`;
  const records = [entry('training', trained), entry('declaration', '2026-01-05')];
  return enlist(office, { name }, records, who);
};

/** The service itself, later than whatever the office has written. */
const serviceOf = ({ database }: Office): Work =>
  createWork({ database, auditKey: 'key', actorId: 0, now: Date.UTC(2026, 5, 1) });

async function run(office: Office, today: string, dryRun = false, work = serviceOf(office)) {
  const rules = await ruleBook(office.database.read);
  const sweep = sweepOf(await fileOf(office.database));
  return runDigests(work, { rules, today, sweep, operatorIds: [], dryRun });
}

/** What is owed, as "who kind payload", in the order it was owed; `from`: of rows after so many. */
async function owed(office: Office, from = 0) {
  const names = new Map<number, Who>(
    (['officer', 'secondOfficer', 'otherOfficer', 'head', 'operator'] as const).map((who) => [
      office.id(who),
      who,
    ]),
  );
  const rows = await office.database.client.outboxMessage.findMany({ orderBy: { id: 'asc' } });
  const kinds = ['digest', 'digestFile', 'escalation', 'digestUnread'];
  return rows
    .filter(({ kind }) => kinds.includes(kind))
    .slice(from)
    .map(({ personId, kind, payload }) => `${names.get(personId)} ${kind} ${payload}`);
}

test('every officer of an organisation gets one digest, others none', async () => {
  const office = await openQuiet();
  await due(office, 'Асанова А.', '2026-01-12');
  await due(office, 'Бакиров Б.', '2026-04-01');
  await due(office, 'Ысманов Ы.', '2026-09-01', 'otherOfficer');
  expect(await run(office, MONDAY, true)).toEqual({ digests: 2, people: 2, skipped: 0 });
  expect(await owed(office)).toEqual([]);
  expect(await run(office, MONDAY)).toEqual({ digests: 2, people: 2, skipped: 0 });
  expect(await owed(office)).toEqual([
    'officer digest {"date":"2026-01-12"}',
    'secondOfficer digest {"date":"2026-01-12"}',
  ]);
  expect(await run(office, MONDAY)).toEqual({ digests: 0, people: 0, skipped: 2 });
  expect(await run(office, MONDAY, true)).toEqual({ digests: 0, people: 0, skipped: 2 });
});

test('a line is told at its rungs, then weekly, and silence means that nothing is new', async () => {
  const office = await openQuiet(['secondOfficer']);
  await due(office, 'Асанова А.', '2026-02-11');
  const mornings = ['2026-01-12', '2026-01-13', '2026-02-04', '2026-02-11', '2026-02-12'];
  const told: string[] = [];
  for (const today of [...mornings, '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-25']) {
    const { digests } = await run(office, today);
    if (digests > 0) told.push(today);
  }
  expect(told).toEqual(['2026-01-12', '2026-02-04', '2026-02-11', '2026-02-18', '2026-02-25']);
});

test('what a digest says later is what is still so', async () => {
  const office = await openQuiet();
  const settled = await due(office, 'Асанова А.', '2026-01-10');
  await due(office, 'Бакиров Б.', '2026-01-05');
  const far = await due(office, 'Чолпонов Ч.', '2026-01-11');
  await run(office, MONDAY);
  const { actor, work } = await office.visit('officer');
  const rules = await ruleBook(work.read);
  const names = async () => {
    const scopes = registerKeepingScopes(actor);
    const lines = await digestLines(work.read, scopes, rules, { date: MONDAY, today: MONDAY });
    return lines.map((line) => [line.kind === 'campaign' ? line.title : line.name, line.days]);
  };
  expect(await names()).toEqual([
    ['Бакиров Б.', -7],
    ['Асанова А.', -2],
    ['Чолпонов Ч.', -1],
  ]);
  await office.database.client.servant.updateMany({
    where: { servant: settled },
    data: { trainedOn: MONDAY },
  });
  const scope = registerKeepingScopes(actor)[0];
  if (!scope) throw new Error('no scope');
  const what = { servant: far, kind: 'training', until: '2026-01-20', reason: '@leave' } as const;
  expect(await snooze(work, scope, rules, MONDAY, what)).toMatchObject({ ok: true });
  expect(await names()).toEqual([['Бакиров Б.', -7]]);
  const other = (await office.visit('otherOfficer')).actor;
  expect(
    await digestLines(work.read, registerKeepingScopes(other), rules, {
      date: MONDAY,
      today: MONDAY,
    }),
  ).toEqual([]);
});

test('a digest longer than a page brings its file', async () => {
  const office = await openQuiet(['secondOfficer']);
  for (let n = 0; n < 8; n += 1) await due(office, `Киши ${n}`, '2026-01-12');
  expect(await run(office, MONDAY)).toEqual({ digests: 1, people: 8, skipped: 0 });
  expect(await owed(office)).toEqual([
    'officer digest {"date":"2026-01-12"}',
    'officer digestFile {"date":"2026-01-12"}',
  ]);
});

test('a run that broke off is finished by the next: nobody is dropped, nobody gets two', async () => {
  const office = await openQuiet();
  await due(office, 'Асанова А.', '2026-01-12');
  const service = serviceOf(office);
  let claims = 0;
  const breaking: Work = {
    ...service,
    run: (change) =>
      ++claims === 2 ? Promise.reject(new Error('broke off')) : service.run(change),
  };
  await expect(run(office, MONDAY, false, breaking)).rejects.toThrow('broke off');
  expect(await run(office, MONDAY)).toEqual({ digests: 1, people: 1, skipped: 1 });
  expect(await owed(office)).toHaveLength(2);
});

test('two runs at once owe one digest each', async () => {
  const office = await openQuiet();
  await due(office, 'Асанова А.', '2026-01-12');
  await due(office, 'Ысманов Ы.', '2026-01-12', 'otherOfficer');
  const counts = await Promise.all([run(office, MONDAY), run(office, MONDAY)]);
  expect(counts.map(({ digests, skipped }) => digests + skipped)).toEqual([3, 3]);
  expect(counts[0].digests + counts[1].digests).toBe(3);
  expect(await owed(office)).toHaveLength(3);
});

test('when no officer can be told, the head is, or else the operators, once a week', async () => {
  const office = await openQuiet(['secondOfficer', 'otherOfficer']);
  await due(office, 'Асанова А.', '2026-01-12');
  const { client } = office.database;
  await markUnreachable(serviceOf(office), office.id('officer'), []);
  expect(await run(office, MONDAY)).toEqual({ digests: 0, people: 0, skipped: 1 });
  await run(office, '2026-01-13');
  await markUnreachable(serviceOf(office), office.id('head'), []);
  await run(office, '2026-01-19');
  await client.organisation.update({ where: { id: office.orgId }, data: { closedAt: 1n } });
  await run(office, '2026-01-26');
  const payload = `{"orgId":${office.orgId}}`;
  expect(await owed(office)).toEqual([
    `head digestUnread ${payload}`,
    `operator digestUnread ${payload}`,
  ]);
});

test('what is long past goes to the head too, once a week, but not while it is put off', async () => {
  const office = await openQuiet(['secondOfficer']);
  const servant = await due(office, 'Асанова А.', '2025-12-12');
  await run(office, MONDAY);
  expect(await owed(office)).toEqual([
    'officer digest {"date":"2026-01-12"}',
    `head escalation {"orgId":${office.orgId},"date":"2026-01-12"}`,
  ]);
  await run(office, '2026-01-16');
  expect(await owed(office, 2)).toEqual([]);
  const { work, actor } = await office.visit('officer');
  const scope = registerKeepingScopes(actor)[0];
  if (!scope) throw new Error('no scope');
  const rules = await ruleBook(work.read);
  const what = { servant, kind: 'training', until: '2026-01-30', reason: 'ооруп жатат' } as const;
  await snooze(work, scope, rules, '2026-01-16', what);
  await run(office, '2026-01-19');
  expect(await owed(office, 2)).toEqual([]);
  await run(office, '2026-01-30');
  expect(await owed(office, 2)).toEqual([
    'officer digest {"date":"2026-01-30"}',
    `head escalation {"orgId":${office.orgId},"date":"2026-01-30"}`,
  ]);
});

test('the deadline of a monitoring is told until the organisation has submitted', async () => {
  const office = await openOffice({ without: ['secondOfficer', 'otherOfficer'] });
  expect(await run(office, MONDAY)).toEqual({ digests: 1, people: 0, skipped: 0 });
  const { actor, work } = await office.visit('officer');
  const rules = await ruleBook(work.read);
  const day = { date: MONDAY, today: MONDAY };
  expect(await digestLines(work.read, registerKeepingScopes(actor), rules, day)).toEqual([
    {
      kind: 'campaign',
      orgId: office.orgId,
      campaignId: office.campaignId,
      assessmentId: office.assessmentId,
      title: '2026-жылдын пландуу мониторинги',
      on: '2026-01-15',
      days: 3,
      answered: 0,
      total: 48,
    },
  ]);
  expect(await run(office, '2026-01-13')).toMatchObject({ digests: 0 });
  expect(await run(office, '2026-01-14')).toMatchObject({ digests: 1 });
  await office.database.client.assessment.updateMany({ data: { state: 'submitted' } });
  expect(await run(office, '2026-01-15')).toMatchObject({ digests: 0 });
});

test('what fails for one officer keeps no other from his digest', async () => {
  const office = await openQuiet();
  const { client } = office.database;
  await due(office, 'Асанова А.', '2026-01-12');
  await due(office, 'Ысманов Ы.', '2026-01-12', 'otherOfficer');
  await client.$executeRawUnsafe(`
    CREATE TRIGGER "full" BEFORE INSERT ON "OutboxMessage"
    WHEN NEW."personId" = ${office.id('officer')} AND NEW."kind" = 'digest'
    BEGIN SELECT RAISE(ABORT, 'no room'); END`);
  await expect(run(office, MONDAY)).rejects.toThrow('no room');
  expect(await owed(office)).toEqual([
    'secondOfficer digest {"date":"2026-01-12"}',
    'otherOfficer digest {"date":"2026-01-12"}',
  ]);
  await client.$executeRawUnsafe('DROP TRIGGER "full"');
  expect(await run(office, MONDAY)).toEqual({ digests: 1, people: 1, skipped: 2 });
  expect(await owed(office, 2)).toEqual(['officer digest {"date":"2026-01-12"}']);
});
