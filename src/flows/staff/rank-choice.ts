import type { Button } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import { organisationById } from '../../domain/organisation/service.ts';
import { RANK_LINES, type RankCode, type Servant } from '../../domain/register/model.ts';
import { lineOf, nextRank, rankLine, ranksOf } from '../../domain/register/ranks.rules.ts';
import { button } from './buttons.ts';

/** Every rank of both lines; buttons carry the place from 1. */
export const RANKS: readonly RankCode[] = RANK_LINES.flatMap(ranksOf);

/** The ranks of the person's line, or the organisation's: the one that follows his present one first. */
export async function rankChoice(
  { t, work }: Visit,
  { orgId, rank }: Servant,
  args: (place: number) => readonly number[],
): Promise<Button[][]> {
  const kind = (await organisationById(work.read, orgId))?.kind ?? 'state';
  const line = ranksOf(rank === null ? rankLine(kind) : lineOf(rank));
  const next = rank === null ? null : nextRank(rank);
  const order = next === null ? line : [next, ...line.filter((one) => one !== next)];
  return order.map((one) => [
    button(t, `staff:rank.${one}`, 'staffRecordWhat', ...args(RANKS.indexOf(one) + 1)),
  ]);
}
