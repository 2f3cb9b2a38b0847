import { items } from '../checklist/lookup.rules.ts';
import type { Contradiction, Edition, Item, Rating } from '../checklist/model.ts';
import type { StaffEvents, StaffFigures } from '../reminder/staff-knowledge.model.ts';
import type { Language, Localised } from '../shared/language.ts';
import { registerFiguresOf } from './register-numbers.rules.ts';

/** What the staff register is held against the answers with. */
export interface RegisterKnowledge {
  /** null: the organisation keeps no staff register. */
  readonly figures: StaffFigures | null;
  /** Of the monitoring's period; null: it has none. */
  readonly events: StaffEvents | null;
}

/** What an answer says that the register may say otherwise. */
export interface Stated {
  readonly rating: Rating | null;
  readonly numbers: readonly number[] | null;
}

/** The register may contradict this item. */
export const heldAgainstRegister = ({ numbers, recorded }: Item): boolean =>
  recorded !== null || (numbers?.register.some((one) => one !== null) ?? false);

/** What is told apart from the edition's own contradictions by its id, in explanations and documents. */
export const registerContradictionId = (itemId: string): string => `${WITH_REGISTER}${itemId}`;
export const isWithRegister = (id: string): boolean => id.startsWith(WITH_REGISTER);
const WITH_REGISTER = 'register-';

/**
 * Answers the staff register contradicts: numbers that are not its own, and "it never happened" of what
 * it has entries of in the monitoring's period. One for each item, in the edition's order; what the
 * register does not know contradicts nothing.
 */
export const registerContradictions = (
  edition: Edition,
  { figures, events }: RegisterKnowledge,
  stated: (item: Item) => Stated | null,
): Contradiction[] =>
  items(edition).flatMap((item) => {
    const answer = stated(item);
    if (!answer) return [];
    const text = numbersApart(item, figures, answer) ?? happened(item, events, answer);
    return text ? [{ id: registerContradictionId(item.id), items: [item.id], when: [], text }] : [];
  });

interface Apart {
  readonly label: Localised;
  readonly answered: number;
  readonly known: number;
}

function numbersApart(item: Item, figures: StaffFigures | null, { numbers }: Stated) {
  const apart = registerFiguresOf(item, figures).flatMap((known, place): Apart[] => {
    const answered = numbers?.[place];
    const label = item.numbers?.labels[place];
    if (known === null || answered === undefined || !label || answered === known) return [];
    return [{ label, answered, known }];
  });
  return apart.length === 0
    ? null
    : inAll((language) => {
        const { differ, one } = WORDS[language];
        return `${differ}: ${apart.map(one).join('; ')}.`;
      });
}

function happened({ noCase, recorded }: Item, events: StaffEvents | null, { rating }: Stated) {
  const n = recorded && events ? events[recorded] : 0;
  if (rating !== 'no-case' || n === 0 || !noCase) return null;
  return inAll((language) => WORDS[language].happened(noCase[language], n));
}

const inAll = (words: (language: Language) => string): Localised => ({
  ky: words('ky'),
  ru: words('ru'),
  en: words('en'),
});

interface Words {
  /** Wherever it is shown, the question stands above it. */
  readonly differ: string;
  readonly one: (apart: Apart) => string;
  readonly happened: (noCase: string, n: number) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  ky: {
    differ: 'Жооп кызматчылардын тизмесине дал келбейт',
    one: ({ label, answered, known }) =>
      `«${label.ky}» – жоопто ${answered}, тизме боюнча ${known}`,
    happened: (noCase, n) =>
      `«${noCase}» деп жооп берилген, ал эми кызматчылардын тизмесинде текшерилүүчү мезгилдеги мындай жазуулар бар: ${n}.`,
  },
  ru: {
    differ: 'Ответ не сходится со списком служащих',
    one: ({ label, answered, known }) => `«${label.ru}» – в ответе ${answered}, по списку ${known}`,
    happened: (noCase, n) =>
      `Дан ответ «${noCase}», а в списке служащих за проверяемый период есть такие записи: ${n}.`,
  },
  en: {
    differ: 'The answer does not agree with the staff list',
    one: ({ label, answered, known }) =>
      `“${label.en}” – ${answered} in the answer, ${known} by the list`,
    happened: (noCase, n) =>
      `The answer is “${noCase}”, while the staff list has such entries in the period under review: ${n}.`,
  },
};
