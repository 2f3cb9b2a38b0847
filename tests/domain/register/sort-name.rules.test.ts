import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortName } from '../../../src/domain/register/sort-name.rules.ts';

const kyrgyz = new Intl.Collator('ky', { sensitivity: 'accent' });
const byBytes = (a: string, b: string): number =>
  Math.sign(Buffer.compare(Buffer.from(sortName(a)), Buffer.from(sortName(b))));

test('names sort by their bytes as the Kyrgyz alphabet sorts them', () => {
  const letter = fc.constantFrom(...'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяАЁЙҢӨҮЯәғқұһazK07- ');
  const name = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(byBytes(a, b)).toBe(Math.sign(kyrgyz.compare(a, b)));
    }),
    { numRuns: 2000 },
  );
});

test('capitals and the way a letter is put together make no difference', () => {
  expect(sortName('ӨМҮРОВА Гүлнур')).toBe(sortName('өмүрова гүлнур'));
  expect(sortName('Йусуп')).toBe(sortName('Йусуп'.normalize('NFD')));
});
