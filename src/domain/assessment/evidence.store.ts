import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader, Tx } from '../shared/database.ts';
import type { RestingFile } from '../shared/files.ts';
import type { Evidence, Source } from './evidence.model.ts';

const withFile = { file: { select: { name: true, size: true } } } as const;
type Row = Prisma.EvidenceGetPayload<{ include: typeof withFile }>;

const toEvidence = (row: Row): Evidence => ({
  id: row.id,
  assessmentId: row.assessmentId,
  item: row.item,
  kind: row.kind === 'file' ? 'file' : 'reference',
  text: row.text,
  fileName: row.file?.name ?? null,
  fileSize: row.file?.size ?? null,
});

/** Documents of one item in the order they were added. */
export async function evidenceOfItem(
  reader: Reader,
  assessmentId: number,
  item: number,
): Promise<Evidence[]> {
  const where = { assessmentId, item, removedAt: null };
  const rows = await reader.evidence.findMany({ where, include: withFile, orderBy: { id: 'asc' } });
  return rows.map(toEvidence);
}

/** One document of an assessment; null: none of it, or removed. */
export async function evidenceById(
  reader: Reader,
  assessmentId: number,
  id: number,
): Promise<Evidence | null> {
  const where = { id, assessmentId, removedAt: null };
  const row = await reader.evidence.findFirst({ where, include: withFile });
  return row && toEvidence(row);
}

/** What a message gave, removed or not. */
export async function evidenceFrom(
  reader: Reader,
  assessmentId: number,
  { chatId, messageId }: Pick<Source, 'chatId' | 'messageId'>,
): Promise<Evidence | null> {
  const where = { assessmentId, sourceChat: BigInt(chatId), sourceMessage: messageId };
  const row = await reader.evidence.findFirst({ where, include: withFile });
  return row && toEvidence(row);
}

/** The documents that came in the same album, in the order they were added. */
export async function evidenceOfAlbum(
  reader: Reader,
  assessmentId: number,
  { chatId, album }: Pick<Source, 'chatId' | 'album'>,
): Promise<Evidence[]> {
  if (album === null) return [];
  const where = { assessmentId, sourceChat: BigInt(chatId), album, removedAt: null };
  const rows = await reader.evidence.findMany({ where, include: withFile, orderBy: { id: 'asc' } });
  return rows.map(toEvidence);
}

/** The bot's message that names a document; null: none was sent, or nobody recorded it. */
export async function receiptOf(reader: Reader, id: number): Promise<number | null> {
  const row = await reader.evidence.findUnique({ where: { id }, select: { receipt: true } });
  return row?.receipt ?? null;
}

export async function setReceipt(tx: Tx, id: number, messageId: number): Promise<void> {
  await tx.evidence.update({ where: { id }, data: { receipt: messageId } });
}

/** The newest references of an assessment, each wording once. */
export async function recentReferences(
  reader: Reader,
  assessmentId: number,
  count: number,
): Promise<Evidence[]> {
  const rows = await reader.evidence.findMany({
    where: { assessmentId, kind: 'reference', removedAt: null },
    include: withFile,
    orderBy: { id: 'desc' },
    distinct: ['text'],
    take: count,
  });
  return rows.map(toEvidence);
}

export async function insertEvidence(
  tx: Tx,
  evidence: {
    readonly assessmentId: number;
    readonly item: number;
    readonly text: string | null;
    /** null: a reference. */
    readonly fileId: number | null;
    readonly addedBy: number;
    readonly addedAt: number;
    readonly source: Source | null;
  },
): Promise<number> {
  const { source, addedAt, ...fields } = evidence;
  const { id } = await tx.evidence.create({
    data: {
      ...fields,
      kind: evidence.fileId === null ? 'reference' : 'file',
      addedAt: BigInt(addedAt),
      sourceChat: source === null ? null : BigInt(source.chatId),
      sourceMessage: source?.messageId ?? null,
      album: source?.album ?? null,
    },
    select: { id: true },
  });
  return id;
}

export async function insertFile(
  tx: Tx,
  file: RestingFile & { readonly name: string; readonly mime: string },
  at: number,
): Promise<number> {
  const { path, name, mime, size, sha256, keyId } = file;
  const { id } = await tx.storedFile.create({
    data: { path, name, mime, size, sha256, keyId, createdAt: BigInt(at) },
    select: { id: true },
  });
  return id;
}

export async function moveEvidence(tx: Tx, id: number, item: number): Promise<void> {
  await tx.evidence.update({ where: { id }, data: { item } });
}

export async function rewordEvidence(tx: Tx, id: number, text: string | null): Promise<void> {
  await tx.evidence.update({ where: { id }, data: { text } });
}

/** The row stays for its history; its file is given up and unlinked after a grace (decision 13). */
export async function removeEvidence(tx: Tx, id: number, at: number): Promise<void> {
  const { fileId } = await tx.evidence.update({
    where: { id },
    data: { removedAt: BigInt(at) },
    select: { fileId: true },
  });
  if (fileId !== null) {
    await tx.storedFile.update({ where: { id: fileId }, data: { deletedAt: BigInt(at) } });
  }
}
