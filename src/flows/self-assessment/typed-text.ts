import { fold } from '../../domain/shared/fold.ts';

/** The words of a lone answer, folded and with doubled letters once, as people write and say them. */
const WORDS: Readonly<Record<string, 'yes' | 'partly' | 'no'>> = {
  оба: 'yes',
  ова: 'yes',
  ба: 'yes',
  бар: 'yes',
  да: 'yes',
  есть: 'yes',
  yes: 'yes',
  жок: 'no',
  жог: 'no',
  нет: 'no',
  неа: 'no',
  no: 'no',
  жарым: 'partly',
  'жарым жартылай': 'partly',
  жартылай: 'partly',
  жарты: 'partly',
  частично: 'partly',
  'не полностью': 'partly',
  partly: 'partly',
  partialy: 'partly',
};

/**
 * A message that is nothing but «ооба», «жок», «жарым-жартылай», «да», «нет», «частично», "yes", "no",
 * "partly", whatever its case, punctuation and drawn-out letters. null: it says something else.
 */
export function loneAnswer(text: string): 'yes' | 'partly' | 'no' | null {
  // `fold` turns the Latin e into the Cyrillic one; Latin words are looked up unfolded.
  const plain = text.toLowerCase().normalize('NFC');
  const latin = /^[^\p{Script=Cyrillic}]*$/u.test(plain);
  const words = (latin ? plain : fold(plain)).replace(/[^\p{L}]+/gu, ' ').trim();
  if (/\d/.test(text)) return null;
  const once = words.replace(/(\p{L})\1+/gu, '$1').replace(/^(\p{L}+)( \1)+$/u, '$1');
  return Object.hasOwn(WORDS, once) ? (WORDS[once] ?? null) : null;
}

/** With more words around its numbers a message tells a story and is a comment. */
const MOST_WORDS = 8;

/**
 * The whole numbers of a message, whatever separates and surrounds them: "27 26", "27, 26",
 * «27 кызматчы, 26 китепче». null: no numbers, or a text that merely mentions some.
 */
export function typedNumbers(text: string): number[] | null {
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  const numbers = text.match(/\d+/g);
  return numbers === null || words > MOST_WORDS ? null : numbers.map(Number);
}
