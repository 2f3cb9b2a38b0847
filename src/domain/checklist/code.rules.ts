import { itemById } from './lookup.rules.ts';
import type { Edition, Item } from './model.ts';

/** An id as the file writes it: direction and place in it, both from 1 to 99. */
export const ITEM_ID = /^([1-9]\d?)\.([1-9]\d?)$/;

/**
 * The number that stands for an item on buttons and in references: "3.3" is 303, "12.10" is 1210.
 * Throws on anything that is no item id: ids come only from a validated edition.
 */
export function itemCode(id: string): number {
  const [, direction, place] = ITEM_ID.exec(id) ?? [];
  if (!direction || !place) throw new RangeError(`"${id}" is not an item id`);
  return Number(direction) * 100 + Number(place);
}

/** "303" of the database is "3.3" for people. */
export const itemId = (code: number): string => `${Math.trunc(code / 100)}.${code % 100}`;

/** The item behind a code that came from outside; null when the edition has none. */
export const itemByCode = (edition: Edition, code: number): Item | null =>
  itemById(edition, itemId(code));
