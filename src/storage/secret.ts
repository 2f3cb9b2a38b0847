import { hkdfSync, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { writeAtomically } from './atomic-write.ts';
import { errorCode } from './disk-problem.ts';
import { FILES_FOLDER } from './files.ts';

export interface Secret {
  readonly text: string;
  /** Just made and written to DATA_DIR/secret.key: start-up says a word about keeping it. */
  readonly made: boolean;
}

/**
 * The secret all keys come from: SECRET_KEY where set, else DATA_DIR/secret.key (mode 0600), which is
 * made once. Refuses to make a new one where encrypted files stand: they would never open again.
 */
export async function openSecret(
  dir: string,
  fromEnvironment: string | null,
): Promise<Result<Secret, string>> {
  if (fromEnvironment !== null) return ok({ text: fromEnvironment, made: false });
  const file = path.join(dir, 'secret.key');
  const kept = await contentOf(file);
  if (kept) return ok({ text: kept, made: false });
  if (await holdsFiles(dir)) {
    return refused(
      `${file} is missing or empty, but encrypted files stand in ${path.join(dir, FILES_FOLDER)}: ` +
        'put the key back from a backup, or set SECRET_KEY.',
    );
  }
  const text = randomBytes(32).toString('hex');
  await writeAtomically(file, Buffer.from(`${text}\n`));
  return ok({ text, made: true });
}

/** A 256-bit key for one purpose (HKDF, RFC 5869): knowing one tells nothing of the others. */
export const keyFor = (secret: string, purpose: 'files' | 'audit'): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `eskertkich ${purpose}`, 32));

async function contentOf(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}

async function holdsFiles(dir: string): Promise<boolean> {
  try {
    return (await readdir(path.join(dir, FILES_FOLDER))).length > 0;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
