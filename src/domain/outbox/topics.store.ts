import type { Reader, Tx } from '../shared/database.ts';

/** The organisation's topic in a forum; null: it has none yet. */
export async function topicOf(
  reader: Reader,
  chatId: number,
  orgId: number,
): Promise<number | null> {
  const topic = await reader.groupTopic.findUnique({ where: { chatId_orgId: { chatId, orgId } } });
  return topic?.threadId ?? null;
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

/**
 * A group became a supergroup: what is owed to it follows, except a card that the new chat has by now.
 * Its old messages stay behind.
 */
export async function moveGroup(tx: Tx, from: number, to: number): Promise<void> {
  await tx.outboxMessage.updateMany({ where: { chatId: from }, data: { chatId: to } });
  const there = await tx.outboxCard.findMany({ where: { chatId: to }, select: { subject: true } });
  const subjects = there.map(({ subject }) => subject);
  await tx.outboxCard.deleteMany({ where: { chatId: from, subject: { in: subjects } } });
  await tx.outboxCard.updateMany({
    where: { chatId: from },
    data: { chatId: to, messageId: null, threadId: null },
  });
  await tx.groupTopic.deleteMany({ where: { chatId: from } });
}
