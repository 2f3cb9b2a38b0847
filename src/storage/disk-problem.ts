/** What stopped a write, as far as the operator of the machine can cure it. */
export type DiskProblem = 'full' | 'read-only' | 'forbidden';

const PROBLEMS: Readonly<Record<string, DiskProblem>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  SQLITE_FULL: 'full',
  EROFS: 'read-only',
  SQLITE_READONLY: 'read-only',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
};

/** Recognises errors of node:fs and of SQLite (by prefix: SQLITE_READONLY_DBMOVED and the like). */
export function diskProblem(error: unknown): DiskProblem | null {
  const code = errorCode(error);
  return PROBLEMS[code] ?? PROBLEMS[code.split('_').slice(0, 2).join('_')] ?? null;
}

const CURES: Readonly<Record<DiskProblem, string>> = {
  full: 'the disk is full; free some space there',
  'read-only': 'the file system is read-only; mount it writable, or set DATA_DIR to another folder',
  forbidden: 'this user may not write there; change its owner, or set DATA_DIR to another folder',
};

/** One English sentence for start-up and the CLI. */
export const diskSentence = (problem: DiskProblem, place: string): string =>
  `Cannot write to ${place}: ${CURES[problem]}.`;

/** The code of a system error; empty where there is none. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
