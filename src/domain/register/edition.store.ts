import type { Reader, Tx } from '../shared/database.ts';
import type { RegisterChangeKind } from './model.ts';

type Num = number | bigint;

export interface RegisterState {
  readonly edition: number;
  /** The import that has reserved the register; null: it is free. */
  readonly importId: number | null;
}

/** A register that was never written is empty at edition 0. */
export async function registerState(reader: Reader, orgId: number): Promise<RegisterState> {
  const rows = await reader.$queryRaw<{ edition: Num; importId: Num | null }[]>`
    SELECT "edition", "importId" FROM "Register" WHERE "orgId" = ${orgId}`;
  const row = rows[0];
  return {
    edition: Number(row?.edition ?? 0),
    importId: row && row.importId !== null ? Number(row.importId) : null,
  };
}

/** The number after every edition that was ever made, also of one taken back since. */
export async function nextEdition(reader: Reader, orgId: number): Promise<number> {
  const { edition } = await registerState(reader, orgId);
  const rows = await reader.$queryRaw<{ newest: Num | null }[]>`
    SELECT MAX("edition") AS "newest" FROM "RegisterChange" WHERE "orgId" = ${orgId}`;
  return Math.max(edition, Number(rows[0]?.newest ?? 0)) + 1;
}

/** Brings the rows of `edition` into force. */
export async function moveEdition(tx: Tx, orgId: number, edition: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Register" ("orgId", "edition") VALUES (${orgId}, ${edition})
    ON CONFLICT ("orgId") DO UPDATE SET "edition" = ${edition}`;
}

export interface NewChange {
  readonly orgId: number;
  readonly edition: number;
  readonly kind: RegisterChangeKind;
  /** 0: more than one person */
  readonly servant: number;
  readonly importId: number | null;
  readonly personId: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Returns the id of the change. */
export async function insertChange(tx: Tx, change: NewChange): Promise<number> {
  const { orgId, edition, kind, servant, importId, personId, at } = change;
  const rows = await tx.$queryRaw<{ id: Num }[]>`
    INSERT INTO "RegisterChange"
      ("orgId", "edition", "kind", "servant", "importId", "personId", "at")
    VALUES (${orgId}, ${edition}, ${kind}, ${servant}, ${importId}, ${personId}, ${at})
    RETURNING "id"`;
  return Number(rows[0]?.id);
}
