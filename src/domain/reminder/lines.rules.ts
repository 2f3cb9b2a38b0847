import { daysBetween } from './ladder.rules.ts';
import { dueOf, type Reckoned } from './due.rules.ts';
import type { RuleBook } from '../rules/model.ts';
import type { CampaignLine, Due, DueKind, DueLine } from './model.ts';

interface Person extends Reckoned {
  readonly orgId: number;
  readonly servant: number;
  readonly name: string;
  readonly sortName: string;
  readonly position: string | null;
}

/** A line with what it is sorted by. */
export interface Sortable<Line> {
  readonly line: Line;
  readonly sortName: string;
}

/** The line of one kind that the rules give for a person; null: none. */
export function dueLine(
  person: Person,
  kind: DueKind,
  rules: RuleBook,
  today: string,
): DueLine | null {
  const due = dueOf(person, kind, rules, today);
  return due ? lineOf(person, due, today) : null;
}

export const lineOf = (person: Person, due: Due, today: string): DueLine => ({
  ...due,
  orgId: person.orgId,
  servant: person.servant,
  name: person.name,
  position: person.position,
  days: daysBetween(today, due.on),
});

/** Overdue first, the longest ago before all, then what comes, the soonest first; then by name. */
export function inOrder<Line extends DueLine | CampaignLine>(
  lines: readonly Sortable<Line>[],
): Line[] {
  const sorted = lines.toSorted(
    (a, b) => a.line.days - b.line.days || compare(a.sortName, b.sortName),
  );
  return sorted.map(({ line }) => line);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
