import { describe, expect, test } from 'vitest';
import { itemById } from '../../../src/domain/checklist/lookup.rules.ts';
import type { Item } from '../../../src/domain/checklist/model.ts';
import { rateNumbers, rateParts } from '../../../src/domain/checklist/rating.rules.ts';
import { memo } from './memo-edition.ts';

const item = (id: string): Item => {
  const found = itemById(memo, id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
};
const numbers = (id: string, text: string) => {
  const rated = rateNumbers(item(id), text.split(' ').map(Number));
  if (typeof rated === 'string') return rated;
  return rated.proposed ? `${rated.rating}, proposed ${rated.proposed}` : rated.rating;
};

describe('parts', () => {
  test.each([
    ['12.4', [1, 2, 3, 4, 5, 6, 7, 8], 'yes'],
    ['12.4', [1, 2, 4, 5, 6, 7], 'partly'],
    ['12.4', [8], 'partly'],
    ['12.4', [], 'no'],
    ['1.1', [2, 1], 'yes'],
    ['1.1', [1, 1], 'partly'],
    ['1.1', [3], 'no'],
  ] as const)('%s with %j ticked is %s', (id, ticked, rating) => {
    expect(rateParts(item(id), ticked)).toBe(rating);
  });

  test('one kind of training suffices, for nobody need have gone on a long course', () => {
    expect(
      [[1], [3], [1, 2], [1, 2, 3], []].map((ticked) => rateParts(item('3.4'), ticked)),
    ).toEqual(['yes', 'yes', 'yes', 'yes', 'no']);
  });
});

describe('numbers', () => {
  test.each([
    // all staff, of them not trained for more than 3 years
    ['3.3', '27 0', 'yes'],
    ['3.3', '27 7', 'partly'],
    ['3.3', '27 27', 'no'],
    ['3.3', '0 0', 'yes'],
    ['3.3', '27 28', 'part-over-whole'],
    // posts, of them vacant, files
    ['12.3', '30 3 27', 'yes'],
    ['12.3', '30 3 26', 'partly'],
    ['12.3', '30 3 28', 'partly'],
    ['12.3', '30 3 30', 'partly'],
    ['12.3', '30 3 0', 'no'],
    ['12.3', '3 3 0', 'yes'],
    ['12.3', '30 31 0', 'vacant-over-staff'],
    // staff, labour books
    ['12.8', '27 27', 'yes'],
    ['12.8', '27 26', 'partly'],
    ['12.8', '27 28', 'partly'],
    ['12.8', '27 0', 'no'],
    ['12.8', '0 0', 'yes'],
    // dismissed, notified; none dismissed is no case
    ['10.1', '2 2', 'yes'],
    ['10.1', '2 1', 'partly'],
    ['10.1', '2 0', 'no'],
    ['10.1', '0 0', 'no-case'],
    // meetings, violations, measures: rated by the buttons
    ['8.2', '4 3 3', null],
    ['8.2', '4 0 0', null],
    ['8.2', '0 0 0', null],
    ['8.2', '4 3 1', 'null, proposed partly'],
    ['8.2', '4 3 4', 'part-over-whole'],
  ])('%s with %s is %s', (id, text, expected) => {
    expect(numbers(id, text)).toBe(expected);
  });

  test.each([
    ['12.8', '27', 'wrong-count'],
    ['12.8', '27 26 1', 'wrong-count'],
    ['12.3', '30 27', 'wrong-count'],
    ['12.8', '99999 99999', 'yes'],
    ['12.8', '27 100000', 'too-large'],
  ])('%s with %s is %s', (id, text, expected) => {
    expect(numbers(id, text)).toBe(expected);
  });

  test('what no message can contain is a mistake of the programmer', () => {
    expect(() => rateNumbers(item('12.8'), [27, -1])).toThrow(RangeError);
    expect(() => rateNumbers(item('12.8'), [27, 1.5])).toThrow(RangeError);
    expect(() => rateNumbers(item('12.8'), [27, Number.NaN])).toThrow(RangeError);
    expect(() => rateNumbers(item('1.1'), [1, 1])).toThrow(RangeError);
  });
});
