import type { Item } from '../checklist/model.ts';
import type { StaffFigures } from '../reminder/staff-knowledge.model.ts';

/** The register's figure at each place of an item's numbers; null: it has none there, or knows it not. */
export const registerFiguresOf = (
  item: Item,
  figures: StaffFigures | null,
): readonly (number | null)[] =>
  (item.numbers?.register ?? []).map((figure) => (figure && figures ? figures[figure] : null));

/**
 * The numbers of an item as the register has them. Where one is none of the register's (posts,
 * vacancies), the one given before stays; null: there is none, or the register does not know its own.
 */
export function numbersByRegister(
  item: Item,
  figures: StaffFigures | null,
  given: readonly number[] | null,
): readonly number[] | null {
  const known = registerFiguresOf(item, figures);
  if (known.every((n) => n === null)) return null;
  const numbers = known.map((n, place) =>
    item.numbers?.register[place] === null ? (given?.[place] ?? null) : n,
  );
  const whole = numbers.filter((n) => n !== null);
  return whole.length === numbers.length ? whole : null;
}
