import type { RankGrade } from '../register/model.ts';
import type { Localised } from '../shared/language.ts';

/** A rule with no beginning known. */
export const ALWAYS = '0001-01-01';

/**
 * Codes of the rules that dates are reckoned by. The others the operator sees and may fill in:
 * `known` tells which speak.
 */
export type RuleCode =
  /** Training at least once in this period; due by. */
  | 'training'
  /** Attestation not more often than once in this period; possible from. */
  | 'attestation'
  /** The first class rank not before this time after the appointment; possible from. */
  | 'first-rank'
  /** The same for positions of the highest group. */
  | 'first-rank.highest'
  /** Service needed for adviser and for counsellor ranks; possible from. */
  | 'service.adviser'
  | 'service.counsellor'
  /** Declaration of income and property by this day of each year; due by. */
  | 'income-declaration'
  /** Time in this rank before the next; possible from. Empty as shipped. */
  | `time-in-rank.${RankGrade}`
  /** Empty as shipped, and silent until filled: shown so that what is not known is seen. */
  | 'interest-declaration'
  | 'probation'
  | 'rotation'
  | 'reserve-validity'
  | 'penalty-lapse';

export type RuleUnit = 'years' | 'months' | 'days' | 'yearly';

/** official: the text was seen; reported: known from the press; empty: not known, silent. */
export type RuleStatus = 'official' | 'reported' | 'empty';

/** One version of one rule. Local dates YYYY-MM-DD; `validTo` is the last day. */
export interface Rule {
  readonly id: number;
  readonly code: RuleCode;
  readonly direction: 'due-by' | 'possible-from';
  /** A whole number of `unit`; of `yearly` month * 100 + day. null: not known. */
  readonly value: number | null;
  readonly unit: RuleUnit;
  /** Act, number, date, point as far as seen; where it is known from. */
  readonly basis: Localised;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly status: RuleStatus;
  /** Name as typed and local date; null: nobody has. */
  readonly verified: { readonly by: string; readonly on: string } | null;
}

/** Every version of every rule, each code's in the order of time. */
export type RuleBook = ReadonlyMap<RuleCode, readonly Rule[]>;

/** Codes of errors.json. */
export type RuleRefusal = {
  readonly code:
    | 'rule.unknown'
    | 'rule.empty'
    | 'rule.byMissing'
    | 'rule.dayWrong'
    | 'rule.fromWrong'
    | 'rule.valueWrong'
    | 'rule.basisMissing';
  readonly values?: Readonly<Record<string, string | number>>;
};
