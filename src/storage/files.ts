import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, TEMPORARY, writeAtomically } from './atomic-write.ts';
import { keyId, seal, unseal } from './sealed-bytes.ts';

/** Folder of the encrypted files under DATA_DIR. */
export const FILES_FOLDER = 'files';

/** What the row of a stored file keeps. */
export interface WrittenFile {
  /** Random name under DATA_DIR/files. */
  readonly path: string;
  /** Hex SHA-256 of the bytes as received. */
  readonly sha256: string;
  /** Bytes as received. */
  readonly size: number;
  readonly keyId: string;
}

/**
 * Files at rest (decision 13): encrypted, under random names, never overwritten. The order is: `put`,
 * then the row commits; to delete, the row first, then `remove` after a grace.
 */
export interface FileStore {
  /** When it resolves the file survives a power cut. Rejects with the system's error (disk-problem.ts). */
  put(bytes: Uint8Array): Promise<WrittenFile>;
  /** Rejects with a sentence when the file was altered or belongs to another key, ENOENT when absent. */
  get(path: string): Promise<Uint8Array>;
  /** Absent already: nothing to do. */
  remove(path: string): Promise<void>;
  /**
   * Removes what a crash left: unfinished writes, and files `known` does not name, both only when last
   * written before `before` (milliseconds of the machine's own clock, by which files are dated).
   */
  sweep(
    known: (paths: readonly string[]) => Promise<ReadonlySet<string>>,
    before: number,
  ): Promise<{ unfinished: number; unknown: number }>;
}

const NAME = /^[0-9a-f]{32}$/;

/** `dir` is DATA_DIR, `key` 32 bytes (`keyFor(secret, 'files')`). */
export async function openFiles(dir: string, key: Uint8Array): Promise<FileStore> {
  const folder = path.join(dir, FILES_FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const at = (name: string): string => {
    if (!NAME.test(name)) throw new Error(`not the name of a stored file: ${name}`);
    return path.join(folder, name);
  };
  const agedBefore = async (names: readonly string[], before: number): Promise<string[]> => {
    const aged: string[] = [];
    for (const name of names) {
      if ((await stat(path.join(folder, name))).mtimeMs < before) aged.push(name);
    }
    return aged;
  };
  return {
    async put(bytes) {
      const name = randomBytes(16).toString('hex');
      await writeAtomically(at(name), seal(bytes, key, name));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { path: name, sha256, size: bytes.byteLength, keyId: keyId(key) };
    },
    async get(name) {
      return unseal(await readFile(at(name)), key, name);
    },
    async remove(name) {
      await rm(at(name), { force: true });
      await syncFolder(folder);
    },
    async sweep(known, before) {
      const names = await readdir(folder);
      const unfinished = await agedBefore(
        names.filter((name) => name.endsWith(TEMPORARY)),
        before,
      );
      const aged = await agedBefore(
        names.filter((name) => NAME.test(name)),
        before,
      );
      const named = await known(aged);
      const unknown = aged.filter((name) => !named.has(name));
      for (const name of [...unfinished, ...unknown]) {
        await rm(path.join(folder, name), { force: true });
      }
      await syncFolder(folder);
      return { unfinished: unfinished.length, unknown: unknown.length };
    },
  };
}
