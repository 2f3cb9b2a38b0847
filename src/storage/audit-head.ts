import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeAtomically } from './atomic-write.ts';
import { errorCode } from './disk-problem.ts';

/** The last row of the audit log; kept outside the database, it betrays rows cut off the end. */
export type AuditHead = z.infer<typeof headSchema>;

const headSchema = z.strictObject({
  seq: z.int().positive(),
  /** Hex HMAC-SHA-256 of that row. */
  hmac: z.string().regex(/^[0-9a-f]{64}$/),
});

const fileIn = (dir: string): string => path.join(dir, 'audit.head');

/** null: none was ever written. Rejects when the file is not one of ours. */
export async function readAuditHead(dir: string): Promise<AuditHead | null> {
  let text: string;
  try {
    text = await readFile(fileIn(dir), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    return headSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${fileIn(dir)} is damaged: restore it from a backup`, { cause });
  }
}

/** Atomic and durable: a reader sees the old head or the new one. */
export const writeAuditHead = (dir: string, head: AuditHead): Promise<void> =>
  writeAtomically(fileIn(dir), Buffer.from(`${JSON.stringify(head)}\n`));
