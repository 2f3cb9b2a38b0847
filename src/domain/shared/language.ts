/** The languages of the screens, in the order in which they are offered. */
export const LANGUAGES = ['ky', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages of official papers. */
export type PaperLanguage = 'ky' | 'ru';

/** One text in every language of the screens. */
export interface Localised {
  readonly ky: string;
  readonly ru: string;
  readonly en: string;
}

export const isLanguage = (value: string): value is Language =>
  (LANGUAGES as readonly string[]).includes(value);
