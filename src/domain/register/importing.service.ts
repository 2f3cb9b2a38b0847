import type { OrganisationScope } from '../access/model.ts';
import type { Reader } from '../shared/database.ts';
import type { FileStore, RestingFile } from '../shared/files.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import type {
  CheckedList,
  ImportRefusal,
  ListSource,
  ListWorker,
  StaffImport,
} from './import.model.ts';
import { takeBack } from './import-undo.service.ts';
import { asDatabase, finishUndoing, giveUpImport } from './import-wiping.service.ts';
import { type Applied, begin, finish, writable, write } from './import-writing.service.ts';
import {
  changeOfImport,
  type ImportRow,
  importRow,
  insertImport,
  insertListFile,
  listFile,
  settle,
  waitingOf,
} from './import.store.ts';
import type { RegisterRefusal } from './model.ts';
import { mayKeep, mayRead } from './rights.rules.ts';

export type { Applied } from './import-writing.service.ts';

/** A list put at rest: what `files.put` gave, and the file's name (null: lines pasted). */
export interface RestingList {
  readonly file: RestingFile;
  readonly mime: string;
  readonly fileName: string | null;
}

/** What importing reaches beyond the database. */
export interface ImportPorts {
  readonly lists: ListWorker;
  readonly files: FileStore;
}

export interface ImportWish {
  /** Local date. */
  readonly today: string;
  /** Local date on which those who are not in the list left; null: they stay. */
  readonly goneOn: string | null;
  /** Why, given at the command line; it is audited. */
  readonly reason?: string;
}

/**
 * Keeps a checked list, problems or not, so that it can be confirmed later; it takes the place of the
 * one that its sender has not confirmed. Returns the import's id.
 */
export function offerImport(
  work: Work,
  scope: OrganisationScope,
  list: RestingList,
  { edition, preview }: CheckedList,
): Promise<number> {
  const { orgId, personId } = scope;
  const fileName = list.fileName ?? '';
  const { added, changed, gone, same } = preview;
  return work.run(async ({ tx, at }) => {
    // Commands run side by side, each with its own list.
    const replaced = personId === 0 ? [] : await waitingOf(tx, orgId, personId);
    for (const importId of replaced) await settle(tx, importId, 'dropped', {}, at);
    const fileId = await insertListFile(tx, { ...list.file, name: fileName, mime: list.mime }, at);
    const counts = { added, changed, gone, same };
    return insertImport(tx, { orgId, personId, at, edition, fileId, fileName, ...counts });
  });
}

/**
 * Writes a checked list: planned in a worker, written in small transactions between which others come
 * in, visible at once at the end. Refused when the register changed since the check, and while another
 * import has it. Confirming twice writes once. When it throws, nothing was written.
 */
export async function applyImport(
  work: Work,
  scope: OrganisationScope,
  importId: number,
  wish: ImportWish,
  { lists, files }: ImportPorts,
): Promise<Result<Applied, ImportRefusal>> {
  const { orgId } = scope;
  const begun = await work.run((unit) => begin(unit, scope, importId, wish.goneOn));
  if (!begun.ok) return begun;
  if (begun.value.applied) return ok(begun.value.applied);
  const database = asDatabase(work);
  try {
    const source = sourceOf(begun.value.list, await files.get(begun.value.path));
    const { today, goneOn } = wish;
    const plan = writable(await lists.plan({ orgId, source, today, goneOn }));
    if (!plan.ok) {
      await giveUpImport(database, orgId, importId);
      return plan;
    }
    await write(work, orgId, plan.value);
    return ok(await work.run((unit) => finish(unit, scope, importId, plan.value, wish.reason)));
  } catch (error) {
    await giveUpImport(database, orgId, importId);
    throw error;
  }
}

/**
 * Takes an import back: at once nobody sees it any more, and its rows are cleared in small
 * transactions. Refused after UNDO_FOR or a second time (`register.notUndoable`) and while later
 * changes stand (`register.changedSince`): they are undone first. Returns the change that undoes.
 */
export async function undoImport(
  work: Work,
  scope: OrganisationScope,
  importId: number,
): Promise<Result<{ readonly changeId: number }, RegisterRefusal>> {
  const undone = await work.run((unit) => takeBack(unit, scope, importId));
  if (undone.ok) await finishUndoing(asDatabase(work), scope.orgId, importId);
  return undone;
}

/** Forgets a list that was not confirmed, and its file. */
export function dropImport(
  work: Work,
  scope: OrganisationScope,
  importId: number,
): Promise<Result<void, RegisterRefusal>> {
  return work.run(async ({ tx, at }) => {
    const row = mayKeep(scope) ? await importRow(tx, scope.orgId, importId) : null;
    if (row?.state === 'dropped') return ok(undefined);
    if (row?.state !== 'checked') return refused({ code: 'register.importGone' });
    await settle(tx, importId, 'dropped', {}, at);
    return ok(undefined);
  });
}

/** null: this organisation has no such import. */
export async function importOf(
  reader: Reader,
  scope: OrganisationScope,
  importId: number,
): Promise<StaffImport | null> {
  const row = mayRead(scope) ? await importRow(reader, scope.orgId, importId) : null;
  if (!row) return null;
  const { state, at, fileName, added, changed, gone, same, goneOn } = row;
  const change = await changeOfImport(reader, importId);
  return {
    importId,
    state,
    at,
    fileName: fileName === '' ? null : fileName,
    counts: { added, changed, gone, same },
    goneOn,
    changeId: change === null || change.undone ? null : change.changeId,
  };
}

/** The list of an import as it was sent; null: it was written or dropped since. */
export async function sourceOfImport(
  reader: Reader,
  scope: OrganisationScope,
  importId: number,
  files: FileStore,
): Promise<ListSource | null> {
  const row = mayKeep(scope) ? await importRow(reader, scope.orgId, importId) : null;
  const path = row && (await listFile(reader, row));
  return row && path !== null ? sourceOf(row, await files.get(path)) : null;
}

const sourceOf = ({ fileName }: Pick<ImportRow, 'fileName'>, bytes: Uint8Array): ListSource =>
  fileName === ''
    ? { kind: 'lines', text: new TextDecoder().decode(bytes) }
    : { kind: 'file', name: fileName, bytes };
