import { writeFile } from 'node:fs/promises';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { diskProblem, diskSentence, errorCode } from '../storage/disk-problem.ts';

/** The sentence about a file named on the command line; other errors are thrown. */
export function fileProblem(error: unknown, file: string): string {
  const problem = diskProblem(error);
  if (problem) return diskSentence(problem, file);
  const code = errorCode(error);
  if (code === 'ENOENT') return `${file} is not there: check the name and its folder.`;
  if (code === 'EISDIR') return `${file} is a folder: name a file.`;
  throw error;
}

/** Writes what a command made to the file named with --out. */
export async function writeOut(file: string, bytes: Uint8Array): Promise<Result<void, string>> {
  try {
    await writeFile(file, bytes, { mode: 0o600 });
    return ok(undefined);
  } catch (error) {
    return refused(fileProblem(error, file));
  }
}
