import type { Reader, Tx } from '../shared/database.ts';
import type { RestingFile } from '../shared/files.ts';
import type { ImportCounts, ImportState } from './import.model.ts';

type Num = number | bigint;

export interface ImportRow extends ImportCounts {
  readonly importId: number;
  readonly orgId: number;
  /** 0: the CLI */
  readonly personId: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly state: ImportState;
  /** Edition of the register it was checked against. */
  readonly edition: number;
  readonly fileId: number | null;
  /** Empty: lines pasted into the chat. */
  readonly fileName: string;
  readonly goneOn: string | null;
}

export async function insertImport(
  tx: Tx,
  row: Omit<ImportRow, 'importId' | 'state' | 'goneOn'>,
): Promise<number> {
  const { orgId, personId, at, edition, fileId, fileName, added, changed, gone, same } = row;
  const rows = await tx.$queryRaw<{ id: Num }[]>`
    INSERT INTO "StaffImport"
      ("orgId", "personId", "at", "state", "edition", "fileId", "fileName", "added", "changed",
       "gone", "same")
    VALUES (${orgId}, ${personId}, ${at}, 'checked', ${edition}, ${fileId}, ${fileName}, ${added},
      ${changed}, ${gone}, ${same})
    RETURNING "id"`;
  return Number(rows[0]?.id);
}

/** A list as it was sent, at rest until it is written or dropped. Returns the file's id. */
export async function insertListFile(
  tx: Tx,
  file: RestingFile & { readonly name: string; readonly mime: string },
  at: number,
): Promise<number> {
  const { path, name, mime, size, sha256, keyId } = file;
  const row = await tx.storedFile.create({
    data: { path, name, mime, size, sha256, keyId, createdAt: BigInt(at) },
    select: { id: true },
  });
  return row.id;
}

/** Where a list rests; null: it is gone. */
export async function listFile(
  reader: Reader,
  { fileId }: Pick<ImportRow, 'fileId'>,
): Promise<string | null> {
  if (fileId === null) return null;
  const row = await reader.storedFile.findFirst({ where: { id: fileId, deletedAt: null } });
  return row && row.path;
}

/** null: the organisation has no such import. */
export async function importRow(
  reader: Reader,
  orgId: number,
  importId: number,
): Promise<ImportRow | null> {
  const row = await reader.staffImport.findFirst({ where: { id: importId, orgId } });
  return row && { ...row, importId: row.id, at: Number(row.at), state: row.state as ImportState };
}

export async function setState(
  tx: Tx,
  importId: number,
  state: ImportState,
  goneOn: string | null,
): Promise<void> {
  await tx.staffImport.update({ where: { id: importId }, data: { state, goneOn } });
}

/** Settled: its counts are those of what was written, and its file is not kept any longer. */
export async function settle(
  tx: Tx,
  importId: number,
  state: 'applied' | 'dropped',
  counts: Partial<ImportCounts>,
  at: number,
): Promise<void> {
  const settledAt = BigInt(at);
  await tx.storedFile.updateMany({
    where: { imports: { some: { id: importId } }, deletedAt: null },
    data: { deletedAt: settledAt },
  });
  await tx.staffImport.update({
    where: { id: importId },
    data: { state, settledAt, fileId: null, ...counts },
  });
}

/** Lists of one person for one register that wait to be confirmed. */
export async function waitingOf(reader: Reader, orgId: number, personId: number) {
  const rows = await reader.staffImport.findMany({
    where: { orgId, personId, state: 'checked' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Lists checked before `before` and never confirmed, at most `take`. */
export async function unconfirmed(reader: Reader, before: number, take: number): Promise<number[]> {
  const rows = await reader.staffImport.findMany({
    where: { state: 'checked', at: { lt: BigInt(before) } },
    select: { id: true },
    take,
  });
  return rows.map(({ id }) => id);
}

/** The register lets nothing else change it until it is released. */
export async function reserve(tx: Tx, orgId: number, importId: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Register" ("orgId", "edition", "importId") VALUES (${orgId}, 0, ${importId})
    ON CONFLICT ("orgId") DO UPDATE SET "importId" = ${importId}`;
}

export async function release(tx: Tx, orgId: number, importId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Register" SET "importId" = NULL
    WHERE "orgId" = ${orgId} AND "importId" = ${importId}`;
}

export interface Reserved {
  readonly orgId: number;
  readonly importId: number;
  readonly state: ImportState;
  /** 0: the CLI */
  readonly personId: number;
}

/** Registers that an import has reserved, and how far it has come. */
export async function reservedRegisters(reader: Reader): Promise<Reserved[]> {
  const rows = await reader.$queryRaw<
    { orgId: Num; importId: Num; personId: Num; state: ImportState }[]
  >`
    SELECT r."orgId", r."importId", i."personId", i."state"
    FROM "Register" r JOIN "StaffImport" i ON i."id" = r."importId"`;
  return rows.map((row) => ({
    orgId: Number(row.orgId),
    importId: Number(row.importId),
    state: row.state,
    personId: Number(row.personId),
  }));
}

export interface ImportChange {
  readonly changeId: number;
  readonly edition: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly undone: boolean;
}

/** The change an import made; null: it made none. */
export async function changeOfImport(
  reader: Reader,
  importId: number,
): Promise<ImportChange | null> {
  const row = await reader.registerChange.findFirst({ where: { importId, kind: 'import' } });
  if (!row) return null;
  const { id, edition, at, undoneAt } = row;
  return { changeId: id, edition, at: Number(at), undone: undoneAt !== null };
}

/** Changes after `edition` that stand: neither undone nor the undoing of another. */
export const standingAfter = (reader: Reader, orgId: number, edition: number): Promise<number> =>
  reader.registerChange.count({
    where: { orgId, edition: { gt: edition }, undoneAt: null, kind: { not: 'undone' } },
  });
