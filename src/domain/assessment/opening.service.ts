import type { OrganisationScope } from '../access/model.ts';
import { itemCode } from '../checklist/code.rules.ts';
import { items } from '../checklist/lookup.rules.ts';
import type { Edition } from '../checklist/model.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import { assessmentOf, insertAssessment, type Standing, standings } from './opening.store.ts';

export type { Standing } from './opening.store.ts';

/** The monitorings of the scopes' organisations: running ones first, the newest first. */
export const standingsOf = (
  work: Work,
  scopes: readonly OrganisationScope[],
): Promise<Standing[]> => standings(work.read, scopes);

/**
 * Makes the assessment of an organisation in a running monitoring, once, with an empty answer to each
 * item of its edition. Returns its id. Refused: not taking part, closed.
 */
export const openAssessment = (
  work: Work,
  scope: OrganisationScope,
  campaignId: number,
  editionOf: (checklistId: string, edition: string) => Edition,
): Promise<Result<number, { readonly code: 'foreign' | 'closed' }>> =>
  work.run(async (unit) => {
    const found = (await standings(unit.tx, [scope])).find((one) => one.campaignId === campaignId);
    if (!found) return refused({ code: 'foreign' });
    const begun = await assessmentOf(unit.tx, scope.orgId, campaignId);
    if (begun !== null) return ok(begun);
    if (found.closed) return refused({ code: 'closed' });
    const codes = items(editionOf(found.checklistId, found.edition)).map(({ id }) => itemCode(id));
    const id = await insertAssessment(unit.tx, scope.orgId, campaignId, codes, unit.at);
    await unit.audit({
      action: 'assessment.opened',
      subject: `assessment:${id}`,
      orgId: scope.orgId,
      details: { campaignId },
    });
    return ok(id);
  });
