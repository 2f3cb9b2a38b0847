import { itemByCode } from '../../domain/checklist/code.rules.ts';
import { directionOf, items } from '../../domain/checklist/lookup.rules.ts';
import type { Direction, Edition, Item } from '../../domain/checklist/model.ts';
import type { AssessmentView } from '../../domain/assessment/model.ts';
import type { Visit } from '../../chat/visit.ts';

/** Where an item stands in its edition. */
export interface ItemPlace {
  readonly edition: Edition;
  readonly direction: Direction;
  readonly item: Item;
  /** Item code. */
  readonly code: number;
  /** From 1, and of how many. */
  readonly number: number;
  readonly total: number;
}

/** null: the edition of this assessment has no such item. */
export function itemPlace(visit: Visit, view: AssessmentView, code: number): ItemPlace | null {
  const edition = visit.around.edition(view.checklistId, view.edition);
  const item = itemByCode(edition, code);
  const direction = item && directionOf(edition, item.id);
  if (!item || !direction) return null;
  const all = items(edition);
  return { edition, direction, item, code, number: all.indexOf(item) + 1, total: all.length };
}

/** The place of an item known to be of the assessment: its row stands in the database. */
export function knownPlace(visit: Visit, view: AssessmentView, code: number): ItemPlace {
  const place = itemPlace(visit, view, code);
  if (!place) throw new Error(`edition ${view.checklistId} ${view.edition} has no item ${code}`);
  return place;
}
