import { mergeRegisters } from '../register/merging.service.ts';
import type { RegisterRefusal } from '../register/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import {
  moveAssessments,
  moveInvitations,
  moveParticipations,
  moveRoles,
  moveTopics,
  sharedAssessments,
} from './merge.store.ts';
import type { OrganisationRefusal } from './rules.ts';
import { shut } from './service.ts';
import { byId } from './store.ts';

/**
 * Two entries of one body become one: people, open links, participations, assessments and the staff
 * register of `from` go over to `into`, and `from` is closed. Refuses, changing nothing, where both
 * have begun an assessment in the same campaign (two sets of answers are not mixed), and while a list
 * is being imported. Frozen submissions keep the old id.
 */
export function mergeOrganisations(
  work: Work,
  from: number,
  into: number,
): Promise<Result<void, OrganisationRefusal | RegisterRefusal>> {
  if (from === into) return Promise.resolve(refused({ code: 'organisation.mergeSelf' }));
  return work.run(async (unit) => {
    for (const id of [from, into]) {
      const organisation = await byId(unit.tx, id);
      if (!organisation) return refused({ code: 'organisation.unknown', values: { id } });
      if (organisation.closed) return refused({ code: 'organisation.closed', values: { id } });
    }
    const shared = await sharedAssessments(unit.tx, from, into);
    if (shared.length > 0) {
      return refused({
        code: 'organisation.mergeConflict',
        values: { campaigns: shared.join(', ') },
      });
    }
    const merged = await mergeRegisters(unit, from, into);
    if (!merged.ok) return merged;
    await moveRoles(unit.tx, from, into);
    await moveInvitations(unit.tx, from, into);
    await moveParticipations(unit.tx, from, into);
    await moveAssessments(unit.tx, from, into);
    await moveTopics(unit.tx, from, into);
    await unit.audit({
      action: 'organisation.merged',
      subject: `organisation:${from}`,
      orgId: into,
      details: { from, into },
    });
    await shut(unit, from);
    return ok(undefined);
  });
}
