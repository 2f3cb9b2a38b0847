import type { OrganisationScope } from '../access/model.ts';
import type { Reader, Tx } from '../shared/database.ts';
import type { DueKind } from './model.ts';

interface What {
  readonly servant: number;
  readonly kind: DueKind;
}

const keyOf = ({ orgId }: OrganisationScope, { servant, kind }: What) => ({
  orgId_servant_kind_subject: { orgId, servant, kind, subject: 0 },
});

export const reminderOf = (reader: Reader, scope: OrganisationScope, what: What) =>
  reader.reminder.findUnique({ where: keyOf(scope, what) });

/** A snooze of another date, or of none, makes the row anew: what was told of that date is over. */
export async function putOff(
  tx: Tx,
  scope: OrganisationScope,
  what: What,
  until: { readonly dueOn: string; readonly until: string; readonly reason: string },
): Promise<void> {
  const snooze = {
    dueOn: until.dueOn,
    snoozedUntil: until.until,
    snoozeReason: until.reason,
    snoozedBy: scope.personId,
  };
  const known = await reminderOf(tx, scope, what);
  const told = known?.dueOn === until.dueOn ? {} : { rung: null, toldOn: null };
  await tx.reminder.upsert({
    where: keyOf(scope, what),
    create: { orgId: scope.orgId, servant: what.servant, kind: what.kind, ...snooze },
    update: { ...snooze, ...told },
  });
}

export async function bringBack(tx: Tx, scope: OrganisationScope, what: What): Promise<void> {
  const { servant, kind } = what;
  await tx.reminder.updateMany({
    where: { orgId: scope.orgId, servant, kind, subject: 0 },
    data: { snoozedUntil: null, snoozeReason: null, snoozedBy: null },
  });
}
