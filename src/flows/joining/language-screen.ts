import { encode } from '../../chat/callback.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import { LANGUAGES } from '../../domain/shared/language.ts';
import { numberOf, OWN_NAMES } from './languages.ts';

/** /language: every language in its own words, the present one ticked. */
export const languageScreen = ({ t, language: present }: Visit): Screen => ({
  text: t('joining:chooseLanguage'),
  rows: LANGUAGES.map((language) => [
    {
      text: language === present ? `✓ ${OWN_NAMES[language]}` : OWN_NAMES[language],
      data: encode('language', [numberOf(language)]),
    },
  ]),
});
