import type { ItemType, Rating } from '../checklist/model.ts';
import type { Language, Localised } from '../shared/language.ts';

/**
 * The document that submitting freezes (decision 7). Papers are drawn from it alone. Plain JSON;
 * people stand in it by id, so that a name can be erased while the document stays.
 * A change of shape is a new `schema` number with a stored sample in tests/fixtures/frozen.
 */
export interface FrozenSubmission {
  readonly schema: 1 | 2;
  /** For example "2026-0147"; null in a draft, which papers mark ДОЛБООР. */
  readonly number: string | null;
  /** UTC, ISO 8601; of a draft, the moment it was drawn up. */
  readonly submittedAt: string;
  /** The same as a local date, YYYY-MM-DD, and local time, HH:MM, in the service's time zone. */
  readonly submittedOn: string;
  readonly submittedTime: string;
  readonly submittedBy: number;
  /** The head who confirmed in the bot; null when nobody did. */
  readonly confirmedBy: number | null;
  /** Sent after the campaign's deadline. */
  readonly late: boolean;
  /** The language answered in. */
  readonly language: Language;
  readonly checklist: {
    readonly id: string;
    readonly edition: string;
    readonly title: Localised;
    readonly preamble: string;
    readonly preambleTranslated: { readonly ru: string; readonly en: string };
  };
  readonly campaign: {
    readonly id: number;
    readonly title: string;
    /** Order number and date on which the monitoring rests, as typed; null when not given. */
    readonly basis: string | null;
    readonly kind: 'planned' | 'unplanned';
    readonly periodFrom: string | null;
    readonly periodTo: string | null;
    readonly opensOn: string;
    readonly deadline: string;
    /** Name of the official paper as set in the campaign («Маалымкат», «Акт»); null: the default. */
    readonly paper: string | null;
    readonly contactPhone: string | null;
    readonly commission: {
      readonly id: number;
      readonly name: string;
      readonly members: readonly { readonly personId: number; readonly post: 'chair' | 'member' }[];
    };
  };
  readonly organisation: {
    readonly id: number;
    readonly name: string;
    readonly kind: 'state' | 'municipal';
    readonly region: string;
    readonly district: string | null;
    /** Heads of the organisation known to the bot; empty: the papers leave a line to sign by hand. */
    readonly heads: readonly number[];
  };
  readonly directions: readonly FrozenDirection[];
  readonly counts: Readonly<Record<Rating, number>> & {
    readonly total: number;
    readonly answered: number;
  };
  /** Mean of the directions' means as an exact fraction; null when nothing counts. */
  readonly score: { readonly numerator: number; readonly denominator: number } | null;
  /** The formula in words. */
  readonly formula: Localised;
  /** Contradictions the officer saw and kept, with her explanation. */
  readonly contradictions: readonly {
    readonly id: string;
    readonly items: readonly string[];
    readonly text: Localised;
    readonly explanation: string | null;
  }[];
  /**
   * Figures of the staff register on that local date; one it does not know of everybody is null. null:
   * the organisation keeps no register, or the document is of schema 1.
   */
  readonly register: {
    readonly on: string;
    readonly people: number | null;
    readonly trainingOverdue: number | null;
    readonly personalFiles: number | null;
    readonly labourBooks: number | null;
  } | null;
}

export interface FrozenDirection {
  readonly number: number;
  readonly slug: string;
  readonly title: Localised;
  readonly heading: Localised;
  readonly memoHeading: string;
  readonly note: Localised | null;
  readonly groups: readonly {
    readonly lead: string | null;
    readonly heading: Localised | null;
    readonly items: readonly FrozenItem[];
  }[];
}

export interface FrozenItem {
  readonly id: string;
  readonly type: ItemType;
  readonly memo: string;
  readonly question: Localised;
  /** null: not answered (only in a draft). */
  readonly rating: Rating | null;
  /** The words on the button pressed: «Ротация болгон эмес», «Болгон, орду толтурулган». */
  readonly answerLabel: Localised | null;
  readonly parts: readonly { readonly label: Localised; readonly ticked: boolean }[];
  readonly numbers: readonly {
    readonly label: Localised;
    readonly value: number | null;
    /** The same by the staff register on that day; null: not known. Absent in schema 1. */
    readonly register?: number | null;
  }[];
  readonly comment: string | null;
  /** Why it is not applicable. A ready phrase in all languages, or the officer's own words. */
  readonly reason: Localised | string | null;
  readonly plan: {
    readonly what: Localised | string | null;
    readonly who: FrozenOwner | null;
    /** YYYY-MM-DD */
    readonly until: string | null;
  } | null;
  readonly evidence: readonly FrozenEvidence[];
  readonly answeredBy: number | null;
  /** UTC, ISO 8601 */
  readonly answeredAt: string | null;
  readonly revision: number;
}

/** Who carries out a plan: the person who answered, the head, or as typed. */
export type FrozenOwner =
  | { readonly kind: 'person'; readonly personId: number }
  | { readonly kind: 'head' }
  | { readonly kind: 'named'; readonly name: string };

export type FrozenEvidence =
  | { readonly kind: 'reference'; readonly text: string }
  | {
      readonly kind: 'file';
      readonly fileId: number;
      readonly name: string;
      /** bytes */
      readonly size: number;
      /** hex SHA-256 of the bytes as received */
      readonly sha256: string;
      readonly caption: string | null;
    };
