import { contactPhone } from '../domain/campaign/service.ts';
import type { Edition } from '../domain/checklist/model.ts';
import type { Reader } from '../domain/shared/database.ts';
import { ok, type Result } from '../domain/shared/result.ts';
import { loadAll, newestOf } from '../storage/all-editions.ts';

export interface Editions {
  edition(checklistId: string, edition: string): Edition;
  newest(checklistId: string): Edition | null;
}

/** The shipped checklists and those added to DATA_DIR/checklists; every mistake by file and line. */
export function loadAllEditions(dataDir: string): Result<Editions, string> {
  const loaded = loadAll(dataDir);
  if (!loaded.ok) return loaded;
  const editions = loaded.value;
  return ok({
    edition(checklistId, edition) {
      const found = editions.find((one) => one.id === checklistId && one.edition === edition);
      if (!found)
        throw new Error(`There is no edition ${edition} of ${checklistId} in checklists/`);
      return found;
    },
    newest: (checklistId) => newestOf(editions, checklistId),
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
