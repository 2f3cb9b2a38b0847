import { itemCode } from '../checklist/code.rules.ts';
import { contradictions } from '../checklist/contradictions.rules.ts';
import { items } from '../checklist/lookup.rules.ts';
import type { Contradiction, Edition, Item } from '../checklist/model.ts';
import { numbersOf } from './frozen-answer.rules.ts';
import type { Answer } from './model.ts';

/** What the rehearsal may find, in the order it is shown. Only `missing` forbids submitting. */
export const DOUBTS = [
  'missing',
  'contradiction',
  'no-document',
  'no-plan',
  'no-deadline',
  'not-applicable',
] as const;
export type DoubtKind = (typeof DOUBTS)[number];

export interface Doubt {
  readonly kind: DoubtKind;
  readonly item: Item;
  /** Only of a contradiction: it, its 1-based place in the edition, and what the officer says to it. */
  readonly contradiction: {
    readonly rule: Contradiction;
    readonly place: number;
    readonly explanation: string | null;
  } | null;
  /** Grows along the list and stays the same while other doubts are cleared. */
  readonly key: number;
}

export interface RehearsalSources {
  /** By item code. */
  readonly answers: ReadonlyMap<number, Answer>;
  /** Codes of the items with a document, a reference or a file. */
  readonly documented: ReadonlySet<number>;
  /** By contradiction id. */
  readonly explanations: ReadonlyMap<string, string>;
}

/**
 * What deserves a second look before submitting: unanswered items, contradictions between answers,
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
  const between = contradictionsOf(edition, answers).flatMap((rule): Doubt[] => {
    const item = known.get(rule.items[0] ?? '');
    const place = edition.contradictions.indexOf(rule) + 1;
    const explanation = explanations.get(rule.id) ?? null;
    const contradiction = { rule, place, explanation };
    return item
      ? [{ kind: 'contradiction', item, contradiction, key: keyOf('contradiction', place) }]
      : [];
  });
  return [...ofItems, ...between].toSorted((one, other) => one.key - other.key);
}

/** The officer has said why the two answers stand as they do: the commission decides. */
export const isExplained = ({ contradiction }: Doubt): boolean =>
  contradiction !== null && contradiction.explanation !== null;

const keyOf = (kind: DoubtKind, place: number): number =>
  (DOUBTS.indexOf(kind) + 1) * 10_000 + place;

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
