import type { RuleBook } from '../rules/model.ts';

/** An organisation in which something is to be told on the day of the sweep. */
export interface Swept {
  readonly orgId: number;
  /** How many lines: to be told now, or already told on this day to another officer. */
  readonly lines: number;
  /** Something owed is past by more than ESCALATE_AFTER days, and not put off. */
  readonly late: boolean;
}

/** Finds, off the bot's thread, every organisation with something to tell on a local date. */
export type Sweep = (rules: RuleBook, today: string) => Promise<readonly Swept[]>;
