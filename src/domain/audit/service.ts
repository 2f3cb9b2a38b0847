import type { Reader, Tx } from '../shared/database.ts';
import type { AuditRecord } from '../shared/work.ts';
import type { AuditHead } from './model.ts';
import { type ChainFault, chain, checkChain, digestOf } from './rules.ts';
import { append, lastHead, page } from './store.ts';

/** Appends records of one actor within one transaction, in order. */
export interface Journal {
  add(record: AuditRecord): Promise<void>;
  /** The head after what was added; null: nothing was. */
  head(): AuditHead | null;
}

/** A journal for one transaction; the previous row is read once, when the first record comes. */
export function openJournal(tx: Tx, key: string, actorId: number, at: number): Journal {
  let head: AuditHead | null = null;
  return {
    head: () => head,
    async add({ action, subject, orgId = 0, details, seals }) {
      const last: AuditHead = head ?? (await lastHead(tx));
      const text = details === undefined ? null : JSON.stringify(details);
      const entry = {
        seq: last.seq + 1,
        at,
        actorId,
        action,
        subject,
        orgId,
        digest: digestOf(text ?? seals ?? ''),
      };
      const hmac = chain(key, last.hmac, entry);
      await append(tx, { ...entry, hmac }, text);
      head = { seq: entry.seq, hmac };
    },
  };
}

const PAGE = 1000;

/**
 * Checks the whole journal, details included, against its key and against the head kept outside the
 * database. `entries`: how many were read up to the first fault.
 */
export async function verifyJournal(
  reader: Reader,
  key: string,
  keptHead: AuditHead | null,
): Promise<{ readonly entries: number; readonly fault: ChainFault | null }> {
  const check = checkChain(key, keptHead);
  let entries = 0;
  for (let after = 0; ; ) {
    const rows = await page(reader, after, PAGE);
    for (const { entry, details } of rows) {
      entries += 1;
      after = entry.seq;
      const fault = check.next(entry, details);
      if (fault) return { entries, fault };
    }
    if (rows.length < PAGE) return { entries, fault: check.end() };
  }
}
