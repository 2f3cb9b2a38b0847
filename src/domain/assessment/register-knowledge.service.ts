import { staffEvents } from '../reminder/staff-events.service.ts';
import { staffFigures } from '../reminder/staff-figures.service.ts';
import type { Reader } from '../shared/database.ts';
import type { AssessmentView } from './model.ts';
import type { RegisterKnowledge } from './register-contradictions.rules.ts';

/**
 * What the organisation's staff register says to the answers on the local date `today`. For whoever was
 * found to be entitled to the whole assessment: officer and head.
 */
export const registerKnowledge = async (
  reader: Reader,
  { orgId, periodFrom, periodTo }: AssessmentView,
  today: string,
): Promise<RegisterKnowledge> => ({
  figures: await staffFigures(reader, orgId, today),
  events: await staffEvents(reader, orgId, { from: periodFrom, to: periodTo }),
});
