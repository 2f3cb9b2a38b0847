import type { Reader, Tx } from '../shared/database.ts';
import type { RestingFile } from '../shared/files.ts';
import type { KeptFile } from './signed-page.model.ts';

/** The new signed page of an assessment; the former one is given up. Returns the file's id. */
export async function setSignedPage(
  tx: Tx,
  assessmentId: number,
  file: RestingFile & { readonly name: string; readonly mime: string },
  at: number,
): Promise<number> {
  const { path, name, mime, size, sha256, keyId } = file;
  const createdAt = BigInt(at);
  const row = await tx.storedFile.create({
    data: { path, name, mime, size, sha256, keyId, createdAt },
    select: { id: true },
  });
  await tx.storedFile.updateMany({
    where: { assessments: { some: { id: assessmentId } } },
    data: { deletedAt: createdAt },
  });
  await tx.assessment.update({ where: { id: assessmentId }, data: { signedFileId: row.id } });
  return row.id;
}

/** null: deleted, or never there. */
export async function keptFile(reader: Reader, fileId: number): Promise<KeptFile | null> {
  const row = await reader.storedFile.findFirst({ where: { id: fileId, deletedAt: null } });
  if (!row) return null;
  const { id, path, name, mime, size } = row;
  return { fileId: id, path, name, mime, size };
}
