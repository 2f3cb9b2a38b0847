import type { Reader, Tx } from '../shared/database.ts';
import type { RegisterChangeKind } from './model.ts';

type Num = number | bigint;

export interface RegisterChange {
  readonly id: number;
  readonly edition: number;
  readonly kind: RegisterChangeKind;
  /** 0: more than one person. */
  readonly servant: number;
  /** As he is, or was, called last; null: more than one person. */
  readonly name: string | null;
  readonly importId: number | null;
  /** The list it wrote, or took back; null: none. */
  readonly list: {
    /** null: lines pasted into the chat. */
    readonly fileName: string | null;
    readonly added: number;
    readonly changed: number;
    readonly gone: number;
  } | null;
  /** 0: the CLI. */
  readonly personId: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly undone: boolean;
}

interface ChangeColumns {
  id: Num;
  edition: Num;
  kind: string;
  servant: Num;
  name: string | null;
  importId: Num | null;
  personId: Num;
  at: Num;
  undoneAt: Num | null;
  fileName: string | null;
  listAdded: Num | null;
  listChanged: Num | null;
  listGone: Num | null;
}

const toChange = (row: ChangeColumns): RegisterChange => ({
  id: Number(row.id),
  edition: Number(row.edition),
  kind: row.kind as RegisterChangeKind,
  servant: Number(row.servant),
  name: row.name,
  importId: row.importId === null ? null : Number(row.importId),
  list: row.fileName === null ? null : listOf(row.fileName, row),
  personId: Number(row.personId),
  at: Number(row.at),
  undone: row.undoneAt !== null,
});

const listOf = (fileName: string, row: ChangeColumns) => ({
  fileName: fileName === '' ? null : fileName,
  added: Number(row.listAdded),
  changed: Number(row.listChanged),
  gone: Number(row.listGone),
});

/** The newest first; with `id` only that one. */
export async function changes(
  reader: Reader,
  orgId: number,
  { id = null, take }: { readonly id?: number | null; readonly take: number },
): Promise<RegisterChange[]> {
  const rows = await reader.$queryRaw<ChangeColumns[]>`
    SELECT c."id", c."edition", c."kind", c."servant", c."importId", c."personId", c."at",
      c."undoneAt", i."fileName", i."added" AS "listAdded", i."changed" AS "listChanged",
      i."gone" AS "listGone",
      (SELECT s."name" FROM "Servant" s WHERE s."servant" = c."servant" AND s."orgId" = c."orgId"
        AND s."since" <= (SELECT g."edition" FROM "Register" g WHERE g."orgId" = c."orgId")
        ORDER BY s."since" DESC LIMIT 1) AS "name"
    FROM "RegisterChange" c LEFT JOIN "StaffImport" i ON i."id" = c."importId"
    WHERE c."orgId" = ${orgId} AND (${id} IS NULL OR c."id" = ${id})
    ORDER BY c."id" DESC LIMIT ${take}`;
  return rows.map(toChange);
}

export async function markUndone(tx: Tx, id: number, at: number): Promise<void> {
  await tx.$executeRaw`UPDATE "RegisterChange" SET "undoneAt" = ${at} WHERE "id" = ${id}`;
}
