import { fold } from '../shared/fold.ts';
import type { CellProblem, ListedServant } from './import.model.ts';
import type { Servant } from './model.ts';
import type { Pairing } from './plan.model.ts';

/** `problems`: lines that could mean one or another person of the register; they are in no pairing. */
export interface Matched {
  readonly pairings: readonly Pairing[];
  readonly problems: readonly CellProblem[];
}

/**
 * Finds for each line of a list the person it speaks of: by the number of an exported list; else by
 * name (folded), when the list and the register have it once; else by name and day of appointment;
 * else by these and position. Those who left give way to those who serve. A line that fits nobody
 * is a new person; one that may mean several is a problem.
 */
export function matchList(listed: readonly ListedServant[], servants: readonly Servant[]): Matched {
  const byNumber = new Map(servants.map((one) => [one.servant, one]));
  const taken = new Map<number, ListedServant>();
  const pairings: Pairing[] = [];
  const problems: CellProblem[] = [];
  const unnumbered: ListedServant[] = [];
  for (const line of listed) {
    if (line.servant === null) {
      unnumbered.push(line);
      continue;
    }
    const known = byNumber.get(line.servant);
    const before = taken.get(line.servant);
    if (!known) problems.push(problemOf(line, 'unknownNumber', String(line.servant), {}));
    else if (before) {
      problems.push(problemOf(line, 'duplicate', String(line.servant), { row: before.row }));
    } else {
      taken.set(line.servant, line);
      pairings.push({ listed: line, known });
    }
  }
  const free = servants.filter(({ servant }) => !taken.has(servant));
  const lines = Map.groupBy(unnumbered, ({ facts }) => fold(facts.name));
  const people = Map.groupBy(free, ({ name }) => fold(name));
  for (const [name, own] of lines) {
    const { pairings: paired, unclear } = pairNamesakes(own, people.get(name) ?? []);
    for (const one of paired) pairings.push(one);
    for (const line of unclear) {
      problems.push(problemOf(line, 'ambiguous', line.facts.name, {}));
    }
  }
  return { pairings, problems };
}

interface Namesakes {
  readonly pairings: Pairing[];
  readonly unclear: readonly ListedServant[];
}

const KEYS: readonly ((one: {
  readonly appointedOn?: string | null;
  readonly position?: string | null;
}) => string | null)[] = [
  ({ appointedOn }) => appointedOn ?? null,
  ({ appointedOn, position }) =>
    appointedOn && position ? `${appointedOn} ${fold(position)}` : null,
];

function pairNamesakes(lines: readonly ListedServant[], people: readonly Servant[]): Namesakes {
  const [line] = lines;
  const [person] = people;
  if (line && person && lines.length === 1 && people.length === 1) {
    return { pairings: [{ listed: line, known: person }], unclear: [] };
  }
  const pairings: Pairing[] = [];
  let openLines = lines;
  let openPeople = people;
  for (const key of KEYS) {
    const wanted = Map.groupBy(openLines, ({ facts }) => key(facts));
    const known = Map.groupBy(openPeople, key);
    const found = [...wanted].flatMap(([value, some]) => {
      const [listed] = some;
      const [one] = value === null ? [] : (known.get(value) ?? []);
      const once = some.length === 1 && known.get(value)?.length === 1;
      return listed && one && once ? [{ listed, known: one }] : [];
    });
    const pairedLines = new Set(found.map(({ listed }) => listed));
    const pairedPeople = new Set(found.map(({ known: one }) => one));
    pairings.push(...found);
    openLines = openLines.filter((one) => !pairedLines.has(one));
    openPeople = openPeople.filter((one) => !pairedPeople.has(one));
  }
  const serving = openPeople.filter(({ leftOn }) => leftOn === null);
  if (openLines.length === 0) return { pairings, unclear: [] };
  if (serving.length < openPeople.length) {
    const rest = pairNamesakes(openLines, serving);
    return { pairings: [...pairings, ...rest.pairings], unclear: rest.unclear };
  }
  if (serving.length > 0) return { pairings, unclear: openLines };
  return {
    pairings: [...pairings, ...openLines.map((listed) => ({ listed, known: null }))],
    unclear: [],
  };
}

const problemOf = (
  { sheet, row }: ListedServant,
  code: 'ambiguous' | 'unknownNumber' | 'duplicate',
  value: string,
  values: CellProblem['values'],
): CellProblem => ({
  sheet,
  row,
  column: null,
  value: value.slice(0, 60),
  code,
  values,
  stops: true,
});
