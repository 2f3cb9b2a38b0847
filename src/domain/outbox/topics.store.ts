import type { Reader, Tx } from '../shared/database.ts';

/** Is the bound group a forum, and which topic is the organisation's? */
export async function topicOf(
  reader: Reader,
  chatId: number,
  orgId: number,
): Promise<{ readonly isForum: boolean; readonly threadId: number | null }> {
  const group = await reader.boundGroup.findUnique({ where: { chatId } });
  if (!group?.isForum) return { isForum: false, threadId: null };
  const topic = await reader.groupTopic.findUnique({ where: { chatId_orgId: { chatId, orgId } } });
  return { isForum: true, threadId: topic?.threadId ?? null };
}

export async function saveTopic(
  tx: Tx,
  chatId: number,
  orgId: number,
  threadId: number,
): Promise<void> {
  await tx.groupTopic.upsert({
    where: { chatId_orgId: { chatId, orgId } },
    create: { chatId, orgId, threadId },
    update: { threadId },
  });
}

/** A group became a supergroup: everything addressed to it follows. Its old messages stay behind. */
export async function moveGroup(tx: Tx, from: number, to: number): Promise<void> {
  await tx.boundGroup.updateMany({ where: { chatId: from }, data: { chatId: to } });
  await tx.outboxMessage.updateMany({ where: { chatId: from }, data: { chatId: to } });
  await tx.outboxCard.updateMany({
    where: { chatId: from },
    data: { chatId: to, messageId: null },
  });
  await tx.groupTopic.deleteMany({ where: { chatId: from } });
}
