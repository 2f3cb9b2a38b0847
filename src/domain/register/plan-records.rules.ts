import { fold } from '../shared/fold.ts';
import type { RecordFacts, RecordKind, StaffRecord } from './model.ts';

/** Kinds of which a person may get two on one day, told apart by their words. */
const SEVERAL_A_DAY: ReadonlySet<RecordKind> = new Set(['reward', 'penalty']);

export interface RecordsDiff {
  readonly added: readonly RecordFacts[];
  readonly ended: readonly number[];
}

/**
 * What a list's entries add to a person's histories. An entry of the same kind and day is the same
 * entry: what the list says of it (kind, hours, order) completes or corrects it, what the list
 * leaves empty stays. Nothing a list leaves out is taken away.
 */
export function compareRecords(
  known: readonly StaffRecord[],
  listed: readonly RecordFacts[],
): RecordsDiff {
  const added: RecordFacts[] = [];
  const ended: number[] = [];
  const open = [...known];
  for (const entry of exactFirst(known, listed)) {
    const at = open.findIndex((one) => isSame(one, entry));
    const [before] = at < 0 ? [] : open.splice(at, 1);
    if (!before) {
      // Two equal lines of a list are one entry.
      if (!added.some((one) => isSame(one, entry))) added.push(entry);
      continue;
    }
    const merged = complete(before, entry);
    if (merged === null) continue;
    added.push(merged);
    ended.push(before.id);
  }
  return { added, ended };
}

/** Entries that stand in the register word for word first, so that no other takes their place. */
const exactFirst = (known: readonly StaffRecord[], listed: readonly RecordFacts[]) => {
  const exact = (entry: RecordFacts) =>
    known.some((one) => isSame(one, entry) && words(one) === words(entry));
  return listed.length < 2
    ? listed
    : [...listed.filter(exact), ...listed.filter((one) => !exact(one))];
};

const words = ({ what }: RecordFacts): string | null => what && fold(what);

const isSame = (one: RecordFacts, other: RecordFacts): boolean =>
  one.kind === other.kind &&
  one.date === other.date &&
  (!SEVERAL_A_DAY.has(one.kind) ||
    one.what === null ||
    other.what === null ||
    words(one) === words(other));

/** null: the list says nothing new. */
function complete(before: StaffRecord, listed: RecordFacts): RecordFacts | null {
  const merged = {
    kind: before.kind,
    date: before.date,
    what: listed.what ?? before.what,
    hours: listed.hours ?? before.hours,
    orderNo: listed.orderNo ?? before.orderNo,
  };
  const same =
    merged.what === before.what &&
    merged.hours === before.hours &&
    merged.orderNo === before.orderNo;
  return same ? null : merged;
}
