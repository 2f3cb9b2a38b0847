import type { OrganisationScope } from '../access/model.ts';
import { servantOf } from '../register/reading.service.ts';
import { mayKeep } from '../register/rights.rules.ts';
import type { RuleBook } from '../rules/model.ts';
import type { Reader } from '../shared/database.ts';
import { addDays, shown } from '../shared/local-date.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import { dueOf } from './due.rules.ts';
import type { DueKind } from './model.ts';
import {
  LONGEST_SNOOZE,
  REASON_LIMIT,
  type SnoozeRefusal,
  type SnoozeRequest,
  type Snoozed,
} from './snooze.model.ts';
import * as store from './snooze.store.ts';

/**
 * Puts something due off: until the morning of `until` nothing is told of it, and it does not go to the
 * head. Only this date of the person: a new one is told as usual. A second snooze replaces the first.
 * Only whoever keeps the register puts off and brings back.
 */
export async function snooze(
  work: Work,
  scope: OrganisationScope,
  rules: RuleBook,
  today: string,
  request: SnoozeRequest,
): Promise<Result<{ readonly dueOn: string }, SnoozeRefusal>> {
  const { servant, kind, until } = request;
  const reason = request.reason.trim();
  const problem = problemWith(until, reason, today);
  if (problem) return refused(problem);
  if (!mayKeep(scope)) return refused({ code: 'register.unknown' });
  return work.run(async (unit) => {
    const person = await servantOf(unit.tx, scope, servant);
    if (!person || person.leftOn !== null) return refused({ code: 'register.unknown' });
    const due = dueOf(person, kind, rules, today);
    if (!due) return refused({ code: 'reminder.settled' });
    await store.putOff(unit.tx, scope, { servant, kind }, { dueOn: due.on, until, reason });
    await unit.audit({
      action: 'reminder.snoozed',
      subject: `servant:${servant}`,
      orgId: scope.orgId,
      details: { kind, dueOn: due.on, until },
    });
    return ok({ dueOn: due.on });
  });
}

/** It is told again from the next morning on. Not put off: nothing is written. */
export const unsnooze = (
  work: Work,
  scope: OrganisationScope,
  servant: number,
  kind: DueKind,
): Promise<void> =>
  work.run(async (unit) => {
    const known = await store.reminderOf(unit.tx, scope, { servant, kind });
    if (!known || known.snoozedUntil === null || !mayKeep(scope)) return;
    await store.bringBack(unit.tx, scope, { servant, kind });
    await unit.audit({
      action: 'reminder.unsnoozed',
      subject: `servant:${servant}`,
      orgId: scope.orgId,
      details: { kind },
    });
  });

/** Until when, why and by whom something due on `dueOn` is put off; null: it is not. */
export async function snoozeOf(
  reader: Reader,
  scope: OrganisationScope,
  { servant, kind, dueOn }: { servant: number; kind: DueKind; dueOn: string },
  today: string,
): Promise<Snoozed | null> {
  const row = await store.reminderOf(reader, scope, { servant, kind });
  if (!row || row.dueOn !== dueOn || row.snoozedUntil === null) return null;
  if (row.snoozedUntil <= today) return null;
  return { until: row.snoozedUntil, reason: row.snoozeReason ?? '', by: row.snoozedBy ?? 0 };
}

function problemWith(until: string, reason: string, today: string): SnoozeRefusal | null {
  const latest = addDays(today, LONGEST_SNOOZE);
  if (until <= today) return { code: 'reminder.dateSoon' };
  if (until > latest) return { code: 'reminder.dateFar', values: { latest: shown(latest) } };
  if (reason === '') return { code: 'reminder.reasonMissing' };
  const n = [...reason].length;
  return n > REASON_LIMIT
    ? { code: 'reminder.reasonLong', values: { n, max: REASON_LIMIT } }
    : null;
}
