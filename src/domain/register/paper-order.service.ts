import type { OrganisationScope } from '../access/model.ts';
import { owePaper } from '../assessment/paper-order.service.ts';
import type { PaperLanguage } from '../shared/language.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import { importOf } from './importing.service.ts';
import type { RegisterRefusal } from './model.ts';
import { mayKeep, mayRead } from './rights.rules.ts';

/** The whole list as a workbook, for officers and heads. Audited as a download. */
export const orderStaffList = (
  work: Work,
  scope: OrganisationScope,
  language: PaperLanguage,
): Promise<Result<void, RegisterRefusal>> =>
  work.run(async (unit) => {
    if (!mayRead(scope)) return refused({ code: 'register.unknown' });
    const { orgId } = scope;
    await owePaper(unit, 'staff.list', { orgId, language });
    await unit.audit({
      action: 'register.exported',
      subject: `register:${orgId}`,
      orgId,
      details: { language },
    });
    return ok(undefined);
  });

/** The empty list with its instructions; it holds nobody's data. */
export const orderTemplate = (
  work: Work,
  scope: OrganisationScope,
  language: PaperLanguage,
): Promise<Result<void, RegisterRefusal>> =>
  work.run(async (unit) => {
    if (!mayKeep(scope)) return refused({ code: 'register.unknown' });
    await owePaper(unit, 'staff.template', { orgId: scope.orgId, language });
    return ok(undefined);
  });

/** A list as it was sent, with a comment at each bad cell; refused once it was loaded or dropped. */
export const orderMarkedList = (
  work: Work,
  scope: OrganisationScope,
  importId: number,
  language: PaperLanguage,
): Promise<Result<void, RegisterRefusal>> =>
  work.run(async (unit) => {
    if (!mayKeep(scope)) return refused({ code: 'register.unknown' });
    const sent = await importOf(unit.tx, scope, importId);
    if (sent?.state !== 'checked') return refused({ code: 'register.importGone' });
    await owePaper(unit, 'staff.marked', { orgId: scope.orgId, importId, language });
    return ok(undefined);
  });
