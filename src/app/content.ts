import { existsSync } from 'node:fs';
import path from 'node:path';
import { contactPhone } from '../domain/campaign/service.ts';
import { formatMistakes } from '../domain/checklist/mistakes.rules.ts';
import type { Edition } from '../domain/checklist/model.ts';
import type { Reader } from '../domain/shared/database.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { loadEditions } from '../storage/checklists.ts';

export interface Editions {
  edition(checklistId: string, edition: string): Edition;
  newest(checklistId: string): Edition | null;
}

const SHIPPED = path.resolve(import.meta.dirname, '../../checklists');

/** The shipped checklists and those added to DATA_DIR/checklists; every mistake by file and line. */
export function loadAllEditions(dataDir: string): Result<Editions, string> {
  const added = path.join(dataDir, 'checklists');
  const editions: Edition[] = [];
  for (const folder of [SHIPPED, ...(existsSync(added) ? [added] : [])]) {
    const loaded = loadEditions(folder);
    if (!loaded.ok) return refused(formatMistakes(loaded.error));
    editions.push(...loaded.value);
  }
  return ok({
    edition(checklistId, edition) {
      const found = editions.find((one) => one.id === checklistId && one.edition === edition);
      if (!found)
        throw new Error(`There is no edition ${edition} of ${checklistId} in checklists/`);
      return found;
    },
    newest: (checklistId) =>
      editions
        .filter(({ id }) => id === checklistId)
        .reduce<Edition | null>((a, b) => (a && a.edition >= b.edition ? a : b), null),
  });
}

/** Milliseconds for which a telephone once read is believed. */
const BELIEVED = 60_000;

/** The telephone of the running campaign, read at most once a minute: every stranger asks for it. */
export function contactPhoneOf(reader: Reader, now: () => number): () => Promise<string | null> {
  let known: { readonly phone: string | null; readonly at: number } | null = null;
  return async () => {
    if (!known || Math.abs(now() - known.at) > BELIEVED) {
      known = { phone: await contactPhone(reader), at: now() };
    }
    return known.phone;
  };
}
