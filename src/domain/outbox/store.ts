import type { Reader, Tx } from '../shared/database.ts';
import type { OwedCard, OwedMessage } from '../shared/work.ts';
import type { CardRow, MessageRow } from './model.ts';

const recipient = (to: OwedMessage['to']) =>
  'personId' in to ? { personId: to.personId, chatId: 0 } : { personId: 0, chatId: to.chatId };

export async function owe(tx: Tx, message: OwedMessage, now: number): Promise<void> {
  const { personId, chatId } = recipient(message.to);
  const payload = JSON.stringify(message.payload);
  await tx.$executeRaw`
    INSERT INTO "OutboxMessage" ("personId", "chatId", "kind", "payload", "createdAt", "dueAt", "uniqueKey")
    VALUES (${personId}, ${chatId}, ${message.kind}, ${payload}, ${now}, ${message.dueAt ?? now},
      ${message.uniqueKey ?? null})
    ON CONFLICT DO NOTHING`;
}

export async function isOwed(reader: Reader, uniqueKey: string): Promise<boolean> {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT 1 FROM "OutboxMessage" WHERE "uniqueKey" = ${uniqueKey}`;
  return rows.length > 0;
}

export async function refreshCard(tx: Tx, card: OwedCard, now: number): Promise<void> {
  const { personId, chatId } = recipient(card.to);
  await tx.$executeRaw`
    INSERT INTO "OutboxCard" ("personId", "chatId", "subject", "kind", "dueAt")
    VALUES (${personId}, ${chatId}, ${card.subject}, ${card.kind}, ${now})
    ON CONFLICT ("subject", "personId", "chatId")
    DO UPDATE SET "wanted" = "OutboxCard"."wanted" + 1, "dueAt" = ${now}, "failedAt" = NULL`;
}

/** Every recipient who already has a card of this subject gets it redrawn. */
export async function refreshShownCards(tx: Tx, subject: string, now: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxCard" SET "wanted" = "wanted" + 1, "dueAt" = ${now} WHERE "subject" = ${subject}`;
}

const numbered = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  );

/** One process sends (decision 15): whatever is claimed when it starts, it claimed before it died. */
export async function releaseClaims(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxMessage" SET "claimedAt" = NULL
    WHERE "claimedAt" IS NOT NULL AND "sentAt" IS NULL AND "failedAt" IS NULL`;
  await tx.$executeRaw`UPDATE "OutboxCard" SET "claimedAt" = NULL WHERE "claimedAt" IS NOT NULL`;
}

/**
 * Takes the oldest message due of each recipient, of `limit` recipients at most. Somebody whose former
 * message is still on its way waits, so that messages come in their order and nobody's flood takes
 * the places of others.
 */
export async function claimMessages(tx: Tx, now: number, limit: number): Promise<MessageRow[]> {
  const rows = await tx.$queryRaw<Record<string, unknown>[]>`
    UPDATE "OutboxMessage" SET "claimedAt" = ${now}, "attempts" = "attempts" + 1
    WHERE "id" IN (SELECT "id" FROM (
      SELECT "id", "dueAt",
        ROW_NUMBER() OVER (PARTITION BY "personId", "chatId" ORDER BY "dueAt", "id") AS "place"
      FROM "OutboxMessage"
      WHERE "sentAt" IS NULL AND "failedAt" IS NULL AND "dueAt" <= ${now} AND "claimedAt" IS NULL
        AND ("personId", "chatId") NOT IN (SELECT "personId", "chatId" FROM "OutboxMessage"
          WHERE "sentAt" IS NULL AND "failedAt" IS NULL AND "claimedAt" IS NOT NULL)) AS waiting
      WHERE "place" = 1 ORDER BY "dueAt", "id" LIMIT ${limit})
    RETURNING "id", "personId", "chatId", "kind", "payload", "attempts", "createdAt"`;
  return rows.map(numbered) as unknown as MessageRow[];
}

export async function messageSent(tx: Tx, id: number, now: number): Promise<void> {
  await tx.$executeRaw`UPDATE "OutboxMessage" SET "sentAt" = ${now} WHERE "id" = ${id}`;
}

/** A temporary failure: due again later, the claim is given up. */
export async function messagePutOff(tx: Tx, id: number, dueAt: number, failure: string) {
  await tx.$executeRaw`
    UPDATE "OutboxMessage" SET "claimedAt" = NULL, "dueAt" = ${dueAt}, "failure" = ${failure}
    WHERE "id" = ${id}`;
}

/** A permanent failure ends the row. */
export async function messageFailed(tx: Tx, id: number, now: number, failure: string) {
  await tx.$executeRaw`
    UPDATE "OutboxMessage" SET "failedAt" = ${now}, "failure" = ${failure} WHERE "id" = ${id}`;
}

/** As `claimMessages`: one card at a time for each recipient. */
export async function claimCards(tx: Tx, now: number, limit: number): Promise<CardRow[]> {
  const rows = await tx.$queryRaw<Record<string, unknown>[]>`
    UPDATE "OutboxCard" SET "claimedAt" = ${now}, "attempts" = "attempts" + 1
    WHERE "id" IN (SELECT "id" FROM (
      SELECT "id", "dueAt",
        ROW_NUMBER() OVER (PARTITION BY "personId", "chatId" ORDER BY "dueAt", "id") AS "place"
      FROM "OutboxCard"
      WHERE "shown" < "wanted" AND "failedAt" IS NULL AND "dueAt" <= ${now} AND "claimedAt" IS NULL
        AND ("personId", "chatId") NOT IN (SELECT "personId", "chatId" FROM "OutboxCard"
          WHERE "claimedAt" IS NOT NULL)) AS waiting
      WHERE "place" = 1 ORDER BY "dueAt", "id" LIMIT ${limit})
    RETURNING "id", "personId", "chatId", "threadId", "subject", "kind", "wanted", "messageId", "attempts"`;
  return rows.map(numbered) as unknown as CardRow[];
}

export async function cardShown(
  tx: Tx,
  id: number,
  shown: number,
  messageId: number | null,
  threadId: number | null,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxCard" SET "shown" = ${shown}, "messageId" = ${messageId}, "threadId" = ${threadId},
      "claimedAt" = NULL, "attempts" = 0, "failure" = NULL
    WHERE "id" = ${id}`;
}

export async function cardPutOff(tx: Tx, id: number, dueAt: number, failure: string) {
  await tx.$executeRaw`
    UPDATE "OutboxCard" SET "claimedAt" = NULL, "dueAt" = ${dueAt}, "failure" = ${failure}
    WHERE "id" = ${id}`;
}

export async function cardFailed(tx: Tx, id: number, now: number, failure: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxCard" SET "claimedAt" = NULL, "failedAt" = ${now}, "failure" = ${failure}
    WHERE "id" = ${id}`;
}

/** Somebody can be reached again: his cards, which nobody could show him, are due. */
export async function reviveCards(tx: Tx, personId: number, now: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxCard" SET "failedAt" = NULL, "attempts" = 0, "dueAt" = ${now}
    WHERE "personId" = ${personId} AND "failedAt" IS NOT NULL AND "shown" < "wanted"`;
}

/** The same for messages of the time since `since`: each is rendered from what is true by then. */
export async function reviveMessages(tx: Tx, personId: number, since: number, now: number) {
  await tx.$executeRaw`
    UPDATE "OutboxMessage"
    SET "failedAt" = NULL, "failure" = NULL, "claimedAt" = NULL, "attempts" = 0, "dueAt" = ${now}
    WHERE "personId" = ${personId} AND "failedAt" IS NOT NULL AND "createdAt" >= ${since}`;
}

/** When the next row falls due (milliseconds since 1970); null: nothing waits. */
export async function nextDue(reader: Reader): Promise<number | null> {
  const rows = await reader.$queryRaw<{ due: bigint | null }[]>`
    SELECT MIN("due") AS "due" FROM (
      SELECT MIN("dueAt") AS "due" FROM "OutboxMessage"
      WHERE "sentAt" IS NULL AND "failedAt" IS NULL AND "claimedAt" IS NULL
      UNION ALL
      SELECT MIN("dueAt") FROM "OutboxCard"
      WHERE "shown" < "wanted" AND "failedAt" IS NULL AND "claimedAt" IS NULL) AS d`;
  const due = rows[0]?.due ?? null;
  return due === null ? null : Number(due);
}
