import type { RuleBook } from '../rules/model.ts';
import type { Sweep } from './sweep.model.ts';

/** Lines on a page of a digest; what is longer brings its file along. */
export const DIGEST_PAGE = 7;

export interface DigestRun {
  readonly rules: RuleBook;
  /** Local date YYYY-MM-DD of the morning. */
  readonly today: string;
  readonly sweep: Sweep;
  /** Telegram ids of OPERATOR_IDS. */
  readonly operatorIds: readonly number[];
  /** Finds everything and writes nothing. */
  readonly dryRun?: boolean;
}

export interface DigestCounts {
  /** Digests owed by this run. */
  readonly digests: number;
  /** People of the registers of whom they speak, each once. */
  readonly people: number;
  /** Officers passed over: they have this morning's already, or nothing can be delivered to them. */
  readonly skipped: number;
}
