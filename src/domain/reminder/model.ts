import type { RankCode } from '../register/model.ts';
import type { RuleCode, RuleStatus } from '../rules/model.ts';

/** What a person of the register can be due for. */
export const DUE_KINDS = ['training', 'rank', 'attestation', 'declaration'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Of them what the law obliges to; the others become possible and are never overdue. */
export const OWED_KINDS: readonly DueKind[] = ['training', 'declaration'];

/** Of a digest's lines, also the deadline of a monitoring. */
export type ReminderKind = DueKind | 'campaign';

/** What a date was reckoned from. */
export type DueBase =
  | { readonly from: 'trained' | 'ranked' | 'attested'; readonly on: string }
  /** Never trained, or no rank yet: from the appointment. */
  | { readonly from: 'appointed'; readonly on: string }
  | { readonly from: 'service'; readonly on: string }
  /** A day of the year. */
  | { readonly from: 'year'; readonly on: string }
  /** Entered by hand. */
  | { readonly from: 'hand'; readonly on: string };

/** One date of one person, with why (every date explains itself). */
export interface Due {
  readonly kind: DueKind;
  readonly direction: 'due-by' | 'possible-from';
  /** Local date YYYY-MM-DD. */
  readonly on: string;
  readonly base: DueBase;
  /** The version of the rule that gives the date; null: entered by hand. */
  readonly rule: {
    readonly id: number;
    readonly code: RuleCode;
    readonly status: RuleStatus;
  } | null;
  /** Of a class rank the one that may follow, where the register knows the present one; else null. */
  readonly nextRank: RankCode | null;
}

/** A person's due date as lists and digests show it. */
export interface DueLine extends Due {
  readonly orgId: number;
  readonly servant: number;
  readonly name: string;
  readonly position: string | null;
  /** Days from today to the date; negative: past. */
  readonly days: number;
}

/** The deadline of a monitoring in which the organisation has not submitted. */
export interface CampaignLine {
  readonly kind: 'campaign';
  readonly orgId: number;
  readonly campaignId: number;
  readonly assessmentId: number | null;
  readonly title: string;
  readonly on: string;
  readonly days: number;
  readonly answered: number;
  readonly total: number;
}

export type ReminderLine = DueLine | CampaignLine;

/** What was last told of one thing due. */
export interface Told {
  readonly dueOn: string;
  /** null: only put off */
  readonly rung: number | null;
  readonly toldOn: string | null;
  readonly snoozedUntil: string | null;
}

/** When a kind is told: days before the date (falling), then every so many days after it. */
export interface Ladder {
  readonly rungs: readonly number[];
  /** null: not told again after the last rung. */
  readonly everyAfter: number | null;
}

/** Default rungs; an attestation is possible, not owed, and is not repeated. */
export const LADDERS: Readonly<Record<ReminderKind, Ladder>> = {
  training: { rungs: [90, 30, 7, 0], everyAfter: 7 },
  rank: { rungs: [90, 30, 7, 0], everyAfter: 7 },
  attestation: { rungs: [30, 0], everyAfter: null },
  declaration: { rungs: [90, 30, 7, 0], everyAfter: 7 },
  campaign: { rungs: [30, 14, 7, 3, 1, 0], everyAfter: 1 },
};

/** Days ahead that lists look: the longest rung. */
export const HORIZON = 90;

/** Days past the date after which the head is told too, once a week. */
export const ESCALATE_AFTER = 30;

/** The local time from which a morning's digest is owed, and after which it waits for the next working day. */
export const DIGEST_FROM = '09:00';
export const DIGEST_UNTIL = '20:00';
