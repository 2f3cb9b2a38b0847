import type { OrganisationScope } from '../access/model.ts';
import { addRecord } from '../register/keeping.service.ts';
import type { RegisterRefusal } from '../register/model.ts';
import type { Result } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import type { DueKind } from './model.ts';

/** What was done about something due. */
export interface Deed {
  /** Local date YYYY-MM-DD. */
  readonly date: string;
  readonly orderNo: string | null;
  /** Of a training its kind or own words, of a rank its RankCode. */
  readonly what?: string | null;
  /** Of a training. */
  readonly hours?: number | null;
}

/**
 * Ticks off something due: the deed goes into the person's history, from which the next date follows.
 * Undone like every change of the register, by its `changeId`. `today` is a local date.
 */
export const markDone = (
  work: Work,
  scope: OrganisationScope,
  servant: number,
  kind: DueKind,
  { date, orderNo, what = null, hours = null }: Deed,
  today: string,
): Promise<Result<{ readonly changeId: number }, RegisterRefusal>> =>
  addRecord(work, scope, servant, { kind, date, what, hours, orderNo }, today);
