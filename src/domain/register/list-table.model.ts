import type { CellProblem, ListedServant } from './import.model.ts';

/** A cell of a table as a file holds it, before anything is made of it. */
export type ListCell =
  | string
  | number
  | boolean
  /** A cell formatted as a date; `date` is null where the calendar has none. */
  | { readonly kind: 'date'; readonly date: string | null; readonly shown: string }
  /** «#REF!» and the like. */
  | { readonly kind: 'error'; readonly shown: string }
  /** A formula without the value it gave last. */
  | { readonly kind: 'formula'; readonly shown: string };

export interface ListRow {
  /** As the sheet shows it, from 1. */
  readonly row: number;
  /** By column, from 0; a hole is an empty cell. */
  readonly cells: readonly (ListCell | undefined)[];
}

/** Cells that are one on the screen: rows from 1, columns from 0, all inclusive. */
export interface ListMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet: its rows that hold anything, from above. */
export interface ListTable {
  /** Name of the sheet; '' of a CSV file and of pasted lines. */
  readonly sheet: string;
  readonly rows: readonly ListRow[];
  readonly merges: readonly ListMerge[];
}

/** What a list was read as. */
export interface ReadList {
  /** Name of the sheet read; '' of a CSV file and of pasted lines. */
  readonly sheet: string;
  /** Other sheets with the headings of a list, passed over. */
  readonly passedOver: readonly string[];
  /** Rows with a person in them, good and bad. */
  readonly rows: number;
  /** The good ones. */
  readonly listed: readonly ListedServant[];
  /** At most LISTED_PROBLEMS, those that stop first, each kind from above. */
  readonly problems: readonly CellProblem[];
  readonly problemsInAll: number;
  /** Problems that keep the list from being taken. */
  readonly stopping: number;
  /** Headings that no field is known for; their columns are passed over. */
  readonly unknownHeadings: readonly string[];
}

/** Problems that are kept of one list; more nobody reads at once. */
export const LISTED_PROBLEMS = 200;
