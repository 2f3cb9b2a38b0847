import { expect, test } from 'vitest';
import { fileSize } from '../../../src/domain/summary/file-size.rules.ts';

test('sizes are told in the unit people use, with a decimal comma', () => {
  const units = ['байт', 'КБ', 'МБ'] as const;
  expect(
    [0, 1023, 1024, 348_160, 1_048_575, 1_572_864].map((size) => fileSize(size, units)),
  ).toEqual(['0 байт', '1023 байт', '1 КБ', '340 КБ', '1,0 МБ', '1,5 МБ']);
});
