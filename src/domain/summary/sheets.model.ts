import type { PaperLanguage } from '../shared/language.ts';

/** A workbook as plain tables. Texts are clean; none of them begins like a formula. */
export interface Sheets {
  readonly language: PaperLanguage;
  readonly title: string;
  readonly author: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  /** `width` in characters of the normal font. */
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
