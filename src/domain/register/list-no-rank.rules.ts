import { fold } from '../shared/fold.ts';
import { spokenOf } from './list-cells.rules.ts';
import type { ListedServant } from './import.model.ts';
import type { ReadRow } from './list-row.rules.ts';
import { isBlank, saysNoRank } from './list-values.rules.ts';

/** What a row says of having a class rank; `unclear`: not known, or not to be made out. */
export type RankSaid = 'none' | 'some' | 'empty' | 'unclear';

/** null: the list has no column for ranks. */
export function rankSaid(row: ReadRow): RankSaid | null {
  if (!row.has('rank')) return null;
  const rank = spoken(row, 'rank');
  // The day of a rank that is not named: there is one.
  if (spoken(row, 'rankedOn') !== '' && (rank === '' || isBlank(rank))) return 'unclear';
  if (rank === '') return 'empty';
  if (saysNoRank(rank)) return 'none';
  return isBlank(rank) ? 'unclear' : 'some';
}

/** '': nothing. A cell that cannot be read says something. */
function spoken(row: ReadRow, field: 'rank' | 'rankedOn'): string {
  const said = spokenOf(row.cell(field));
  if ('fault' in said) return '?';
  const text = said.value ?? '';
  return field === 'rankedOn' && isBlank(text) ? '' : fold(text);
}

/** A person of a list, and what his row says of a rank. */
export interface RankedLine {
  readonly person: ListedServant;
  readonly said: RankSaid | null;
}

/**
 * The people with what is known of having no rank. An empty cell means none only where the officer
 * keeps the column: in a list of her own in which somebody has a rank. The bot's own lists have a
 * column for the register's numbers (`numbered`); there what is not known is left empty.
 */
export function withoutRanks(lines: readonly RankedLine[], numbered: boolean): ListedServant[] {
  const kept = !numbered && lines.some(({ said }) => said === 'some');
  const noRank = { none: true, some: false, empty: kept ? true : null, unclear: null } as const;
  return lines.map(({ person, said }) =>
    said === null ? person : { ...person, facts: { ...person.facts, noRank: noRank[said] } },
  );
}
