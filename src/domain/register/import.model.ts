import type { RecordFacts, ServantFacts } from './model.ts';

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

/** Why a cell is wrong: a key of staff.json («cell.…»); each says what to write instead. */
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

/** One field as it is and as the list says; what stands in both are the words of export cells. */
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
