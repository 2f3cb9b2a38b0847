import { expect, test } from 'vitest';
import { cleanText } from '../../../src/domain/summary/clean-text.rules.ts';
import { KYRGYZ_LETTERS } from '../../support/frozen.ts';

const from = (...codes: number[]): string => String.fromCodePoint(...codes);

test('letters, figures, punctuation, marks of markup and emoji stay as they are', () => {
  const text = `${KYRGYZ_LETTERS} «№ 45» – 1/2, <b>&amp;</b> "x" 🙂 ½ …`;
  expect(cleanText(text)).toBe(text);
});

test.each([
  ['a null', 0x00],
  ['a bell', 0x07],
  ['an escape', 0x1b],
  ['a delete', 0x7f],
  ['a C1 control', 0x9b],
  ['a soft hyphen', 0xad],
  ['a zero-width space', 0x200b],
  ['a zero-width joiner', 0x200d],
  ['a right-to-left mark', 0x200f],
  ['a right-to-left override', 0x202e],
  ['an isolate', 0x2067],
  ['a word joiner', 0x2060],
  ['a byte order mark', 0xfeff],
  ['a noncharacter', 0xffff],
  ['a tag letter', 0xe0041],
])('%s disappears', (_name, code) => {
  expect(cleanText(`аб${from(code)}вг`)).toBe('абвг');
});

test('half of a surrogate pair disappears', () => {
  expect(cleanText('а\uD83Dб')).toBe('аб');
});

test('line ends of every kind become one, tabs become blanks, edges are trimmed', () => {
  expect(cleanText('  бир\r\nэки\rүч\u2028төрт\tбеш\n\n\n\nалты \n')).toBe(
    'бир\nэки\nүч\nтөрт беш\n\nалты',
  );
});

test('letters typed in two pieces become the one letter that fonts have', () => {
  expect(cleanText('и\u0306')).toBe('й');
});
