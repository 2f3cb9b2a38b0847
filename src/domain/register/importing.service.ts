import type { OrganisationScope } from '../access/model.ts';
import type { Reader } from '../shared/database.ts';
import type { FileStore, RestingFile } from '../shared/files.ts';
import type { Result } from '../shared/result.ts';
import type { Work } from '../shared/work.ts';
import type {
  CheckedList,
  ImportCounts,
  ImportRefusal,
  ListSource,
  ListWorker,
  StaffImport,
} from './import.model.ts';
import type { RegisterRefusal } from './model.ts';

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

/** Keeps a checked list, problems or not, so that it can be confirmed later. Returns the import's id. */
export async function offerImport(
  work: Work,
  scope: OrganisationScope,
  list: RestingList,
  checked: CheckedList,
): Promise<number> {
  throw new Error(`${work.now} ${scope.orgId} ${list.mime} ${checked.edition}`);
}

/**
 * Writes a checked list: planned in a worker, written in batches that let others in between, and
 * visible at once at the end. Refused when the register changed since the check.
 */
export async function applyImport(
  work: Work,
  scope: OrganisationScope,
  importId: number,
  wish: ImportWish,
  ports: ImportPorts,
): Promise<Result<{ readonly counts: ImportCounts; readonly changeId: number }, ImportRefusal>> {
  throw new Error(`${work.now} ${scope.orgId} ${importId} ${wish.today} ${Object.keys(ports)}`);
}

/** Takes an import back while it is the newest change; at once visible, cleaned in batches. */
export async function undoImport(
  work: Work,
  scope: OrganisationScope,
  importId: number,
): Promise<Result<{ readonly changeId: number }, RegisterRefusal>> {
  throw new Error(`${work.now} ${scope.orgId} ${importId}`);
}

/** Forgets a list that was not confirmed, and its file. */
export async function dropImport(
  work: Work,
  scope: OrganisationScope,
  importId: number,
): Promise<Result<void, RegisterRefusal>> {
  throw new Error(`${work.now} ${scope.orgId} ${importId}`);
}

/** null: this organisation has no such import. */
export async function importOf(
  reader: Reader,
  scope: OrganisationScope,
  importId: number,
): Promise<StaffImport | null> {
  await reader.$queryRaw`SELECT ${importId}, ${scope.orgId}`;
  return null;
}

/** The list of an import as it was sent; null: it was dropped or written. */
export async function sourceOfImport(
  reader: Reader,
  scope: OrganisationScope,
  importId: number,
  files: FileStore,
): Promise<ListSource | null> {
  await files.get(`${importId} ${scope.orgId}`);
  await reader.$queryRaw`SELECT 1`;
  return null;
}
