import type { Reader, Tx } from '../shared/database.ts';

export const boundTo = (reader: Reader, chatId: number) =>
  reader.boundGroup.findUnique({ where: { chatId: BigInt(chatId) } });

/** A commission has one group: another binding takes its place. */
export async function bind(
  tx: Tx,
  binding: { commissionId: number; chatId: number; isForum: boolean; at: number; by: number },
): Promise<void> {
  const group = {
    chatId: BigInt(binding.chatId),
    isForum: binding.isForum,
    boundAt: BigInt(binding.at),
    boundBy: binding.by,
  };
  await tx.boundGroup.upsert({
    where: { commissionId: binding.commissionId },
    create: { commissionId: binding.commissionId, ...group },
    update: group,
  });
}

/** Returns the commission that had the group; null: none. */
export async function unbind(tx: Tx, chatId: number): Promise<number | null> {
  const group = await boundTo(tx, chatId);
  if (!group) return null;
  await tx.boundGroup.delete({ where: { commissionId: group.commissionId } });
  await tx.groupTopic.deleteMany({ where: { chatId: BigInt(chatId) } });
  return group.commissionId;
}

/** Topics of the old chat do not exist in the new one. */
export async function move(tx: Tx, from: number, to: number): Promise<void> {
  await tx.boundGroup.update({ where: { chatId: BigInt(from) }, data: { chatId: BigInt(to) } });
  await tx.groupTopic.deleteMany({ where: { chatId: BigInt(from) } });
  await tx.outboxCard.updateMany({
    where: { chatId: BigInt(from) },
    data: { chatId: BigInt(to), messageId: null, threadId: null },
  });
}
