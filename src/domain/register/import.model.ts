import type { Result } from '../shared/result.ts';
import type { RecordFacts, RegisterRefusal, ServantFacts } from './model.ts';

/** One line of a list, read and checked; what the list has no column for is left out. */
export interface ListedServant {
  /** Name of the sheet and number of the row, as the sheet shows it (from 1). */
  readonly sheet: string;
  readonly row: number;
  /** Number in the register, of an exported list. */
  readonly servant: number | null;
  /** The facts the list speaks of; an empty cell is a null. */
  readonly facts: Partial<ServantFacts> & { readonly name: string };
  /** Histories the list speaks of: entries to be there, each added unless the register has it. */
  readonly records: readonly RecordFacts[];
}

/** Why a cell is wrong: a key of list.json («cell.…»); each says what to write instead. */
export type CellProblemCode =
  | 'nameMissing'
  | 'nameLong'
  | 'textLong'
  | 'dateUnclear'
  | 'dateMissing'
  | 'dateFuture'
  | 'dateOld'
  | 'dateOrder'
  | 'groupUnknown'
  | 'rankUnknown'
  | 'numberUnclear'
  | 'yesNoUnclear'
  | 'formula'
  | 'errorValue'
  | 'merged'
  | 'duplicate'
  | 'ambiguous'
  | 'unknownNumber'
  | 'columnUnknown';

export interface CellProblem {
  readonly sheet: string;
  /** As the sheet shows it, from 1. */
  readonly row: number;
  /** Letter of the column («C») and its heading as typed; null: of the whole row. */
  readonly column: { readonly letter: string; readonly heading: string } | null;
  /** What stands there, cut to 60 characters. */
  readonly value: string;
  readonly code: CellProblemCode;
  /** What the sentence names: another row's number, the accepted values. */
  readonly values: Readonly<Record<string, string | number>>;
  /** `false`: only to be looked at; the list can be taken all the same. */
  readonly stops: boolean;
}

/** Why a file is no list at all: a code of errors.json («list.…»). */
export type ListRefusalCode =
  | 'list.notASpreadsheet'
  | 'list.oldExcel'
  | 'list.encrypted'
  | 'list.pdf'
  | 'list.damaged'
  | 'list.tooLarge'
  | 'list.tooManyRows'
  | 'list.tooManyCells'
  | 'list.empty'
  | 'list.noHeader'
  | 'list.columnsMissing'
  | 'list.columnTwice'
  | 'list.encoding'
  | 'list.foreign';

export interface ListRefusal {
  readonly code: ListRefusalCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Rows of one list; a body of the whole country has some hundreds. */
export const LIST_ROWS = 10_000;
/** Bytes of a list as it is sent: 10 000 people with every column take some 2 MB. */
export const LIST_BYTES = 10 * 1024 * 1024;

/**
 * One field as it is and as the list says, without words of a language: dates YYYY-MM-DD, a group's
 * code, codes of documents parted by commas (empty: none), yes | no; null: not known.
 */
export interface FieldChange {
  readonly field: keyof ServantFacts;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a list would do to the register. Counts are whole; samples are the first few, for the screen. */
export interface ImportPreview {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  readonly same: number;
  readonly problems: readonly CellProblem[];
  /** There are more problems than listed (at most 200 are). */
  readonly problemsInAll: number;
  readonly samples: {
    readonly added: readonly { readonly name: string; readonly position: string | null }[];
    readonly changed: readonly {
      readonly servant: number;
      readonly name: string;
      readonly fields: readonly FieldChange[];
      readonly records: readonly RecordFacts[];
    }[];
    readonly gone: readonly { readonly servant: number; readonly name: string }[];
  };
  /** Headings that no field is known for; their columns are passed over. */
  readonly unknownHeadings: readonly string[];
}

/** A file as it was sent, or lines pasted into the chat. */
export type ListSource =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'lines'; readonly text: string };

/** A list to be read against one register. */
export interface ListRequest {
  readonly orgId: number;
  readonly source: ListSource;
  /** Local date. */
  readonly today: string;
}

/** A list checked, and the edition of the register it was checked against. */
export interface CheckedList {
  readonly edition: number;
  readonly preview: ImportPreview;
}

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  readonly same: number;
}

/** All that an import writes, ready to be written batch by batch. */
export interface ImportPlan {
  /** The edition it was reckoned from. */
  readonly edition: number;
  readonly counts: ImportCounts;
  /** Problems that stop the list: then there are no batches. */
  readonly stopping: number;
  /** Everybody the register would hold then, those who left too. */
  readonly people: number;
  /** How many numbers of the register the people added need. */
  readonly numbers: number;
  /** JSON of one PlanBatch each, in UTF-8: half of what a text of Cyrillic takes. */
  readonly batches: readonly Uint8Array[];
}

/** Reads lists in a worker thread on one snapshot of the database; rejects when the thread dies. */
export interface ListWorker {
  check(request: ListRequest): Promise<Result<CheckedList, ListRefusal>>;
  /** `goneOn`: those who are not in the list left on that local date; null: they stay. */
  plan(
    request: ListRequest & { readonly goneOn: string | null },
  ): Promise<Result<ImportPlan, ListRefusal>>;
}

export type ImportState = 'checked' | 'writing' | 'applied' | 'undoing' | 'undone' | 'dropped';

/** A list sent in, as screens ask for it. */
export interface StaffImport {
  readonly importId: number;
  readonly state: ImportState;
  /** Milliseconds since 1970, of the check. */
  readonly at: number;
  /** null: lines pasted into the chat */
  readonly fileName: string | null;
  readonly counts: ImportCounts;
  /** Local date on which those who were not in the list left; null: they stayed. */
  readonly goneOn: string | null;
  /** The change of the register it made; null: none, or undone since. */
  readonly changeId: number | null;
}

/** Codes of errors.json. */
export type ImportRefusal =
  | RegisterRefusal
  | ListRefusal
  | { readonly code: 'register.listHasProblems'; readonly values: { readonly n: number } };
