import type { CellProblem, ListedServant } from './import.model.ts';
import type { Servant, StaffRecord } from './model.ts';
import { newestOf, noRankBeside } from './newest.rules.ts';
import { byHandOfList } from './plan-by-hand.rules.ts';
import { NO_FACTS } from './facts.rules.ts';
import { changedFields, mergeFacts } from './plan-facts.rules.ts';
import { matchList } from './plan-matching.rules.ts';
import { compareRecords } from './plan-records.rules.ts';
import type { NewServant, RegisterDiff, RegisterImage, ServantChange } from './plan.model.ts';

/** What a list would do to a register, and the lines that cannot be told to mean one person. */
export function compareList(
  { servants, records }: RegisterImage,
  listed: readonly ListedServant[],
  orgId: number,
  today: string,
): { readonly diff: RegisterDiff; readonly problems: readonly CellProblem[] } {
  const { pairings, problems } = matchList(listed, servants);
  const added: NewServant[] = [];
  const changed: ServantChange[] = [];
  const named = new Set<number>();
  let same = 0;
  for (const { listed: line, known } of pairings) {
    if (!known) {
      added.push(newServant(line, orgId, today));
      continue;
    }
    named.add(known.servant);
    const change = changeOf(known, records.get(known.servant) ?? [], line);
    if (change) changed.push(change);
    else same += 1;
  }
  const gone = servants.filter(({ servant, leftOn }) => leftOn === null && !named.has(servant));
  return { diff: { added, changed, gone, same }, problems };
}

function newServant(line: ListedServant, orgId: number, today: string): NewServant {
  const { added } = compareRecords([], line.records);
  const facts = { ...NO_FACTS, ...line.facts };
  const newest = newestOf(added);
  const byHand = byHandOfList(facts, line, newest, newest);
  const noRank = noRankBeside(facts.noRank, newest);
  const servant = { ...facts, ...newest, ...byHand, noRank, orgId, knownSince: today };
  return { servant, records: added };
}

/** null: the list says what the register says. */
function changeOf(
  before: Servant,
  known: readonly StaffRecord[],
  line: ListedServant,
): ServantChange | null {
  const facts = mergeFacts(before, line);
  const { added, ended } = compareRecords(known, line.records);
  const newest =
    added.length === 0
      ? before
      : newestOf([...known.filter(({ id }) => !ended.includes(id)), ...added]);
  const { trainedOn, rank, rankedOn, attestedOn, declaredOn } = newest;
  const after: Servant = {
    ...before,
    ...facts,
    ...byHandOfList(facts, line, before, newest),
    trainedOn,
    rank,
    rankedOn,
    attestedOn,
    declaredOn,
    noRank: noRankBeside(facts.noRank, newest),
  };
  const same = added.length === 0 && changedFields(before, after).length === 0;
  return same ? null : { before, after, records: added, ended };
}
