import { cleanName } from '../shared/clean-name.ts';
import { fold } from '../shared/fold.ts';
import type { ReadField } from './list-field.model.ts';
import { FOREIGN_STEMS, PHRASES } from './list-phrases.rules.ts';

interface Phrase {
  readonly field: ReadField;
  readonly stems: readonly string[];
  readonly letters: number;
}

const KNOWN: readonly Phrase[] = (Object.entries(PHRASES) as [ReadField, string[]][])
  .flatMap(([field, phrases]) =>
    phrases.map((phrase) => {
      const stems = fold(phrase).split(' ');
      return { field, stems, letters: stems.join('').length };
    }),
  )
  .toSorted((a, b) => b.stems.length - a.stems.length || b.letters - a.letters);

const FOREIGN = FOREIGN_STEMS.map(fold);

/** A word that stands alone in longer headings of all sorts: it counts only as the whole heading. */
const WHOLE_ONLY: ReadonlySet<ReadField> = new Set(['number', 'given', 'surname', 'patronymic']);

/** `whole`: the heading says this and nothing else. */
export interface Recognised {
  readonly field: ReadField;
  readonly whole: boolean;
}

/**
 * The field a heading means, in Kyrgyz, Russian or English, in any case, folded or hyphenated over
 * lines, with anything in brackets passed over; null: none that is known.
 */
export function recognise(heading: string): Recognised | null {
  const words = headingWords(heading);
  if (words.length === 0 || words.length > 12) return null;
  const whole = KNOWN.find(
    ({ stems }) =>
      stems.length === words.length &&
      stems.every((stem, at) => words[at]?.startsWith(stem) === true),
  );
  if (whole && fits(words, whole)) return { field: whole.field, whole: true };
  if (words.some((word) => FOREIGN.some((stem) => word.startsWith(stem)))) return null;
  const within = KNOWN.find(
    ({ field, stems }) =>
      !WHOLE_ONLY.has(field) &&
      stems.length < words.length &&
      stems.every((stem) => stem.length > 2 && words.some((word) => word.startsWith(stem))),
  );
  return within ? { field: within.field, whole: false } : null;
}

/** «Аты» is not «атасынын», «no» is not «november»: short stems are whole words. */
const fits = (words: readonly string[], { stems }: Phrase): boolean =>
  stems.every((stem, at) => stem.length > 3 || (words[at]?.length ?? 0) <= stem.length + 5);

/** A heading as people compare it: «Дайын-\nдалган күнү (дата)» is «дайындалган куну». */
function headingWords(heading: string): string[] {
  const joined = heading.replace(/[-\u00AD\u2010]\s*\r?\n\s*/gu, '').replace(/\([^)]*\)?/gu, ' ');
  return fold(cleanName(joined))
    .replace(/№/gu, ' номер ')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');
}
