import type { Work } from '../shared/work.ts';
import { operatorsToTell } from './operator.service.ts';
import { findById, update } from './person.store.ts';
import { officerOf, rolesWithPeople } from './role.store.ts';

/**
 * Telegram refuses to deliver to this person (blocked, deactivated). Where an officer falls silent the
 * organisation's other officers and heads are told, or else the operators. A second notice of the same
 * silence changes nothing.
 */
export async function markUnreachable(
  work: Work,
  personId: number,
  operatorIds: readonly number[],
): Promise<void> {
  const person = await findById(work.read, personId);
  if (!person || person.unreachableAt !== null) return;
  await work.run(async (unit) => {
    await update(unit.tx, personId, { unreachableAt: BigInt(unit.at) });
    await unit.audit({ action: 'person.unreachable', subject: `person:${personId}` });
    for (const orgId of await officerOf(unit.tx, personId)) {
      const others = (await rolesWithPeople(unit.tx, { orgId })).filter(
        ({ kind, person: { id, unreachableAt } }) =>
          (kind === 'officer' || kind === 'head') && id !== personId && unreachableAt === null,
      );
      const told = new Set(others.map(({ person: { id } }) => id));
      const whom = told.size > 0 ? [...told] : await operatorsToTell(unit.tx, operatorIds);
      for (const id of whom) {
        await unit.owe({
          to: { personId: id },
          kind: 'joining.unreachable',
          payload: { personId, orgId },
        });
      }
    }
  });
}

/** The person writes again: messages are owed to him as before. */
export async function markReachable(work: Work, personId: number): Promise<void> {
  const person = await findById(work.read, personId);
  if (!person || person.unreachableAt === null) return;
  await work.run(async (unit) => {
    await update(unit.tx, personId, { unreachableAt: null });
    await unit.audit({ action: 'person.reachable', subject: `person:${personId}` });
  });
}
