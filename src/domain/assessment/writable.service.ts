import type { OrganisationScope } from '../access/model.ts';
import type { Reader } from '../shared/database.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import { readCard } from './card-reading.service.ts';
import type { AssessmentView, ChangeRefusal } from './model.ts';

/** May these scopes change something of this item now? */
export async function writable(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  item: number,
): Promise<Result<AssessmentView, ChangeRefusal>> {
  const card = await readCard(reader, scopes, assessmentId, item, 0);
  if (!card) return refused({ code: 'foreign' });
  if (card.view.closed) return refused({ code: 'closed' });
  return card.view.state === 'draft' ? ok(card.view) : refused({ code: 'locked' });
}
