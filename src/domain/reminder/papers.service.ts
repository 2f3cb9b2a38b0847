import type { OrganisationScope } from '../access/model.ts';
import { owePaper } from '../assessment/paper-order.service.ts';
import type { Reader } from '../shared/database.ts';
import type { PaperLanguage } from '../shared/language.ts';
import type { Work } from '../shared/work.ts';
import { countUndated } from './undated.store.ts';

/** What of a register's dates can be had as a file, in the order of the buttons' numbers. */
export const REMINDER_FILES = ['chart', 'calendar', 'list'] as const;
export type ReminderFile = (typeof REMINDER_FILES)[number];

/** How many people are in the register now, and of how many no training date can be reckoned. */
export const undatedPeople = (
  reader: Reader,
  { orgId }: OrganisationScope,
): ReturnType<typeof countUndated> => countUndated(reader, orgId);

/** A file of the dates, to be made and sent to the person who asked. Audited as a download. */
export const orderReminderFile = (
  work: Work,
  { orgId }: OrganisationScope,
  file: ReminderFile,
  language: PaperLanguage,
): Promise<void> =>
  work.run(async (unit) => {
    await owePaper(unit, `reminders.${file}`, { orgId, language });
    await unit.audit({
      action: 'paper.downloaded',
      subject: `register:${orgId}`,
      orgId,
      details: { file, language },
    });
  });
