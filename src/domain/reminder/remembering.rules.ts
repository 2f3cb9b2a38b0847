import { type Row, TOLD, type Value } from './sweep-row.rules.ts';

/** So many meanings are remembered at most: the memory stays the same however many people there are. */
const REMEMBERED = 50_000;

/** Branches by the value of one column after the other; a row that was met before costs no more. */
type Branch<Meaning> = Map<Value, Branch<Meaning> | Meaning>;

/** People of one date and one past mean the same: it is reckoned once. */
export function remembering<Meaning extends object>(
  meaning: (row: Row) => Meaning,
): (row: Row) => Meaning {
  const untold: Branch<Meaning> = new Map();
  const told: Branch<Meaning> = new Map();
  let known = 0;
  return (row) => {
    const isTold = row[row.length - TOLD] !== null;
    const last = row.length - 1 - (isTold ? 0 : TOLD);
    let branch = isTold ? told : untold;
    for (let n = 1; n < last; n += 1) {
      const value = short(row[n] as Value);
      let next = branch.get(value) as Branch<Meaning> | undefined;
      if (!next) {
        next = new Map();
        branch.set(value, next);
      }
      branch = next;
    }
    const value = short(row[last] as Value);
    const before = branch.get(value) as Meaning | undefined;
    if (before) return before;
    const fresh = meaning(row);
    branch.set(value, fresh);
    known += 1;
    if (known > REMEMBERED) {
      untold.clear();
      told.clear();
      known = 0;
    }
    return fresh;
  };
}

const DASH = 45;
const ZERO = 48;

/** A date as the whole number YYYYMMDD, all else as it is: a map finds numbers several times as fast. */
function short(value: Value): Value {
  if (typeof value !== 'string' || value.length !== 10) return value;
  if (value.charCodeAt(4) !== DASH || value.charCodeAt(7) !== DASH) return value;
  const digit = (n: number) => value.charCodeAt(n) - ZERO;
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  return year * 10_000 + digit(5) * 1000 + digit(6) * 100 + digit(8) * 10 + digit(9);
}
