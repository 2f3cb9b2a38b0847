import { itemCode } from '../checklist/code.rules.ts';
import { contradictions } from '../checklist/contradictions.rules.ts';
import { items } from '../checklist/lookup.rules.ts';
import type { Contradiction, Edition, Item } from '../checklist/model.ts';
import { numbersOf } from './frozen-answer.rules.ts';
import type { Answer } from './model.ts';
import {
  heldAgainstRegister,
  registerContradictionId,
  registerContradictions,
  type RegisterKnowledge,
} from './register-contradictions.rules.ts';

/** What the rehearsal may find, in the order it is shown. Only `missing` forbids submitting. */
export const DOUBTS = [
  'missing',
  'contradiction',
  'register',
  'no-document',
  'no-plan',
  'no-deadline',
  'not-applicable',
] as const;
export type DoubtKind = (typeof DOUBTS)[number];

export interface Doubt {
  readonly kind: DoubtKind;
  readonly item: Item;
  /**
   * Only of a contradiction, between answers or with the staff register: it, its place (of one between
   * answers 1-based in the edition, else registerPlace), and what the officer says to it.
   */
  readonly contradiction: {
    readonly rule: Contradiction;
    readonly place: number;
    readonly explanation: string | null;
  } | null;
  /** Grows along the list and stays the same while other doubts are cleared. */
  readonly key: number;
}

export interface RehearsalSources extends RegisterKnowledge {
  /** By item code. */
  readonly answers: ReadonlyMap<number, Answer>;
  /** Codes of the items with a document, a reference or a file. */
  readonly documented: ReadonlySet<number>;
  /** By contradiction id. */
  readonly explanations: ReadonlyMap<string, string>;
}

/**
 * What deserves a second look before submitting: unanswered items, contradictions between answers and
 * with the staff register,
 * "yes" without a document, "no" and "partly" without a plan or its date, "not applicable" (the
 * commission must agree to it).
 */
export function rehearse(edition: Edition, sources: RehearsalSources): Doubt[] {
  const { answers, documented, explanations } = sources;
  const ofItems = items(edition).flatMap((item) => {
    const code = itemCode(item.id);
    const kind = doubtOf(answers.get(code) ?? null, documented.has(code));
    return kind === null ? [] : [{ kind, item, contradiction: null, key: keyOf(kind, code) }];
  });
  const known = new Map(items(edition).map((item) => [item.id, item]));
  const doubted = (kind: DoubtKind, rule: Contradiction, key: number, place: number): Doubt[] => {
    const item = known.get(rule.items[0] ?? '');
    const explanation = explanations.get(rule.id) ?? null;
    return item ? [{ kind, item, contradiction: { rule, place, explanation }, key }] : [];
  };
  const between = contradictionsOf(edition, answers).flatMap((rule) => {
    const place = edition.contradictions.indexOf(rule) + 1;
    return doubted('contradiction', rule, keyOf('contradiction', place), place);
  });
  const withRegister = registerContradictionsOf(edition, sources).flatMap((rule) => {
    const code = itemCode(rule.items[0] ?? '');
    return doubted('register', rule, keyOf('register', code), registerPlace(code));
  });
  return [...ofItems, ...between, ...withRegister].toSorted((one, other) => one.key - other.key);
}

/** Places beyond any edition's own contradictions name an item that contradicts the register. */
const REGISTER_PLACES = 100_000;
const registerPlace = (code: number): number => REGISTER_PLACES + code;

/** Id of the contradiction at a place, whether it holds or not; null: there can be none. */
export function contradictionIdAt(edition: Edition, place: number): string | null {
  if (place < REGISTER_PLACES) return edition.contradictions[place - 1]?.id ?? null;
  const item = items(edition).find(({ id }) => registerPlace(itemCode(id)) === place);
  return item && heldAgainstRegister(item) ? registerContradictionId(item.id) : null;
}

/** What the answers and the staff register do not agree in. */
export const registerContradictionsOf = (
  edition: Edition,
  { answers, ...known }: Pick<RehearsalSources, 'answers'> & RegisterKnowledge,
): Contradiction[] =>
  registerContradictions(edition, known, ({ id }) => {
    const answer = answers.get(itemCode(id));
    return answer ? { rating: answer.rating, numbers: numbersOf(answer.numbers) } : null;
  });

/** The officer has said why the two answers stand as they do: the commission decides. */
export const isExplained = ({ contradiction }: Doubt): boolean =>
  contradiction !== null && contradiction.explanation !== null;

/** Where the keys of each kind begin. They stand in buttons already sent: none is ever changed. */
const KEYS: Readonly<Record<DoubtKind, number>> = {
  missing: 10_000,
  contradiction: 20_000,
  register: 25_000,
  'no-document': 30_000,
  'no-plan': 40_000,
  'no-deadline': 50_000,
  'not-applicable': 60_000,
};
const keyOf = (kind: DoubtKind, place: number): number => KEYS[kind] + place;

function doubtOf(answer: Answer | null, documented: boolean): DoubtKind | null {
  switch (answer?.rating ?? null) {
    case null:
      return 'missing';
    case 'yes':
      return documented ? null : 'no-document';
    case 'no':
    case 'partly':
      if (!answer?.planWhat) return 'no-plan';
      return answer.planUntil === null ? 'no-deadline' : null;
    case 'not-applicable':
      return 'not-applicable';
    case 'no-case':
      return null;
  }
}

/** The edition's contradictions that hold between these answers. */
export const contradictionsOf = (
  edition: Edition,
  answers: ReadonlyMap<number, Answer>,
): Contradiction[] =>
  contradictions(
    edition,
    new Map(
      items(edition).flatMap(({ id }) => {
        const answer = answers.get(itemCode(id));
        return answer ? [[id, { rating: answer.rating, numbers: numbersOf(answer.numbers) }]] : [];
      }),
    ),
  );
