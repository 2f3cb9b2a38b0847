import type { OperatorScope } from '../access/model.ts';
import type { Reader } from '../shared/database.ts';
import { groupOf, submissionToAnnounce } from './review.store.ts';

/** All that leaves the private chats: organisation, number and status. No names, no answers. */
export interface PublicStatus {
  readonly number: string;
  readonly orgId: number;
  readonly orgName: string;
  readonly status: 'waiting' | 'opened' | 'withdrawn';
  readonly late: boolean;
}

async function statusOf(
  reader: Reader,
  submissionId: number,
): Promise<(PublicStatus & { readonly commissionId: number }) | null> {
  const view = await submissionToAnnounce(reader, submissionId);
  if (!view) return null;
  const { number, orgId, orgName, late, commissionId } = view;
  const status =
    view.withdrawnAt !== null ? 'withdrawn' : view.openedAt === null ? 'waiting' : 'opened';
  return { number, orgId, orgName, status, late, commissionId };
}

/** For the group a commission works in; null: the chat is not, or no longer, that group. */
export async function statusForGroup(
  reader: Reader,
  submissionId: number,
  chatId: number,
): Promise<(PublicStatus & { readonly isForum: boolean }) | null> {
  const found = await statusOf(reader, submissionId);
  const group = found && (await groupOf(reader, found.commissionId));
  if (!group || group.chatId !== chatId) return null;
  const { number, orgId, orgName, status, late } = found;
  return { number, orgId, orgName, status, late, isForum: group.isForum };
}

/** For an operator, who can invite a member but sees no answers. */
export const statusForOperator = (
  reader: Reader,
  _scope: OperatorScope,
  submissionId: number,
): Promise<(PublicStatus & { readonly commissionId: number }) | null> =>
  statusOf(reader, submissionId);
