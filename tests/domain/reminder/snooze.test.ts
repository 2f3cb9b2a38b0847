import { expect, test } from 'vitest';
import { markDone } from '../../../src/domain/reminder/done.service.ts';
import { dueLines } from '../../../src/domain/reminder/lines.service.ts';
import type { SnoozeRequest } from '../../../src/domain/reminder/snooze.model.ts';
import { snooze, snoozeOf, unsnooze } from '../../../src/domain/reminder/snooze.service.ts';
import { ruleBook } from '../../../src/domain/rules/service.ts';
import { enlist, entry, keeper } from '../../support/register.ts';
import { openOffice, type Who } from '../../support/visit.ts';

const TODAY = '2026-01-12';

async function openDesk() {
  const office = await openOffice();
  const records = [entry('training', '2022-12-03'), entry('declaration', '2026-01-05')];
  const servant = await enlist(office, { name: 'Асанова А. Б.', position: 'Адис' }, records);
  const rules = await ruleBook(office.database.read);
  const later = async (request: Partial<SnoozeRequest>, who: Who = 'officer') => {
    const { work, scope } = await keeper(office, who);
    const whole = { servant, kind: 'training', until: '2026-01-19', reason: '@leave' } as const;
    return snooze(work, scope, rules, TODAY, { ...whole, ...request });
  };
  const { work, scope } = await keeper(office);
  const what = { servant, kind: 'training', dueOn: '2025-12-03' } as const;
  const state = (today = TODAY) => snoozeOf(work.read, scope, what, today);
  const lines = (orgId = office.orgId) => dueLines(work.read, orgId, rules, TODAY, { horizon: 90 });
  return { office, servant, later, state, lines, work, scope };
}

test('a date put off stays so until the morning named, and can be brought back', async () => {
  const { office, servant, later, state, work, scope } = await openDesk();
  expect(await state()).toBeNull();
  expect(await later({})).toEqual({ ok: true, value: { dueOn: '2025-12-03' } });
  const by = office.id('officer');
  expect(await state()).toEqual({ until: '2026-01-19', reason: '@leave', by });
  expect(await state('2026-01-19')).toBeNull();
  await later({ until: '2026-02-02', reason: ' окууга жазылды ' });
  expect(await state()).toEqual({ until: '2026-02-02', reason: 'окууга жазылды', by });
  await unsnooze(work, scope, servant, 'training');
  await unsnooze(work, scope, servant, 'training');
  expect(await state()).toBeNull();
  const journal = await office.database.client.auditEntry.findMany({ orderBy: { seq: 'asc' } });
  expect(journal.map(({ action }) => action).slice(-3)).toEqual([
    'reminder.snoozed',
    'reminder.snoozed',
    'reminder.unsnoozed',
  ]);
});

test.each([
  [{ until: TODAY }, { code: 'reminder.dateSoon' }],
  [{ until: '2027-01-14' }, { code: 'reminder.dateFar', values: { latest: '13.01.2027' } }],
  [{ reason: '  ' }, { code: 'reminder.reasonMissing' }],
  [{ reason: 'я'.repeat(201) }, { code: 'reminder.reasonLong', values: { n: 201, max: 200 } }],
  [{ kind: 'attestation' }, { code: 'reminder.settled' }],
  [{ servant: 999 }, { code: 'register.unknown' }],
] as const)('%j is refused and nothing is written', async (request, error) => {
  const { later, office } = await openDesk();
  expect(await later(request)).toEqual({ ok: false, error });
  expect(await office.database.client.reminder.count()).toBe(0);
});

test.each(['otherOfficer', 'head'] as const)('the %s puts nothing off', async (who) => {
  const { later, state } = await openDesk();
  expect(await later({}, who)).toEqual({ ok: false, error: { code: 'register.unknown' } });
  expect(await state()).toBeNull();
});

test('what is ticked off goes into the history, and the next date follows from it', async () => {
  const { office, servant, lines, work, scope } = await openDesk();
  await enlist(office, { name: 'Кеткен К.', leftOn: '2025-12-30' }, [
    entry('training', '2020-01-01'),
  ]);
  expect(await lines()).toMatchObject([
    {
      kind: 'training',
      servant,
      name: 'Асанова А. Б.',
      position: 'Адис',
      on: '2025-12-03',
      days: -40,
    },
  ]);
  expect(await lines(office.otherOrgId)).toEqual([]);
  const deed = { date: '2026-01-10', orderNo: '12-к', what: 'upskilling', hours: 72 };
  expect(await markDone(work, scope, servant, 'training', deed, TODAY)).toMatchObject({ ok: true });
  expect(await lines()).toEqual([]);
  const records = await office.database.client.staffRecord.findMany({
    where: { servant, kind: 'training' },
    select: { date: true, what: true, hours: true, orderNo: true },
    orderBy: { date: 'asc' },
  });
  expect(records[1]).toEqual(deed);
});
