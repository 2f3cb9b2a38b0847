/** Groups of administrative positions, from the highest (register of positions; Res. No 189 of 2022). */
export const POSITION_GROUPS = ['highest', 'main', 'senior', 'junior'] as const;
export type PositionGroup = (typeof POSITION_GROUPS)[number];

/** The eight documents of a personal file that the memo names (direction 12, item 12.4), in its order. */
export const FILE_DOCUMENTS = [
  'inventory',
  'reserve',
  'referral',
  'questionnaire',
  'record-sheet',
  'biography',
  'education',
  'orders',
] as const;
export type FileDocument = (typeof FILE_DOCUMENTS)[number];

/** The two lines of class ranks: state civil service and municipal service. */
export const RANK_LINES = ['state', 'municipal'] as const;
export type RankLine = (typeof RANK_LINES)[number];

/** Class ranks of either line, from the lowest (UP No 308 of 30.12.2016, list of ranks). */
export const RANK_GRADES = [
  'junior-inspector',
  'inspector-3',
  'inspector-2',
  'inspector-1',
  'adviser-3',
  'adviser-2',
  'adviser-1',
  'counsellor-3',
  'counsellor-2',
  'counsellor-1',
] as const;
export type RankGrade = (typeof RANK_GRADES)[number];
/** For example "municipal.adviser-3". */
export type RankCode = `${RankLine}.${RankGrade}`;

export const RECORD_KINDS = [
  'training',
  'rank',
  'attestation',
  'reward',
  'penalty',
  'declaration',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Kinds of training (Res. No 462 of 2014: two kinds); a list may name another in its own words. */
export const TRAINING_KINDS = ['retraining', 'upskilling'] as const;

/** Dates are local, YYYY-MM-DD, everywhere. What is not known is null and never guessed. */
export interface ServantFacts {
  readonly name: string;
  readonly position: string | null;
  readonly group: PositionGroup | null;
  readonly category: string | null;
  readonly unit: string | null;
  readonly appointedOn: string | null;
  readonly serviceStart: string | null;
  readonly leftOn: string | null;
  /** Which documents the personal file holds; null: not said. */
  readonly fileDocuments: readonly FileDocument[] | null;
  /** null: not said */
  readonly labourBook: boolean | null;
  /**
   * true: said to have no class rank yet; null: not known, or the histories have one. A list that names
   * a rank says false; nobody is stored so.
   */
  readonly noRank: boolean | null;
  /** Entered by hand: counts instead of what the rules give. */
  readonly nextTraining: string | null;
  readonly nextRank: string | null;
  readonly nextAttestation: string | null;
}

/** The newest of each history that dates are reckoned from. */
export interface Newest {
  readonly trainedOn: string | null;
  readonly rank: RankCode | null;
  readonly rankedOn: string | null;
  readonly attestedOn: string | null;
  readonly declaredOn: string | null;
}

export interface Servant extends ServantFacts, Newest {
  /** The person's own number in the register: the same for ever, never given twice. */
  readonly servant: number;
  readonly orgId: number;
  /** Local date on which he came into the register. */
  readonly knownSince: string;
}

export interface RecordFacts {
  readonly kind: RecordKind;
  readonly date: string;
  /** Of a training one of TRAINING_KINDS or own words, of a rank its RankCode, else own words. */
  readonly what: string | null;
  readonly hours: number | null;
  readonly orderNo: string | null;
}

export interface StaffRecord extends RecordFacts {
  readonly id: number;
}

export type RegisterChangeKind =
  | 'import'
  | 'added'
  | 'corrected'
  | 'recorded'
  | 'left'
  | 'returned'
  | 'removed'
  | 'undone'
  /** Another register's people came in: never undone, nor what was before it where that would wipe them. */
  | 'merged';

/** How long a change can be undone, milliseconds. */
export const UNDO_FOR = 7 * 24 * 3600_000;

/** Codes of errors.json. */
export type RegisterRefusal = {
  readonly code:
    | 'register.unknown'
    | 'register.busy'
    | 'register.nameMissing'
    | 'register.nameLong'
    | 'register.textLong'
    | 'register.rankMissing'
    | 'register.dateFuture'
    | 'register.dateOld'
    | 'register.dateOrder'
    | 'register.notUndoable'
    | 'register.changedSince'
    | 'register.importGone'
    | 'register.full';
  readonly values?: Readonly<Record<string, string | number>>;
};
