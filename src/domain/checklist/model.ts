import type { Localised } from '../shared/language.ts';

/** How one item is answered (see docs/guides/checklists.md). */
export type ItemType = 'rating' | 'parts' | 'numbers' | 'case' | 'fact';

/**
 * What an answer says of an item. `no-case`: nothing of the kind happened in the period.
 * Both `no-case` and `not-applicable` stay out of the score.
 */
export const RATINGS = ['yes', 'partly', 'no', 'no-case', 'not-applicable'] as const;
export type Rating = (typeof RATINGS)[number];

/**
 * How numbers rate themselves. n1, n2, n3 are the numbers in their order.
 * - `none-left`: yes when n2 = 0, no when n2 = n1 (3.3: not trained out of all staff)
 * - `filled-posts`: yes when n3 = n1 - n2, no when n3 = 0 (12.3: files against posts less vacancies)
 * - `equal`: yes when n2 = n1, no when n2 = 0 (12.8, 10.1)
 * - `buttons`: the officer rates; `partly` is proposed when n3 < n2 (8.2: measures against violations)
 */
export type NumberRule = 'none-left' | 'filled-posts' | 'equal' | 'buttons';

/**
 * What of an item's numbers the staff register knows: people who have not left; of them those whose
 * training is overdue, with a personal file, with a labour book.
 */
export const STAFF_FIGURES = [
  'people',
  'training-overdue',
  'personal-files',
  'labour-books',
] as const;
export type StaffFigure = (typeof STAFF_FIGURES)[number];

/** What the staff register keeps with its day: entries of the histories, and people who left. */
export const STAFF_EVENTS = ['training', 'attestation', 'reward', 'penalty', 'left'] as const;
export type StaffEvent = (typeof STAFF_EVENTS)[number];

export interface Item {
  /** Our number, for example "3.3"; not a number of the memo or of a legal point. */
  readonly id: string;
  readonly type: ItemType;
  /** The memo's own words in Kyrgyz, verbatim, slips included. */
  readonly memo: string;
  readonly question: Localised;
  /** What the commission looks at. */
  readonly looks: Localised;
  /** What document suffices, and where it is usually kept. */
  readonly proof: { readonly document: Localised; readonly kept: Localised };
  /** Only `parts`: what is ticked, in order; a tick is stored as its 1-based place. */
  readonly parts: readonly Localised[];
  /** Only `parts`: one ticked part suffices for "yes" (3.4); else all are needed. */
  readonly any: boolean;
  /** `numbers`, or a `case` that goes on to ask numbers (10.1). */
  readonly numbers: {
    readonly labels: readonly Localised[];
    readonly rule: NumberRule;
    /** Which figure of the staff register is the number at this place; null: none is. */
    readonly register: readonly (StaffFigure | null)[];
  } | null;
  /** Only `fact`: its own buttons besides the no-case one, each with the rating it stands for. */
  readonly facts: readonly { readonly label: Localised; readonly rating: 'yes' | 'partly' }[];
  /** The button that says it never happened, in the item's own words; null where that is no answer. */
  readonly noCase: Localised | null;
  /** What in the staff register shows that it did happen after all; null: nothing there would. */
  readonly recorded: StaffEvent | null;
  /** The item's own words for "no" («Болгон, документи жок»); null: the plain word. */
  readonly no: Localised | null;
  /** The card names the period covered by the campaign. */
  readonly period: boolean;
}

export interface Group {
  /** The memo's lead line in Kyrgyz, verbatim; null where the memo has none. */
  readonly lead: string | null;
  /** Our sub-heading for papers; null where a direction has a single group. */
  readonly heading: Localised | null;
  readonly items: readonly Item[];
}

export interface Direction {
  readonly number: number;
  readonly slug: string;
  /** Short, for buttons. */
  readonly title: Localised;
  /** In the nominative, for papers and tables. */
  readonly heading: Localised;
  /** The memo's own heading in Kyrgyz, verbatim. */
  readonly memoHeading: string;
  /** A footnote of the papers about this heading; null where there is none. */
  readonly note: Localised | null;
  /** Files are not asked for: a number and a date suffice, the original is seen on site. */
  readonly personalData: boolean;
  readonly groups: readonly Group[];
}

export interface Phrase {
  readonly id: string;
  readonly text: Localised;
}

/** One number of an answer: item id and 1-based place, for example { item: '12.3', place: 1 }. */
export interface NumberRef {
  readonly item: string;
  readonly place: number;
}

/** Two answers that cannot both be right. All conditions must hold for the sentence to be shown. */
export interface Contradiction {
  readonly id: string;
  /** The items to look at again, the first one is opened. */
  readonly items: readonly string[];
  readonly when: readonly (
    | { readonly item: string; readonly rating: readonly Rating[] }
    /** The sums of both sides are known and differ; a minus marks what is taken away. */
    | { readonly differ: readonly [readonly SignedNumber[], readonly SignedNumber[]] }
    | { readonly item: string; readonly place: number; readonly equals: number }
  )[];
  readonly text: Localised;
}
export interface SignedNumber extends NumberRef {
  readonly sign: 1 | -1;
}

/** One edition of a checklist, as read from its YAML file and validated. */
export interface Edition {
  /** For example "monitoring-memo". */
  readonly id: string;
  /** For example "2022-03-22". */
  readonly edition: string;
  readonly title: Localised;
  /** The opening paragraph of the memo in Kyrgyz, verbatim. */
  readonly preamble: string;
  readonly preambleTranslated: { readonly ru: string; readonly en: string };
  readonly directions: readonly Direction[];
  readonly contradictions: readonly Contradiction[];
  readonly phrases: { readonly plan: readonly Phrase[]; readonly notApplicable: readonly Phrase[] };
}
