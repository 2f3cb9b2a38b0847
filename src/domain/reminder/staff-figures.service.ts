import { registerFigures } from '../register/figures.service.ts';
import { ruleBook } from '../rules/service.ts';
import type { Reader } from '../shared/database.ts';
import { dueLines } from './lines.service.ts';
import type { StaffFigures } from './staff-knowledge.model.ts';
import { countUndated } from './undated.store.ts';

/**
 * What the staff register of an organisation knows of the numbers the memo asks for, on the local date
 * `today`; null: it keeps none. A figure that is not known of everybody present is null, so that no
 * number is offered which only looks whole. Training is overdue from the day after it was due.
 */
export async function staffFigures(
  reader: Reader,
  orgId: number,
  today: string,
): Promise<StaffFigures | null> {
  const known = await registerFigures(reader, orgId);
  if (!known || known.present === 0) return null;
  const ofAll = (said: number, figure: number | null): number | null =>
    said === known.present ? figure : null;
  return {
    people: known.present,
    'training-overdue': await trainingOverdue(reader, orgId, today),
    'personal-files': ofAll(known.filesSaid, known.filesPresent),
    'labour-books': ofAll(known.labourBooksSaid, known.labourBooks),
  };
}

/** null: no rule speaks of training, or somebody has no date it could be reckoned from. */
async function trainingOverdue(
  reader: Reader,
  orgId: number,
  today: string,
): Promise<number | null> {
  const rules = await ruleBook(reader);
  const speaks = rules.get('training')?.some(({ value }) => value !== null) ?? false;
  if (!speaks || (await countUndated(reader, orgId)).undated > 0) return null;
  const overdue = { horizon: -1, kinds: ['training'] } as const;
  return (await dueLines(reader, orgId, rules, today, overdue)).length;
}
