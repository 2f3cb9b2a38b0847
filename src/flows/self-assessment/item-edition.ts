import type { Visit } from '../../chat/visit.ts';
import { cardNow } from '../../domain/assessment/showing.service.ts';
import type { Edition } from '../../domain/checklist/model.ts';
import { knownPlace } from './place.ts';
import { mine } from './whose.ts';

interface At {
  readonly assessmentId: number;
  readonly item: number;
}

/** Is the item of a direction in which files with personal data are not asked for? */
export async function personalData(visit: Visit, { assessmentId, item }: At): Promise<boolean> {
  const card = await cardNow(visit.work, mine(visit), assessmentId, item, 0);
  return card !== null && knownPlace(visit, card.view, item).direction.personalData;
}

/** The edition of an item's assessment; null: the person does not reach it. */
export async function editionAt(visit: Visit, { assessmentId, item }: At): Promise<Edition | null> {
  const card = await cardNow(visit.work, mine(visit), assessmentId, item, 0);
  return card && visit.around.edition(card.view.checklistId, card.view.edition);
}
