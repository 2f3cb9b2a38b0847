import { addDays } from '../shared/local-date.ts';
import { addInterval } from './interval.rules.ts';
import type { Rule } from './model.ts';

/** A date that a rule gives, and the version that gives it. */
export interface RuleDate {
  readonly on: string;
  readonly rule: Rule;
}

/** The last day of a rule that is still valid. */
export const FOR_EVER = '9999-12-31';

const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);

/**
 * The date that the versions of one rule give for `base`. On a day the version in force on that day
 * obliges (or permits) when base and its interval are not after it. Days on which that holds form
 * spans; spans that touch are one. The date is the first day of the span that contains `today`, else
 * of the first span after it. `until`: days after it do not count. null: no such span.
 */
export function ruleDate(
  versions: readonly Rule[],
  base: string,
  today: string,
  until: string = FOR_EVER,
): RuleDate | null {
  let open: (RuleDate & { to: string }) | null = null;
  for (const rule of versions) {
    if (rule.value === null) continue;
    const on = later(addInterval(base, rule.value, rule.unit), rule.validFrom);
    const to = earlier(rule.validTo ?? FOR_EVER, until);
    if (on > to) continue;
    if (open && addDays(open.to, 1) === on) {
      open.to = to;
      continue;
    }
    if (open && open.to >= today) break;
    open = { on, rule, to };
  }
  return open && open.to >= today ? { on: open.on, rule: open.rule } : null;
}
