import type { Direction, Edition, Item } from './model.ts';

/** Every item of the edition in the memo's order. */
export const items = (edition: Edition): readonly Item[] =>
  edition.directions.flatMap((direction) => direction.groups.flatMap((group) => group.items));

export const itemById = (edition: Edition, id: string): Item | null =>
  items(edition).find((item) => item.id === id) ?? null;

/** The direction an item belongs to; null for an id the edition does not know. */
export const directionOf = (edition: Edition, id: string): Direction | null =>
  edition.directions.find((direction) =>
    direction.groups.some((group) => group.items.some((item) => item.id === id)),
  ) ?? null;

/** The item after this one in the memo's order; null after the last and for an unknown id. */
export function nextItem(edition: Edition, id: string): Item | null {
  const all = items(edition);
  const place = all.findIndex((item) => item.id === id);
  return place < 0 ? null : (all[place + 1] ?? null);
}
