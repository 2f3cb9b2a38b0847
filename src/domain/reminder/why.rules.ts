import { addInterval } from '../rules/interval.rules.ts';
import type { Rule, RuleBook } from '../rules/model.ts';
import type { Due } from './model.ts';

/** What a date's explanation says: the facts used, the rule and the arithmetic. */
export interface Why {
  readonly due: Due;
  /** The version of the rule; null: the date was entered by hand. */
  readonly rule: Rule | null;
  /** Base, interval and what they give; null: by hand, or a day of the year. */
  readonly sum: {
    readonly base: string;
    readonly value: number;
    readonly unit: 'years' | 'months' | 'days';
    readonly gives: string;
  } | null;
  /** The sum is older than the rule: the date is the first day on which this version is valid. */
  readonly sinceRule: boolean;
}

/** Why a date is what it is. `rules` are those the date was reckoned by. */
export function why(due: Due, rules: RuleBook): Why {
  const { rule: used, base } = due;
  const rule = (used && rules.get(used.code)?.find(({ id }) => id === used.id)) ?? null;
  if (rule === null || rule.value === null) {
    return { due, rule: null, sum: null, sinceRule: false };
  }
  const { value, unit } = rule;
  if (unit === 'yearly') {
    const day = addInterval(due.on, value, unit);
    return { due, rule, sum: null, sinceRule: day < due.on };
  }
  const gives = addInterval(base.on, value, unit);
  return { due, rule, sum: { base: base.on, value, unit, gives }, sinceRule: gives < due.on };
}
