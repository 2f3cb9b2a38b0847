import { expect, test } from 'vitest';
import { guardFormula } from '../../../src/domain/summary/formula-guard.rules.ts';

test.each(['=1+1', '+996 312', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
  'text like a formula is quoted: «%s»',
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  },
);

test.each(['Ооба', '№ 45, 12.03.2025', '– жок', '1 = 1', ''])('other text stays: «%s»', (text) => {
  expect(guardFormula(text)).toBe(text);
});
