import type { OrganisationScope } from '../access/model.ts';
import { coversDirection } from '../access/rules.ts';
import type { Reader } from '../shared/database.ts';
import { loadCard } from './answers.store.ts';
import { scopeOf } from './scope.rules.ts';
import type { CardState } from './step.model.ts';

/** A card as it is now; null: not an item these scopes reach. */
export async function readCard(
  reader: Reader,
  scopes: readonly OrganisationScope[],
  assessmentId: number,
  item: number,
  lastItem: number,
): Promise<CardState | null> {
  const found = await loadCard(reader, scopes, assessmentId, item, lastItem);
  if (!found) return null;
  const scope = scopeOf(scopes, found.view.orgId);
  return scope && coversDirection(scope, Math.trunc(item / 100)) ? { ...found, lastItem } : null;
}
