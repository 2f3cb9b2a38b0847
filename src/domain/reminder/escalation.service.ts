import type { Work } from '../shared/work.ts';
import { weekOf } from './escalation.rules.ts';

/** An organisation, and who stands above its officers. */
export interface Escalated {
  readonly orgId: number;
  /** Person ids of the heads to whom a message can be owed. */
  readonly heads: readonly number[];
  readonly operators: readonly number[];
  /** Something owed is long past. */
  readonly late: boolean;
  /** Something is to be told, and no officer can be told it. */
  readonly unread: boolean;
}

/**
 * Once an ISO week: what is long past goes to the heads too, and that nobody reads the reminders to the
 * heads, or without any to the operators.
 */
export async function escalate(work: Work, what: Escalated, today: string): Promise<void> {
  const { orgId, heads, operators, late, unread } = what;
  const week = weekOf(today);
  const told = heads.length > 0 ? heads : operators;
  if (!(late && heads.length > 0) && !(unread && told.length > 0)) return;
  await work.run(async (unit) => {
    for (const personId of late ? heads : []) {
      await unit.owe({
        to: { personId },
        kind: 'escalation',
        payload: { orgId, date: today },
        uniqueKey: `escalation:${orgId}:${personId}:${week}`,
      });
    }
    for (const personId of unread ? told : []) {
      await unit.owe({
        to: { personId },
        kind: 'digestUnread',
        payload: { orgId },
        uniqueKey: `digestUnread:${orgId}:${personId}:${week}`,
      });
    }
  });
}
