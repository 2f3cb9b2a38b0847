import type { Key, Translate } from '../../chat/translator.ts';
import { labelOf } from '../../domain/assessment/frozen-item.rules.ts';
import type { Answer } from '../../domain/assessment/model.ts';
import type { Item, Phrase, Rating } from '../../domain/checklist/model.ts';

const RATING: Readonly<Record<Rating, Key>> = {
  yes: 'walk:rating.yes',
  partly: 'walk:rating.partly',
  no: 'walk:rating.no',
  'no-case': 'walk:rating.noCase',
  'not-applicable': 'walk:rating.notApplicable',
};

/** What an answer says, in the item's own words where it has such; plain text. */
export function answerWords(
  t: Translate,
  item: Item,
  answer: Pick<Answer, 'fact'> & { readonly rating: Rating },
): string {
  const own = labelOf(item, answer);
  return own ? own[t.language] : t.plain(RATING[answer.rating]);
}

/** The word of a rating on a button: «Болгон, документи жок» where the item has its own "no". */
export const ratingWords = (t: Translate, item: Item, rating: Rating): string =>
  answerWords(t, item, { rating, fact: null });

/** Within a sentence: Russian and English write it small there, Kyrgyz officials keep the capital. */
export const inSentence = (t: Translate, words: string): string =>
  t.language === 'ky' ? words : small(words);

/** With a small first letter, as after a colon; an abbreviation keeps its capitals. */
export const small = (words: string): string =>
  /^\p{Lu}{2}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);

/** A ready phrase ("@" and its id) in the person's language, or the words as typed; plain text. */
export const phraseWords = (t: Translate, text: string, phrases: readonly Phrase[]): string =>
  phrases.find(({ id }) => text === `@${id}`)?.text[t.language] ?? text;

/** Who carries out a plan; plain text. `personId`: who reads it. */
export function ownerWords(t: Translate, who: string, personId: number): string {
  if (who === `@me:${personId}`) return t.plain('walk:plan.ownerMe');
  if (who === '@head') return t.plain('walk:plan.ownerHead');
  return who.startsWith('@me:') ? t.plain('walk:plan.ownerOfficer') : who;
}

/** As much of a text as a small phone shows in three lines. */
const EXCERPT = 160;
export function excerpt(text: string): string {
  const signs = [...text.replace(/\s+/g, ' ')];
  return signs.length > EXCERPT ? `${signs.slice(0, EXCERPT - 1).join('')}…` : signs.join('');
}
