import type { Reader, Tx } from '../shared/database.ts';

/** The card a person has open. */
export interface OpenCard {
  readonly chatId: number;
  readonly messageId: number | null;
  readonly assessmentId: number | null;
  /** Item code; 0: another screen is open. */
  readonly item: number;
  /** The item answered just before. */
  readonly lastItem: number;
  /** When it was, milliseconds since 1970. */
  readonly lastAt: number;
}

export async function loadOpenCard(reader: Reader, personId: number): Promise<OpenCard | null> {
  const rows = await reader.$queryRaw<Record<string, bigint | number | null>[]>`
    SELECT "chatId", "messageId", "assessmentId", "item", "lastItem", "lastAt"
    FROM "OpenCard" WHERE "personId" = ${personId}`;
  const row = rows[0];
  if (!row) return null;
  return {
    chatId: Number(row.chatId),
    messageId: row.messageId === null ? null : Number(row.messageId),
    assessmentId: row.assessmentId === null ? null : Number(row.assessmentId),
    item: Number(row.item),
    lastItem: Number(row.lastItem),
    lastAt: Number(row.lastAt),
  };
}

/** The doubt being mended stays remembered while cards of its assessment are shown. */
export async function saveOpenCard(tx: Tx, personId: number, card: OpenCard): Promise<void> {
  const { chatId, messageId, assessmentId, item, lastItem, lastAt } = card;
  await tx.$executeRaw`
    INSERT INTO "OpenCard" ("personId", "chatId", "messageId", "assessmentId", "item", "lastItem", "lastAt")
    VALUES (${personId}, ${chatId}, ${messageId}, ${assessmentId}, ${item}, ${lastItem}, ${lastAt})
    ON CONFLICT ("personId") DO UPDATE SET "chatId" = ${chatId}, "messageId" = ${messageId},
      "assessmentId" = ${assessmentId}, "item" = ${item}, "lastItem" = ${lastItem}, "lastAt" = ${lastAt},
      "doubt" = CASE WHEN "assessmentId" IS ${assessmentId} THEN "doubt" ELSE 0 END`;
}

/** Remembers which item a message showed when it stopped being the open card. */
export async function retireCard(
  tx: Tx,
  card: {
    readonly chatId: number;
    readonly messageId: number;
    readonly assessmentId: number;
    readonly item: number;
  },
): Promise<void> {
  const { chatId, messageId, assessmentId, item } = card;
  await tx.$executeRaw`
    INSERT INTO "CardMessage" ("chatId", "messageId", "assessmentId", "item")
    VALUES (${chatId}, ${messageId}, ${assessmentId}, ${item})
    ON CONFLICT ("chatId", "messageId") DO UPDATE SET "assessmentId" = ${assessmentId}, "item" = ${item}`;
}

/** Which item a message of the bot showed; null: it was no card. */
export async function cardOfMessage(
  reader: Reader,
  chatId: number,
  messageId: number,
): Promise<{ readonly assessmentId: number; readonly item: number } | null> {
  return reader.cardMessage.findUnique({
    where: { chatId_messageId: { chatId, messageId } },
    select: { assessmentId: true, item: true },
  });
}

/** The message shows something else than a card. */
export async function leaveCard(tx: Tx, personId: number, messageId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OpenCard" SET "item" = 0, "doubt" = 0 WHERE "personId" = ${personId} AND "messageId" = ${messageId}`;
}
