import { describe, expect, test } from 'vitest';
import {
  contradictions,
  type StatedAnswer,
} from '../../../src/domain/checklist/contradictions.rules.ts';
import type { Rating } from '../../../src/domain/checklist/model.ts';
import { memo } from './memo-edition.ts';

/** Answers as "5.4 no-case" or "12.8 partly 27 26". */
function found(...answers: string[]): string[] {
  const stated = answers.map((answer): [string, StatedAnswer] => {
    const [id = '', rating, ...numbers] = answer.split(' ');
    return [
      id,
      {
        rating: rating === '-' ? null : (rating as Rating),
        numbers: numbers.length > 0 ? numbers.map(Number) : null,
      },
    ];
  });
  return contradictions(memo, new Map(stated)).map(({ id }) => id);
}

const cases: Record<string, { fires: string[][]; silent: string[][] }> = {
  'analysis-without-penalties': {
    fires: [
      ['5.4 no-case', '5.5 yes'],
      ['5.4 no-case', '5.5 no'],
    ],
    silent: [
      ['5.4 no-case', '5.5 no-case'],
      ['5.4 no-case'],
      ['5.4 no-case', '5.5 not-applicable'],
    ],
  },
  'penalties-without-analysis': {
    fires: [
      ['5.4 yes', '5.5 no-case'],
      ['5.4 no', '5.5 no-case'],
    ],
    silent: [['5.4 yes', '5.5 partly'], ['5.5 no-case']],
  },
  'ethics-work-without-meetings': {
    fires: [['8.2 no 0 0 0', '8.3 yes']],
    silent: [
      ['8.2 yes 1 0 0', '8.3 yes'],
      ['8.2 no 0 0 0', '8.3 no'],
      ['8.2 not-applicable', '8.3 yes'],
    ],
  },
  'appeals-without-attestation': {
    fires: [
      ['9.1 no-case', '9.2 yes'],
      ['9.1 no-case', '9.2 partly'],
    ],
    silent: [
      ['9.1 no-case', '9.2 no-case'],
      ['9.1 yes', '9.2 yes'],
    ],
  },
  'dismissals-without-dismissed': {
    fires: [
      ['10.1 yes 2 2', '12.10 no-case'],
      ['10.1 no', '12.10 no-case'],
    ],
    silent: [
      ['10.1 no-case', '12.10 no-case'],
      ['10.1 yes 2 2', '12.10 yes'],
    ],
  },
  'staff-trained-against-actual': {
    fires: [['3.3 yes 28 0', '12.8 yes 27 27']],
    silent: [['3.3 yes 27 0', '12.8 partly 27 26'], ['3.3 yes 28 0'], ['3.3 yes 28 0', '12.8 -']],
  },
  'filled-posts-against-actual': {
    fires: [['12.3 yes 30 3 27', '12.8 yes 28 28']],
    silent: [['12.3 partly 30 3 20', '12.8 no 27 0'], ['12.3 yes 30 3 27']],
  },
  'storage-without-safe': {
    fires: [['12.1 no', '12.12 yes']],
    silent: [
      ['12.1 partly', '12.12 yes'],
      ['12.1 no', '12.12 partly'],
    ],
  },
  'e-kyzmat-without-system': {
    fires: [['7.1 no', '14.1 yes']],
    silent: [
      ['7.1 partly', '14.1 yes'],
      ['7.1 no', '14.1 partly'],
    ],
  },
  'accuracy-without-data': {
    fires: [['14.1 no', '14.2 yes']],
    silent: [
      ['14.1 partly', '14.2 yes'],
      ['14.1 no', '14.2 no'],
    ],
  },
};

test('each contradiction of the memo is looked at here', () => {
  expect(Object.keys(cases).toSorted()).toEqual(memo.contradictions.map(({ id }) => id).toSorted());
});

describe.each(Object.entries(cases))('%s', (id, { fires, silent }) => {
  test.each(fires)('is found: %s, %s', (...answers) => {
    expect(found(...answers)).toEqual([id]);
  });
  test.each(silent)('is not found: %s, %s, %s', (...answers) => {
    expect(found(...answers.filter((answer) => answer !== undefined))).toEqual([]);
  });
});

test('several are found at once, in the order of the file, and nothing in no answers', () => {
  expect(
    found('14.2 yes', '14.1 no', '3.3 yes 28 0', '12.8 yes 27 27', '12.3 yes 27 0 27'),
  ).toEqual(['staff-trained-against-actual', 'accuracy-without-data']);
  expect(found()).toEqual([]);
});

test('each sentence names every item it is about, in every language', () => {
  const silent = memo.contradictions.flatMap(({ id, items, text }) =>
    items.flatMap((item) =>
      Object.entries(text).flatMap(([language, sentence]) =>
        String(sentence).includes(item) ? [] : [`${id}, ${language}: ${item}`],
      ),
    ),
  );
  expect(silent).toEqual([]);
});
