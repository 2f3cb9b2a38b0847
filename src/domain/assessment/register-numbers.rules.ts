import { items } from '../checklist/lookup.rules.ts';
import type { Contradiction, Edition, Item } from '../checklist/model.ts';
import type { Language, Localised } from '../shared/language.ts';
import type { StaffFigures } from '../reminder/staff-figures.service.ts';

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

/** What is told apart from the edition's own contradictions by its id, in explanations and documents. */
export const registerContradictionId = (itemId: string): string => `register-${itemId}`;

/**
 * Answers whose numbers are not the register's: one contradiction for each item, in the edition's
 * order. A figure the register does not know contradicts nothing.
 */
export const registerContradictions = (
  edition: Edition,
  figures: StaffFigures | null,
  numbersOfItem: (item: Item) => readonly number[] | null,
): Contradiction[] =>
  items(edition).flatMap((item) => {
    const given = numbersOfItem(item);
    const apart = registerFiguresOf(item, figures).flatMap((known, place) => {
      const answered = given?.[place];
      const label = item.numbers?.labels[place];
      if (known === null || answered === undefined || !label || answered === known) return [];
      return [{ label, answered, known }];
    });
    if (apart.length === 0) return [];
    const id = registerContradictionId(item.id);
    return [{ id, items: [item.id], when: [], text: sentence(item, apart) }];
  });

interface Apart {
  readonly label: Localised;
  readonly answered: number;
  readonly known: number;
}

const WORDS: Readonly<
  Record<Language, { start: (item: string) => string; one: (apart: Apart) => string }>
> = {
  ky: {
    start: (item) => `${item} суроосуна берилген жооп кызматчылардын тизмесине дал келбейт`,
    one: ({ label, answered, known }) =>
      `«${label.ky}» – жоопто ${answered}, тизме боюнча ${known}`,
  },
  ru: {
    start: (item) => `Ответ на вопрос ${item} не сходится со списком служащих`,
    one: ({ label, answered, known }) => `«${label.ru}» – в ответе ${answered}, по списку ${known}`,
  },
  en: {
    start: (item) => `The answer to question ${item} does not agree with the staff list`,
    one: ({ label, answered, known }) =>
      `“${label.en}” – ${answered} in the answer, ${known} by the list`,
  },
};

function sentence({ id }: Item, apart: readonly Apart[]): Localised {
  const said = (language: Language): string => {
    const { start, one } = WORDS[language];
    return `${start(id)}: ${apart.map(one).join('; ')}.`;
  };
  return { ky: said('ky'), ru: said('ru'), en: said('en') };
}
