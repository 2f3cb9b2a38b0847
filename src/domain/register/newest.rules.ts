import type { Newest, RankCode, RecordFacts, RecordKind, ServantFacts } from './model.ts';
import { isRank, rankIndex } from './ranks.rules.ts';

type Entry = Pick<RecordFacts, 'kind' | 'date' | 'what'>;

/** What a person's row keeps of his histories. Of two ranks of one day the higher counts. */
export function newestOf(records: readonly Entry[]): Newest {
  const ranked = newestRank(records);
  return {
    trainedOn: latest(records, 'training'),
    rank: ranked?.rank ?? null,
    rankedOn: ranked?.on ?? null,
    attestedOn: latest(records, 'attestation'),
    declaredOn: latest(records, 'declaration'),
  };
}

function latest(records: readonly Entry[], kind: RecordKind): string | null {
  let newest: string | null = null;
  for (const record of records) {
    if (record.kind === kind && (newest === null || record.date > newest)) newest = record.date;
  }
  return newest;
}

interface Ranked {
  readonly rank: RankCode;
  readonly on: string;
}

function newestRank(records: readonly Entry[]): Ranked | null {
  const ranks = records.flatMap(({ kind, date, what }): Ranked[] =>
    kind === 'rank' && what !== null && isRank(what) ? [{ rank: what, on: date }] : [],
  );
  const later = (a: Ranked, b: Ranked) =>
    b.on > a.on || (b.on === a.on && rankIndex(b.rank) > rankIndex(a.rank)) ? b : a;
  return ranks.length === 0 ? null : ranks.reduce(later);
}

/** What a person's row keeps of having no rank: a rank of his histories unsays it. */
export const noRankBeside = (
  said: ServantFacts['noRank'],
  { rank }: Pick<Newest, 'rank'>,
): true | null => (said === true && rank === null ? true : null);

type ByHand = Pick<ServantFacts, 'nextTraining' | 'nextRank' | 'nextAttestation'>;

/**
 * Dates entered by hand, after the newest of the histories has changed: one that was meant for what
 * has happened since goes, and the rules speak again.
 */
export const byHandAfter = (hand: ByHand, before: Newest, after: Newest): ByHand => ({
  nextTraining: isLater(before.trainedOn, after.trainedOn) ? null : hand.nextTraining,
  nextRank: isLater(before.rankedOn, after.rankedOn) ? null : hand.nextRank,
  nextAttestation: isLater(before.attestedOn, after.attestedOn) ? null : hand.nextAttestation,
});

const isLater = (before: string | null, after: string | null): boolean =>
  after !== null && (before === null || after > before);
