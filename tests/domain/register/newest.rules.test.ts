import { expect, test } from 'vitest';
import { byHandAfter, newestOf, noRankBeside } from '../../../src/domain/register/newest.rules.ts';
import { entry } from '../../support/register.ts';

const NOTHING = { trainedOn: null, rank: null, rankedOn: null, attestedOn: null, declaredOn: null };

test('the newest of each history counts, in whatever order they were written', () => {
  expect(
    newestOf([
      entry('training', '2024-05-01'),
      entry('training', '2021-05-01'),
      entry('rank', '2023-01-01', 'state.inspector-2'),
      entry('rank', '2020-01-01', 'state.inspector-3'),
      entry('attestation', '2022-02-02'),
      entry('declaration', '2025-03-30'),
      entry('reward', '2025-12-12'),
      entry('penalty', '2025-12-13'),
    ]),
  ).toEqual({
    trainedOn: '2024-05-01',
    rank: 'state.inspector-2',
    rankedOn: '2023-01-01',
    attestedOn: '2022-02-02',
    declaredOn: '2025-03-30',
  });
  expect(newestOf([])).toEqual(NOTHING);
});

test('of two ranks of one day the higher counts', () => {
  const ranks = ['state.inspector-1', 'state.adviser-3', 'state.inspector-2'];
  expect(newestOf(ranks.map((rank) => entry('rank', '2023-01-01', rank)))).toMatchObject({
    rank: 'state.adviser-3',
    rankedOn: '2023-01-01',
  });
});

test('a date by hand goes when its kind has newly happened, and only then', () => {
  const hand = {
    nextTraining: '2026-05-01',
    nextRank: '2026-06-01',
    nextAttestation: '2026-07-01',
  };
  const before = { ...NOTHING, trainedOn: '2023-01-01', rankedOn: '2024-01-01' };
  expect(byHandAfter(hand, before, { ...before, trainedOn: '2026-01-10' })).toEqual({
    ...hand,
    nextTraining: null,
  });
  expect(byHandAfter(hand, before, { ...before, attestedOn: '2020-01-10' })).toEqual({
    ...hand,
    nextAttestation: null,
  });
  expect(byHandAfter(hand, before, { ...before, trainedOn: null, rankedOn: '2020-01-01' })).toEqual(
    hand,
  );
});

test('having no rank is unsaid by a rank, and is never said by the lack of one', () => {
  const ranked = newestOf([entry('rank', '2020-01-01', 'state.inspector-3')]);
  expect([true, false, null].map((said) => noRankBeside(said, NOTHING))).toEqual([
    true,
    null,
    null,
  ]);
  expect([true, false, null].map((said) => noRankBeside(said, ranked))).toEqual([null, null, null]);
});
