import type { Reply, Visit } from '../../chat/visit.ts';
import type { ImportRefusal } from '../../domain/register/import.model.ts';
import { said } from './keeper.ts';

/** Why nothing was done, with the cure; below it what is shown instead. */
export const refusal = (
  visit: Visit,
  { code, values }: ImportRefusal,
  present: Reply = {},
): Reply => ({ ...present, ...said(visit, visit.t.plain(`errors:${code}`, values)) });
