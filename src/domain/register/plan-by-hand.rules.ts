import type { ListedServant } from './import.model.ts';
import type { Newest, ServantFacts } from './model.ts';
import { byHandAfter } from './newest.rules.ts';

type ByHand = Pick<ServantFacts, 'nextTraining' | 'nextRank' | 'nextAttestation'>;

const HAPPENED = {
  nextTraining: 'trainedOn',
  nextRank: 'rankedOn',
  nextAttestation: 'attestedOn',
} as const satisfies Record<keyof ByHand, keyof Newest>;

/**
 * Next dates entered by hand, after a list: one the list itself names stays; one it does not name
 * goes when what it was meant for has happened; one not after what happened means nothing.
 */
export function byHandOfList(
  facts: ByHand,
  { facts: said }: ListedServant,
  before: Newest,
  after: Newest,
): ByHand {
  const rest = byHandAfter(facts, before, after);
  const settled = (field: keyof ByHand): string | null => {
    const date = said[field] ?? rest[field];
    const happened = after[HAPPENED[field]];
    return date !== null && happened !== null && date <= happened ? null : date;
  };
  return {
    nextTraining: settled('nextTraining'),
    nextRank: settled('nextRank'),
    nextAttestation: settled('nextAttestation'),
  };
}
