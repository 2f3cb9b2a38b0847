import type { OrganisationKind } from '../organisation/model.ts';
import { RANK_GRADES, RANK_LINES, type RankCode, type RankGrade, type RankLine } from './model.ts';

/** Servants of state bodies hold ranks of the state line, of municipal bodies of the municipal. */
export const rankLine = (kind: OrganisationKind): RankLine => kind;

/** The ranks of one line, from the lowest. */
export const ranksOf = (line: RankLine): RankCode[] =>
  RANK_GRADES.map((grade): RankCode => `${line}.${grade}`);

const ALL: ReadonlySet<string> = new Set(RANK_LINES.flatMap(ranksOf));

export const isRank = (text: string): text is RankCode => ALL.has(text);

export const gradeOf = (rank: RankCode): RankGrade =>
  rank.slice(rank.indexOf('.') + 1) as RankGrade;
export const lineOf = (rank: RankCode): RankLine => rank.slice(0, rank.indexOf('.')) as RankLine;

/** Place of the rank in its line: 0 is the lowest. */
export const rankIndex = (rank: RankCode): number => RANK_GRADES.indexOf(gradeOf(rank));

/** The rank that follows in the same line; null: there is none higher. */
export function nextRank(rank: RankCode): RankCode | null {
  const next = RANK_GRADES[rankIndex(rank) + 1];
  return next === undefined ? null : `${lineOf(rank)}.${next}`;
}
