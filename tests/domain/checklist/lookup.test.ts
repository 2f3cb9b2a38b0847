import { expect, test } from 'vitest';
import { itemByCode, itemCode } from '../../../src/domain/checklist/code.rules.ts';
import {
  directionOf,
  itemById,
  items,
  nextItem,
} from '../../../src/domain/checklist/lookup.rules.ts';
import { memo } from './memo-edition.ts';

test('following the next item from the first walks all 48 in the order of the memo', () => {
  const walked = ['1.1'];
  for (let next = nextItem(memo, '1.1'); next; next = nextItem(memo, next.id)) walked.push(next.id);
  expect(walked).toEqual(items(memo).map((item) => item.id));
  expect(walked).toHaveLength(48);
  expect(nextItem(memo, '12.7')?.id).toBe('12.8');
  expect(nextItem(memo, '99.9')).toBeNull();
});

test('an item is found by its id, and its direction, whatever the group', () => {
  expect(itemById(memo, '12.10')?.question.ru).toMatch(/^Есть ли подпись уволенного/);
  expect(itemById(memo, '12.1')?.question.ru).toMatch(/^Есть ли сейф/);
  expect(directionOf(memo, '12.10')?.number).toBe(12);
  expect([itemById(memo, '12.13'), directionOf(memo, '12.13')]).toEqual([null, null]);
});

test('every item has a code of its own that leads back to it', () => {
  expect([itemCode('3.3'), itemCode('12.10'), itemCode('12.1')]).toEqual([303, 1210, 1201]);
  expect(items(memo).map((item) => itemByCode(memo, itemCode(item.id))?.id)).toEqual(
    items(memo).map((item) => item.id),
  );
});

test('a code from outside that stands for nothing is no item', () => {
  for (const code of [0, 3, 300, 399, -303, 303.5, 99999, Number.NaN]) {
    expect(itemByCode(memo, code)).toBeNull();
  }
  for (const id of ['3', '3.0', '3.100', 'x', '']) expect(() => itemCode(id)).toThrow(RangeError);
});
