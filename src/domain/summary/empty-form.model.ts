import type { PaperLanguage } from '../shared/language.ts';

/** The form to fill in by hand, as plain data. */
export interface EmptyForm {
  readonly language: PaperLanguage;
  readonly title: string;
  readonly under: readonly string[];
  readonly author: string;
  /** What to do, in two or three sentences. */
  readonly instructions: readonly string[];
  readonly footer: string;
  readonly directions: readonly FormDirection[];
  readonly signatures: readonly string[];
  readonly footnote: string;
}

export interface FormDirection {
  readonly heading: string;
  readonly groups: readonly {
    readonly heading: string | null;
    readonly items: readonly FormItem[];
  }[];
}

export interface FormItem {
  readonly id: string;
  readonly question: string;
  /** Each ticked by itself; none where the item has no parts. */
  readonly parts: readonly string[];
  /** Blanks to write a number in, with their labels. */
  readonly numbers: readonly string[];
  /** One of them is ticked; none where parts or numbers rate themselves. */
  readonly answers: readonly string[];
  /** Label of the line for the document's number and date. */
  readonly document: string;
}
