import { describe, expect, test } from 'vitest';
import {
  factChosen,
  notApplicable,
  numbersGiven,
  partSet,
  partsRated,
  ratedBy,
  tickedPlaces,
} from '../../../src/domain/assessment/rating.rules.ts';
import { type Answer, EMPTY_FIELDS } from '../../../src/domain/assessment/model.ts';
import { itemById, items } from '../../../src/domain/checklist/lookup.rules.ts';
import { RATINGS } from '../../../src/domain/checklist/model.ts';
import { shippedEdition } from '../../support/frozen.ts';

const edition = shippedEdition();
const item = (id: string) => {
  const found = itemById(edition, id);
  if (!found) throw new Error(id);
  return found;
};
const answer = (fields: Partial<Answer> = {}): Answer => ({
  ...EMPTY_FIELDS,
  item: 101,
  revision: 0,
  answeredBy: null,
  answeredAt: null,
  ...fields,
});
const CLEAR = { fact: null, reason: null, later: false };

describe('rating buttons', () => {
  test('are those the item offers, and no others', () => {
    const offered = Object.fromEntries(
      items(edition).map((one) => [
        one.id,
        RATINGS.filter((rating) => ratedBy(one, answer(), rating) !== null).join(' '),
      ]),
    );
    const kinds = new Map<string, string[]>();
    for (const [id, ratings] of Object.entries(offered)) {
      kinds.set(ratings, [...(kinds.get(ratings) ?? []), id]);
    }
    expect(Object.fromEntries(kinds)).toEqual({
      '': [
        '1.1',
        '1.2',
        '3.3',
        '4.1',
        '4.2',
        '8.2',
        '11.1',
        '12.1',
        '12.3',
        '12.4',
        '12.7',
        '12.8',
        '12.9',
        '12.11',
        '12.12',
        '14.1',
      ],
      'yes partly no no-case': [
        '2.1',
        '2.2',
        '2.3',
        '2.4',
        '3.5',
        '5.2',
        '5.3',
        '5.4',
        '5.5',
        '9.1',
      ],
      'yes partly no': [
        '3.1',
        '5.1',
        '6.1',
        '6.2',
        '7.1',
        '7.2',
        '7.3',
        '8.1',
        '8.3',
        '12.2',
        '12.5',
        '12.6',
        '13.1',
        '14.2',
        '14.3',
        '14.4',
      ],
      'no-case': ['3.2', '3.4', '9.2', '10.2', '12.10'],
      'no no-case': ['10.1'],
    });
  });

  test('clear what belonged to the answer before, but keep the plan', () => {
    expect(ratedBy(item('3.1'), answer({ reason: 'x', later: true }), 'yes')).toEqual({
      rating: 'yes',
      ...CLEAR,
    });
    expect(ratedBy(item('3.4'), answer({ parts: 3 }), 'no-case')).toEqual({
      rating: 'no-case',
      parts: null,
      numbers: null,
      ...CLEAR,
    });
  });

  test('come after the numbers where the numbers do not decide', () => {
    expect(ratedBy(item('8.2'), answer({ numbers: '4 2 1' }), 'partly')).toEqual({
      rating: 'partly',
      ...CLEAR,
    });
    expect(ratedBy(item('12.8'), answer({ numbers: '27 26' }), 'yes')).toBeNull();
  });
});

describe('parts', () => {
  test('are bits of one number', () => {
    expect(partSet(item('12.4'), answer({ parts: 0b101 }), 2, true)).toEqual({ parts: 0b111 });
    expect(partSet(item('12.4'), answer({ parts: 0b111 }), 1, false)).toEqual({ parts: 0b110 });
    expect(tickedPlaces(item('12.4'), 0b10000001)).toEqual([1, 8]);
    expect(partSet(item('12.4'), answer(), 9, true)).toBeNull();
    expect(partSet(item('3.1'), answer(), 1, true)).toBeNull();
  });

  test('are rated as a whole, as none, or as they are ticked', () => {
    const ticked = answer({ parts: 1 });
    expect(partsRated(item('1.1'), ticked, 'all')).toEqual({ parts: 3, rating: 'yes', ...CLEAR });
    expect(partsRated(item('1.1'), ticked, 'none')).toEqual({ parts: 0, rating: 'no', ...CLEAR });
    expect(partsRated(item('1.1'), ticked, 'done')).toEqual({
      parts: 1,
      rating: 'partly',
      ...CLEAR,
    });
    expect(partsRated(item('1.1'), answer(), 'done')).toBeNull();
    expect(partsRated(item('3.1'), answer(), 'all')).toBeNull();
  });
});

describe('numbers', () => {
  test('rate, or wait for the buttons, or are refused', () => {
    const given = (id: string, numbers: number[], now = answer()) =>
      numbersGiven(item(id), now, numbers);
    expect(given('12.3', [30, 3, 27])).toEqual({
      ok: true,
      value: { rating: 'yes', numbers: '30 3 27', ...CLEAR },
    });
    expect(given('8.2', [4, 2, 1])).toEqual({
      ok: true,
      value: { rating: null, numbers: '4 2 1', later: false },
    });
    expect(given('8.2', [4, 2, 1], answer({ numbers: '4 2 1', rating: 'yes' }))).toEqual({
      ok: true,
      value: {},
    });
    expect(given('12.3', [3, 30, 27])).toEqual({ ok: false, error: 'vacant-over-staff' });
    expect(given('12.8', [1])).toEqual({ ok: false, error: 'wrong-count' });
    expect(given('12.8', [1e21, 1])).toEqual({ ok: false, error: 'too-large' });
  });
});

test('facts stand for their ratings, and nothing else is one', () => {
  expect(factChosen(item('9.2'), 2)).toEqual({ rating: 'partly', ...CLEAR, fact: 2 });
  expect(factChosen(item('9.2'), 0)).toBeNull();
  expect(factChosen(item('9.2'), 3)).toBeNull();
  expect(factChosen(item('3.1'), 1)).toBeNull();
});

test('only plain ratings may be not applicable', () => {
  const offering = items(edition).filter((one) => notApplicable(one, '@x') !== null);
  expect(new Set(offering.map(({ type }) => type))).toEqual(new Set(['rating']));
  expect(notApplicable(item('7.3'), 'Сайт жок')).toEqual({
    rating: 'not-applicable',
    ...CLEAR,
    reason: 'Сайт жок',
  });
});
