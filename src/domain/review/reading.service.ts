import type { CommissionScope } from '../access/model.ts';
import type { FrozenSubmission } from '../assessment/frozen.model.ts';
import { recordOpening } from '../assessment/opened.service.ts';
import { frozenDocument } from '../assessment/paper-source.service.ts';
import { cardSubject } from '../assessment/submission.model.ts';
import { isCard } from '../outbox/cards.service.ts';
import type { Reader } from '../shared/database.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Unit, Work } from '../shared/work.ts';
import type { ReviewRefusal, ReviewView } from './model.ts';
import { findForCommission, listForCommission } from './review.store.ts';

/** What a member has to look at: assigned to him, or to nobody; the chair sees all. */
export async function reviewList(
  reader: Reader,
  scopes: readonly CommissionScope[],
): Promise<ReviewView[]> {
  const all = await listForCommission(reader, scopes);
  return all.filter(({ assignedTo, commissionId }) =>
    scopes.some(
      (scope) =>
        scope.commissionId === commissionId &&
        (scope.as === 'chair' || assignedTo === null || assignedTo === scope.personId),
    ),
  );
}

/** What a card says of a submission, without opening it. `document` is null once it is withdrawn. */
export async function forCard(
  reader: Reader,
  scopes: readonly CommissionScope[],
  submissionId: number,
): Promise<{ readonly view: ReviewView; readonly document: FrozenSubmission | null } | null> {
  const view = await findForCommission(reader, scopes, submissionId);
  if (!view) return null;
  const gone = view.withdrawnAt !== null;
  return { view, document: gone ? null : await frozenDocument(reader, submissionId) };
}

export interface OpenSubmission {
  readonly view: ReviewView;
  readonly document: FrozenSubmission;
}

/**
 * Finds a submission for a member and, when nobody did before, opens it: from then on it cannot be
 * withdrawn. Whatever a member gets to see or download of it goes through here.
 */
export async function enter(
  unit: Unit,
  scopes: readonly CommissionScope[],
  submissionId: number,
): Promise<Result<ReviewView, ReviewRefusal>> {
  const view = await findForCommission(unit.tx, scopes, submissionId);
  if (!view) return refused({ code: 'review.foreign' });
  if (view.withdrawnAt !== null) {
    return refused({ code: 'review.withdrawn', values: { number: view.number } });
  }
  if (view.openedAt !== null) return ok(view);
  await recordOpening(unit, view);
  return ok({ ...view, openedAt: unit.at, openedBy: unit.actorId });
}

/**
 * A member opens a submission; every opening is audited with the organisation. `onCard`: the message
 * pressed was a card, which stays and gets its buttons back.
 */
export const openSubmission = (
  work: Work,
  scopes: readonly CommissionScope[],
  submissionId: number,
  pressed: number | null,
): Promise<Result<OpenSubmission & { readonly onCard: boolean }, ReviewRefusal>> =>
  work.run(async (unit) => {
    const entered = await enter(unit, scopes, submissionId);
    if (!entered.ok) return entered;
    const { value: view } = entered;
    await unit.audit({
      action: 'submission.read',
      subject: `submission:${submissionId}`,
      orgId: view.orgId,
    });
    const subject = cardSubject(submissionId);
    const personId = unit.actorId;
    const onCard =
      pressed !== null && (await isCard(unit.tx, { personId, messageId: pressed, subject }));
    if (onCard) await unit.refreshCard({ to: { personId }, kind: 'review.submission', subject });
    return ok({ view, document: await frozenDocument(unit.tx, submissionId), onCard });
  });

/** A further look into a submission: a direction, an item. */
export async function readSubmission(
  work: Work,
  scopes: readonly CommissionScope[],
  submissionId: number,
): Promise<Result<OpenSubmission, ReviewRefusal>> {
  const found = await findForCommission(work.read, scopes, submissionId);
  const open = found && found.withdrawnAt === null && found.openedAt !== null;
  const entered = open ? ok(found) : await work.run((unit) => enter(unit, scopes, submissionId));
  if (!entered.ok) return entered;
  return ok({
    view: entered.value,
    document: await frozenDocument(work.read, submissionId),
  });
}
