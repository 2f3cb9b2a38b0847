import { addDays } from '../shared/local-date.ts';
import type { Localised } from '../shared/language.ts';
import { isLocalDate } from '../shared/local-date.ts';
import {
  ALWAYS,
  type Rule,
  type RuleBook,
  type RuleCode,
  type RuleRefusal,
  type RuleUnit,
} from './model.ts';

/** Name of whoever saw the act, and the local date. */
export interface Verification {
  readonly by: string;
  readonly on: string;
}

/** What an operator fills in. */
export interface Filling extends Verification {
  readonly value: number;
  readonly unit: RuleUnit;
  readonly basis: Localised;
  /** null: as far back as one asks where nothing was known before, else from today. */
  readonly validFrom: string | null;
}

/** Longest interval taken: nobody serves longer, and no date leaves four figures of a year. */
const LONGEST = { years: 60, months: 720, days: 21_900 } as const;
export const NAME_MAX = 100;
export const BASIS_MAX = 500;
/** A leap year, so that a rule may name 29 February. */
const LEAP = '2028';

/** The codes' versions as a book. `rules`: each code's in the order of time. */
export function bookOf(rules: readonly Rule[]): RuleBook {
  const book = new Map<RuleCode, Rule[]>();
  for (const rule of rules) {
    const versions = book.get(rule.code);
    if (versions) versions.push(rule);
    else book.set(rule.code, [rule]);
  }
  return book;
}

/** Month * 100 + day as a day of the calendar. */
const isDayOfYear = (value: number): boolean => {
  const text = String(value).padStart(4, '0');
  return text.length === 4 && isLocalDate(`${LEAP}-${text.slice(0, 2)}-${text.slice(2)}`);
};

/** Whether a value can be one of its unit: 1 to 60 years and so on, or a day of the year. */
export const isInterval = (value: number, unit: RuleUnit): boolean =>
  Number.isInteger(value) &&
  (unit === 'yearly' ? isDayOfYear(value) : value >= 1 && value <= LONGEST[unit]);

/** What is wrong with a name and a day typed for a verification; null: nothing. */
export function verificationProblem({ by, on }: Verification, today: string): RuleRefusal | null {
  if (by === '' || by.length > NAME_MAX) return { code: 'rule.byMissing' };
  if (!isLocalDate(on) || on > today) return { code: 'rule.dayWrong', values: { date: on } };
  return null;
}

/** What is wrong with a filling of a rule whose dates are counted in `unit`; null: nothing. */
export function fillingProblem(
  filling: Filling,
  unit: RuleUnit,
  today: string,
): RuleRefusal | null {
  if (
    (filling.unit === 'yearly') !== (unit === 'yearly') ||
    !isInterval(filling.value, filling.unit)
  )
    return { code: 'rule.valueWrong', values: { value: filling.value } };
  const { ky, ru, en } = filling.basis;
  if ([ky, ru, en].some((text) => text === '' || text.length > BASIS_MAX))
    return { code: 'rule.basisMissing' };
  if (filling.validFrom !== null && !isLocalDate(filling.validFrom))
    return { code: 'rule.fromWrong', values: { date: filling.validFrom } };
  return verificationProblem(filling, today);
}

export const verifiedVersion = (rule: Rule, { by, on }: Verification): Rule => ({
  ...rule,
  status: 'official',
  verified: { by, on },
});

/** What a filling does to a code's versions. */
export interface NewVersion {
  /** Its id is 0 when it is a row of its own, else the row whose place it takes. */
  readonly version: Rule;
  /** The one before, which now ends the day before; null: none does. */
  readonly closed: Rule | null;
}

/**
 * Puts a filling among the versions of its code (at least one, in the order of time): the one before
 * it ends the day before it begins, and it ends where the next begins. One that begins on the same
 * day is replaced.
 */
export function newVersion(versions: readonly Rule[], filling: Filling, today: string): NewVersion {
  const { value, unit, basis, by, on } = filling;
  const known = versions.some((version) => version.value !== null);
  const validFrom = filling.validFrom ?? (known ? today : ALWAYS);
  const same = versions.find((version) => version.validFrom === validFrom);
  const before = versions.findLast((version) => version.validFrom < validFrom);
  const after = versions.find((version) => version.validFrom > validFrom);
  const first = versions[0];
  if (!first) throw new Error('A rule without versions cannot be filled.');
  const version: Rule = {
    id: same?.id ?? 0,
    code: first.code,
    direction: first.direction,
    value,
    unit,
    basis,
    validFrom,
    validTo: same ? same.validTo : after ? addDays(after.validFrom, -1) : null,
    status: 'official',
    verified: { by, on },
  };
  const eve = addDays(validFrom, -1);
  const overlaps = before && (before.validTo === null || before.validTo > eve);
  return { version, closed: overlaps ? { ...before, validTo: eve } : null };
}

/** The book as it would be. */
export function bookWith(book: RuleBook, changed: readonly Rule[]): RuleBook {
  const after = new Map(book);
  for (const rule of changed) {
    const others = (after.get(rule.code) ?? []).filter(({ id }) => id !== rule.id);
    after.set(
      rule.code,
      [...others, rule].toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1)),
    );
  }
  return after;
}
