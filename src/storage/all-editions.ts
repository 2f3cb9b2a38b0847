import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { formatMistakes } from '../domain/checklist/mistakes.rules.ts';
import type { Edition } from '../domain/checklist/model.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { writeAtomically } from './atomic-write.ts';
import { loadEditions } from './checklists.ts';

const SHIPPED = path.resolve(import.meta.dirname, '../../checklists');
const addedTo = (dataDir: string): string => path.join(dataDir, 'checklists');

/** The shipped checklists and those added to DATA_DIR/checklists; every mistake by file and line. */
export function loadAll(dataDir: string): Result<Edition[], string> {
  const added = addedTo(dataDir);
  const editions: Edition[] = [];
  for (const folder of [SHIPPED, ...(existsSync(added) ? [added] : [])]) {
    const loaded = loadEditions(folder);
    if (!loaded.ok) return refused(formatMistakes(loaded.error));
    editions.push(...loaded.value);
  }
  return ok(editions);
}

/** The newest edition of a checklist; null: there is none of that id. */
export const newestOf = (editions: readonly Edition[], id: string): Edition | null =>
  editions
    .filter((one) => one.id === id)
    .reduce<Edition | null>((a, b) => (a && a.edition >= b.edition ? a : b), null);

/** Puts the file of a checked edition into DATA_DIR/checklists; returns where it stands. */
export async function addEdition(
  dataDir: string,
  { id, edition }: Edition,
  bytes: Uint8Array,
): Promise<string> {
  const folder = addedTo(dataDir);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${id}.${edition}.yaml`);
  await writeAtomically(file, bytes);
  return file;
}
