import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/shared/language.ts';
import { parseHtml } from '../../src/sandbox/text/html.ts';
import { ALL, baseOf, CODE, placeholdersOf, SENTENCES, told } from './words.ts';

const ky = SENTENCES.ky;

/** Sentences of Kyrgyz in which a pattern is found. */
const sentencesWith = (pattern: RegExp) => ky.filter(({ text }) => pattern.test(text)).map(told);

test('no suffix is glued to a placeholder', () => {
  // Endings follow vowel harmony; these words may follow a number (TEXTS 0.1).
  const glued = /\}\}(?!-(?:багыт|суроо|сап)(?!\p{L}))[\p{L}\p{M}\d-]/u;
  expect(ALL.filter(({ text }) => glued.test(text)).map(told)).toEqual([]);
});

test.each([
  ['эскертүү', /(?<!\p{L})эскерт(?:үү|ил|ип|ет|ел)/iu],
  ['эскертме', /(?<!\p{L})эскертме/iu],
  ['четтетүү standing alone', /(?<!кызматтан )(?<!\p{L})четтетүү/iu],
  ['тактай', /(?<!\p{L})тактай/iu],
  ['жыйынды', /(?<!\p{L})жыйынды(?!к)/iu],
  ['a bare «Кайтаруу»', /^Кайтаруу$/u],
])('the banned word %s is nowhere in Kyrgyz', (_name, pattern) => {
  expect(sentencesWith(pattern)).toEqual([]);
});

test('«Сиз» is written with a capital, and nobody is called «сен»', () => {
  expect(sentencesWith(/(?<!\p{L})сиз(?:дер|дин|ге|ди|ден|де|дики|ге)?(?!\p{L})/u)).toEqual([]);
  expect(sentencesWith(/(?<!\p{L})(?:сен|сени|сенин|сенден|сага|сенде)(?!\p{L})/iu)).toEqual([]);
});

test('no letter of another alphabet hides in a word', () => {
  const mixed = ALL.flatMap((sentence) => {
    const words = sentence.text.replace(/\{\{[^}]*\}\}|<[^>]*>/g, ' ').match(/[\p{L}]+/gu) ?? [];
    const odd = words.filter(
      (word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word),
    );
    return odd.length > 0 ? [`${odd.join(', ')} in ${told(sentence)}`] : [];
  });
  expect(mixed).toEqual([]);
});

test('Russian has no Kyrgyz letters, English no Cyrillic but names of languages', () => {
  const kyrgyz = SENTENCES.ru.filter(({ text }) => /[ңөүҢӨҮ]/u.test(text));
  // Whoever cannot read the screen finds his language by its own name.
  const named = (key: string) => key === 'general:commands.language';
  const cyrillic = SENTENCES.en.filter(
    ({ key, text }) => /\p{Script=Cyrillic}/u.test(text) && !named(key),
  );
  expect({ kyrgyz: kyrgyz.map(told), cyrillic: cyrillic.map(told) }).toEqual({
    kyrgyz: [],
    cyrillic: [],
  });
});

test('no sentence is empty, begins or ends with a blank, or has two in a row', () => {
  const untidy = ALL.filter(({ text }) => text === '' || text !== text.trim() || / {2}/.test(text));
  expect(untidy.map(told)).toEqual([]);
});

test.each(LANGUAGES)('Telegram reads the markup of every sentence in %s', (language) => {
  const broken = SENTENCES[language].flatMap((sentence) => {
    try {
      parseHtml(sentence.text.replace(/\{\{[^}]*\}\}/g, 'x'));
      return [];
    } catch (error) {
      return [`${told(sentence)} (${error instanceof Error ? error.message : ''})`];
    }
  });
  expect(broken).toEqual([]);
});

/** Keys shown over the chat, beside all errors: Telegram takes 200 characters there (answerCallbackQuery). */
const TOASTS = new Set(
  [...CODE.matchAll(/(?:toast|told|words|text): t\.plain\(\s*'([^']+)'/g)].map(([, key]) => key),
);
/** Characters a placeholder may fill. */
const FILLING = 'x'.repeat(16);

test('what is shown over the chat fits in 200 characters', () => {
  expect(TOASTS.size).toBeGreaterThan(5);
  const long = ALL.filter(({ key, text }) => {
    const shown = text.replace(/\{\{[^}]*\}\}/g, FILLING);
    return (TOASTS.has(baseOf(key)) || key.startsWith('errors:')) && shown.length > 200;
  });
  expect(long.map(told)).toEqual([]);
});

test('a message fits Telegram though every placeholder is filled with 60 characters', () => {
  const long = ALL.filter(({ text }) => text.length + placeholdersOf(text).length * 60 > 4096);
  expect(long.map(told)).toEqual([]);
});

test('commands and descriptions fit what Telegram takes', () => {
  const limits: readonly [RegExp, number][] = [
    [/^general:commands\./, 256],
    [/^general:botDescription$/, 512],
    [/^general:botShortDescription$/, 120],
  ];
  const long = ALL.filter(({ key, text }) =>
    limits.some(([which, most]) => which.test(key) && text.length > most),
  );
  expect(long.map(told)).toEqual([]);
});
