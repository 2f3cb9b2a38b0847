import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Runs Prisma's own command line, offline; rejects with its output when it ends with another code than 0. */
export async function prismaCli(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(ROOT, 'node_modules/prisma/build/index.js'), ...args],
    { cwd: ROOT, env: { ...process.env, CHECKPOINT_DISABLE: '1', NO_COLOR: '1' } },
  );
  return stdout;
}
