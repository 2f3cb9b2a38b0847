import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { writeAtomically } from './atomic-write.ts';
import { diskProblem, diskSentence, errorCode } from './disk-problem.ts';

/** Enough for the first pages of a database and its log: a disk with less is as good as full. */
const PROBE_BYTES = 64 * 1024;

/**
 * Makes DATA_DIR where it is missing (for its owner only) and writes a probe, so that a full or a
 * read-only disk stops the start and not the first answer. The refusal is a sentence with the cure.
 */
export async function prepareDataDir(dir: string): Promise<Result<void, string>> {
  const probe = path.join(dir, `probe-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await writeAtomically(probe, new Uint8Array(PROBE_BYTES));
    await rm(probe);
    return ok(undefined);
  } catch (error) {
    const problem = diskProblem(error);
    if (problem) return refused(diskSentence(problem, `DATA_DIR (${dir})`));
    if (['EEXIST', 'ENOTDIR'].includes(errorCode(error))) {
      return refused(
        `DATA_DIR (${dir}) is not a folder: move that file away, or set DATA_DIR to a folder.`,
      );
    }
    if (errorCode(error) === 'ENOENT') {
      return refused(
        `DATA_DIR (${dir}) cannot be made: make the folder above it, or set DATA_DIR to another folder.`,
      );
    }
    throw error;
  }
}
