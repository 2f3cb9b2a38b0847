import type { ListedServant } from './import.model.ts';
import type { RecordFacts, Servant, StaffRecord } from './model.ts';
import type { ServantRow } from './row.rules.ts';

/** Everybody in force with his histories, left people too, at one edition. */
export interface RegisterImage {
  readonly edition: number;
  readonly servants: readonly Servant[];
  readonly records: ReadonlyMap<number, readonly StaffRecord[]>;
}

/** One line of a list and the person of the register it speaks of; null: nobody yet. */
export interface Pairing {
  readonly listed: ListedServant;
  readonly known: Servant | null;
}

/** What a list does to one person. */
export interface ServantChange {
  readonly before: Servant;
  readonly after: Servant;
  /** Entries his histories gain, or have in place of those that end. */
  readonly records: readonly RecordFacts[];
  /** Ids of entries replaced by a fuller or corrected one. */
  readonly ended: readonly number[];
}

export interface NewServant {
  readonly servant: Omit<Servant, 'servant'>;
  readonly records: readonly RecordFacts[];
}

export interface RegisterDiff {
  readonly added: readonly NewServant[];
  readonly changed: readonly ServantChange[];
  /** Serving people whom the list does not name. */
  readonly gone: readonly Servant[];
  readonly same: number;
}

/**
 * Rows to be written in one transaction. A `servant` of 0 or less stands for the person's number:
 * -n is the (n + 1)th of the numbers taken for this import.
 */
export interface PlanBatch {
  readonly servants: readonly ServantRow[];
  readonly records: readonly (RecordFacts & { readonly servant: number })[];
  /** Numbers of people whose present row ends. */
  readonly closed: readonly number[];
  /** Ids of entries of histories that end. */
  readonly ended: readonly number[];
}
