import { type ActionName } from '../../chat/actions.ts';
import { encode } from '../../chat/callback.ts';
import type { Button } from '../../chat/screen.ts';
import { LANGUAGES, type Language } from '../../domain/shared/language.ts';

/** Each language names itself in its own words, whatever the screen's language. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  ky: 'Кыргызча',
  ru: 'По-русски',
  en: 'In English',
};

export const numberOf = (language: Language): number => LANGUAGES.indexOf(language);

/** null: a number no button of ours carries. */
export const languageOf = (number: number | undefined): Language | null =>
  LANGUAGES[number ?? -1] ?? null;

/** One row with the languages other than the screen's own. */
export const otherLanguages = (
  shown: Language,
  action: Extract<ActionName, 'language' | 'joinLanguage'>,
  ids: readonly number[] = [],
): Button[] =>
  LANGUAGES.filter((language) => language !== shown).map((language) => ({
    text: OWN_NAMES[language],
    data: encode(action, [...ids, numberOf(language)]),
  }));
