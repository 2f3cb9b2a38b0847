import { LANGUAGES, type Localised } from '../shared/language.ts';
import { items } from './lookup.rules.ts';
import type { Edition } from './model.ts';
import { mistake, recall, type Source } from './source.rules.ts';

/** Two texts shorter than this may share all words but one: «в бухгалтерии», «в архиве». */
const FEWEST_WORDS = 3;

interface Proof {
  readonly name: string;
  readonly text: Localised;
}

/**
 * A proof helps only when it names this item's own document and place: in no language may two
 * proof texts be the same, or the same but for one word.
 */
export function checkProofs(source: Source, edition: Edition): void {
  const proofs: Proof[] = items(edition).flatMap(({ id, proof }) => [
    { name: `${id} proof.document`, text: proof.document },
    { name: `${id} proof.kept`, text: proof.kept },
  ]);
  for (const language of LANGUAGES) {
    const read: { name: string; words: readonly string[] }[] = [];
    for (const { name, text } of proofs) {
      const words = wordsOf(text[language]);
      const twin = read.find((other) => sameUpToOneWord(other.words, words));
      if (twin) {
        mistake(
          source,
          recall(source, text, language),
          `Item ${name}.${language} says the same as item ${twin.name}.${language}, up to one word`,
          "Name this item's own document, and where this very document is kept",
        );
      }
      read.push({ name, words });
    }
  }
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

function sameUpToOneWord(a: readonly string[], b: readonly string[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  if (start === a.length && start === b.length) return true;
  if (Math.min(a.length, b.length) < FEWEST_WORDS) return false;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) {
    end += 1;
  }
  return Math.max(a.length, b.length) - start - end <= 1;
}
