import type { Dialog, Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import type { Kept } from '../../domain/register/keeping.service.ts';
import type { RegisterRefusal } from '../../domain/register/model.ts';
import { personCard } from './person.ts';
import { refusal } from './refusals.ts';

/** Refusals of what was typed: another answer to the same question mends them. */
const TYPED: ReadonlySet<RegisterRefusal['code']> = new Set([
  'register.nameMissing',
  'register.nameLong',
  'register.textLong',
  'register.dateFuture',
  'register.dateOld',
  'register.dateOrder',
]);

/** Why nothing was changed; `again` asks the question once more where another answer helps. */
export const unchanged = (visit: Visit, error: RegisterRefusal, again: Dialog | null): Reply =>
  refusal(visit, error, again && TYPED.has(error.code) ? { dialog: again } : {});

/** The person's card under the receipt (Telegram HTML) of what was just changed. */
export async function changed(
  visit: Visit,
  scope: OrganisationScope,
  servant: number,
  kept: Kept,
  receipt: string,
  again: Dialog | null = null,
): Promise<Reply> {
  if (!kept.ok) return unchanged(visit, kept.error, again);
  const { changeId } = kept.value;
  return personCard(visit, scope, servant, { text: receipt, changeId });
}
