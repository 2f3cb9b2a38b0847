import type { Tx } from '../shared/database.ts';

/**
 * Removes what identifies a person. The row stays without name and account, because frozen documents
 * and the history name people by id.
 */
export async function erase(
  tx: Tx,
  person: { id: number; telegramId: bigint | null },
  at: number,
): Promise<void> {
  const { id, telegramId } = person;
  await tx.person.update({
    where: { id },
    data: { name: '', telegramId: null, unreachableAt: null, erasedAt: BigInt(at) },
  });
  await tx.openCard.deleteMany({ where: { personId: id } });
  await tx.outboxMessage.deleteMany({ where: { personId: id } });
  await tx.outboxCard.deleteMany({ where: { personId: id } });
  if (telegramId === null) return;
  await tx.invitationOpening.deleteMany({ where: { telegramId } });
  await tx.inboxUpdate.deleteMany({ where: { chatId: telegramId } });
  await tx.cardMessage.deleteMany({ where: { chatId: telegramId } });
  await tx.conversationState.deleteMany({ where: { key: { contains: String(telegramId) } } });
}
