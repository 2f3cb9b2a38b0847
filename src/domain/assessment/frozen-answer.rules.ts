import type { Phrase } from '../checklist/model.ts';
import type { Localised } from '../shared/language.ts';
import type { FrozenOwner } from './frozen.model.ts';

/** The same text, key by key, whatever order it was read in. */
export const localised = ({ ky, ru, en }: Localised): Localised => ({ ky, ru, en });

/** A ready phrase ("@" and its id) in all languages, or the words as typed. */
export function phraseOrWords(
  text: string | null,
  phrases: readonly Phrase[],
): Localised | string | null {
  if (text === null) return null;
  const phrase = phrases.find(({ id }) => text === `@${id}`);
  return phrase ? localised(phrase.text) : text;
}

/** "@me:<personId>", "@head" or a name as typed. */
export function ownerOf(who: string | null): FrozenOwner | null {
  if (who === null) return null;
  if (who === '@head') return { kind: 'head' };
  const personId = /^@me:(\d+)$/.exec(who)?.[1];
  return personId === undefined
    ? { kind: 'named', name: who }
    : { kind: 'person', personId: Number(personId) };
}

/** The numbers of an answer in the order of the item's labels; null: none were given. */
export const numbersOf = (numbers: string | null): readonly number[] | null =>
  numbers === null ? null : numbers.split(' ').map(Number);
