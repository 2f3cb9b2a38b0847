import { LANGUAGES, type Localised } from '../shared/language.ts';
import { fieldsOf, mistake, type Place, remember, type Source, textOf } from './source.rules.ts';

/** Longer lines of a button are cut off on a small phone. */
export const BUTTON_LENGTH = 32;
/** A part carries «✓ » before it once ticked. */
export const PART_LENGTH = BUTTON_LENGTH - 2;
/** What stands behind «Документ: » on a card of a small phone, and the line below it. */
export const DOCUMENT_LENGTH = 70;
export const KEPT_LENGTH = 90;

const NAMES = { ky: 'Kyrgyz', ru: 'Russian', en: 'English' } as const;

/** A text in every language; `longest` in characters, where it must fit a button or a line. */
export function localisedOf(
  source: Source,
  place: Place | undefined,
  what: string,
  longest?: number,
): Localised {
  const text = { ky: '', ru: '', en: '' };
  if (!place) return text;
  const fields = fieldsOf(source, place, what, { required: LANGUAGES });
  for (const language of LANGUAGES) {
    const field = fields.get(language);
    text[language] = textOf(source, field, `${what}, ${NAMES[language]},`);
    const length = [...text[language]].length;
    if (field && longest && length > longest) {
      mistake(
        source,
        field.line,
        `${what}, ${NAMES[language]}, has ${length} characters: "${text[language]}"`,
        `Shorten it to ${longest}: longer ones are cut off on a small phone`,
      );
    }
  }
  remember(source, text, place.line, fields);
  return text;
}
