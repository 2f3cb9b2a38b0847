import type { Refusal } from '../shared/refusal.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import { erase } from './erasing.store.ts';
import { findById } from './person.store.ts';
import { endRolesOf } from './role.store.ts';

export type ErasingRefusal = Refusal<'person.unknown' | 'person.erased'>;

/**
 * Forgets a person: name, Telegram account, roles and every pending message. Answers and frozen
 * submissions stay and print that the name was erased.
 */
export const erasePerson = (work: Work, id: number): Promise<Result<void, ErasingRefusal>> =>
  work.run(async (unit) => {
    const person = await findById(unit.tx, id);
    if (!person) return refused({ code: 'person.unknown', values: { id } });
    if (person.erasedAt !== null) return refused({ code: 'person.erased', values: { id } });
    await endRolesOf(unit.tx, { personId: id }, unit.at);
    await erase(unit.tx, person, unit.at);
    await unit.audit({ action: 'person.erased', subject: `person:${id}` });
    return ok(undefined);
  });
