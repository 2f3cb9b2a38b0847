import { expect, test } from 'vitest';
import type { RankCode } from '../../../src/domain/register/model.ts';
import { isRank, nextRank, rankLine, ranksOf } from '../../../src/domain/register/ranks.rules.ts';
import { translate } from '../../../src/chat/translator.ts';

test.each(['state', 'municipal'] as const)('ranks of the %s line follow one another', (line) => {
  const climbed: RankCode[] = [];
  for (let rank: RankCode | null = `${line}.junior-inspector`; rank; rank = nextRank(rank)) {
    climbed.push(rank);
  }
  expect(climbed).toEqual(ranksOf(rankLine(line)));
  expect(climbed.at(-1)).toBe(`${line}.counsellor-1`);
});

test('a rank is one of the list, in its own line', () => {
  expect(
    ['state.adviser-3', 'state.adviser-4', 'adviser-3', 'village.adviser-3'].map(isRank),
  ).toEqual([true, false, false, false]);
});

test('each rank has words of its own in every language', () => {
  for (const language of ['ky', 'ru', 'en'] as const) {
    const t = translate(language);
    for (const line of ['state', 'municipal'] as const) {
      const words = ranksOf(line).map((rank) => t.plain(`staff:rank.${rank}`));
      expect(new Set(words).size).toBe(10);
    }
  }
});
