import type { Reader, Tx } from '../shared/database.ts';

/** What waits until the officer says which item it is for. */
export interface Held {
  readonly chatId: number;
  readonly messageId: number;
  readonly assessmentId: number;
  /** Who sent it. */
  readonly personId: number;
  /** Code of the item that was open: it belongs there when no choice is made. */
  readonly item: number;
  readonly album: string | null;
  readonly text: string | null;
  /** A file at rest already. */
  readonly fileId: number | null;
}

export async function hold(tx: Tx, held: Held, at: number): Promise<void> {
  const { chatId, messageId, assessmentId, personId, item, album, text, fileId } = held;
  await tx.$executeRaw`
    INSERT INTO "HeldMessage"
      ("chatId", "messageId", "assessmentId", "personId", "item", "album", "text", "fileId", "heldAt")
    VALUES (${chatId}, ${messageId}, ${assessmentId}, ${personId}, ${item}, ${album}, ${text}, ${fileId}, ${at})
    ON CONFLICT ("chatId", "messageId") DO UPDATE SET "text" = ${text}`;
}

/** A message held by this person, and with it all of its album, in the order sent. */
export async function heldWith(
  reader: Reader,
  personId: number,
  assessmentId: number,
  chatId: number,
  messageId: number,
): Promise<Held[]> {
  const own = { personId, assessmentId, chatId: BigInt(chatId) };
  const first = await reader.heldMessage.findFirst({ where: { ...own, messageId } });
  if (!first) return [];
  const which = first.album === null ? { messageId } : { album: first.album };
  const rows = await reader.heldMessage.findMany({
    where: { ...own, ...which },
    orderBy: { messageId: 'asc' },
  });
  return rows.map((row) => ({ ...row, chatId: Number(row.chatId) }));
}

/** All that is held in an assessment, whoever sent it, in the order sent. */
export async function heldIn(reader: Reader, assessmentId: number): Promise<Held[]> {
  const rows = await reader.heldMessage.findMany({
    where: { assessmentId },
    orderBy: [{ heldAt: 'asc' }, { messageId: 'asc' }],
  });
  return rows.map((row) => ({ ...row, chatId: Number(row.chatId) }));
}

/** Is something of this album held already? */
export async function holdsAlbum(
  reader: Reader,
  chatId: number,
  album: string | null,
): Promise<boolean> {
  if (album === null) return false;
  return (await reader.heldMessage.count({ where: { chatId: BigInt(chatId), album } })) > 0;
}

/** Given to an item: it waits no more. */
export async function release(tx: Tx, { chatId, messageId }: Held): Promise<void> {
  await tx.heldMessage.deleteMany({ where: { chatId: BigInt(chatId), messageId } });
}
