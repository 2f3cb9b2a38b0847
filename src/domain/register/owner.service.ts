import type { OwnerScope } from '../access/model.ts';
import { organisationById } from '../organisation/service.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import type { PaperLanguage } from '../shared/language.ts';
import type { PaperJob } from '../summary/paper-job.model.ts';
import { everyServant, recordsOfAll } from './reading.service.ts';

export interface OwnerRefusal {
  readonly code: 'organisation.unknown';
  readonly values: { readonly id: number };
}

/** The whole register of any organisation as a workbook, for the machine's owner; the reason is audited. */
export const exportRegister = (
  work: Work,
  scope: OwnerScope,
  orgId: number,
  language: PaperLanguage,
): Promise<Result<PaperJob, OwnerRefusal>> =>
  work.run(async (unit) => {
    const { tx } = unit;
    const organisation = await organisationById(tx, orgId);
    if (!organisation) return refused({ code: 'organisation.unknown', values: { id: orgId } });
    const servants = await everyServant(tx, orgId);
    const records = await recordsOfAll(tx, orgId);
    await unit.audit({
      action: 'register.exported',
      subject: `register:${orgId}`,
      orgId,
      details: { language, reason: scope.reason },
    });
    const orgName = organisation.name;
    return ok({ kind: 'staff-list', language, orgId, orgName, servants, records });
  });
