import { expect, test } from 'vitest';
import { parseDelimited } from '../../../src/domain/shared/delimited.ts';

const cells = (text: string) => parseDelimited(text).map((row) => row.cells);

test('rows are parted by the sign that most lines have', () => {
  expect(cells('a,b;c\nd, e;f\n')).toEqual([
    ['a,b', 'c'],
    ['d, e', 'f'],
  ]);
  expect(cells('Список на 1 января, 2026\na;b\nc;d')).toEqual([
    ['Список на 1 января, 2026'],
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(cells('\uFEFFa\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('a quoted cell holds separators, quotes and line ends', () => {
  expect(cells('"a,""b""\nc",d\ne,f')).toEqual([
    ['a,"b"\nc', 'd'],
    ['e', 'f'],
  ]);
  expect(parseDelimited('"a\nb",c\nd,e').map(({ line }) => line)).toEqual([1, 3]);
});

test('a quote that is never closed is a character, and swallows no row', () => {
  expect(cells('"a,b\nc,d\n')).toEqual([
    ['"a', 'b'],
    ['c', 'd'],
  ]);
  const far = `"a,b\n${'c,d\n'.repeat(10)}e",f`;
  expect(cells(far)).toHaveLength(12);
});

test('empty lines are empty rows, the last line end makes none', () => {
  expect(cells('a,b\n\nc,d\n')).toEqual([['a', 'b'], [''], ['c', 'd']]);
  expect(cells('')).toEqual([]);
});
