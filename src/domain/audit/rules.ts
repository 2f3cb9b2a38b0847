import { createHash, createHmac } from 'node:crypto';
import { type AuditHead, type ChainedEntry, EMPTY_HEAD } from './model.ts';

export const digestOf = (details: string): string =>
  createHash('sha256').update(details).digest('hex');

/** The HMAC that chains an entry to the one before it. */
export function chain(key: string, previous: string, entry: Omit<ChainedEntry, 'hmac'>): string {
  const { seq, at, actorId, action, subject, orgId, digest } = entry;
  const fields = JSON.stringify([previous, seq, at, actorId, action, subject, orgId, digest]);
  return createHmac('sha256', key).update(fields).digest('hex');
}

/** Where a chain first breaks. */
export type ChainFault =
  | { readonly kind: 'gap' | 'changed'; readonly seq: number }
  | { readonly kind: 'cut'; readonly seq: number };

/**
 * Walks the chain. `gap`: a row is missing; `changed`: a row does not match its HMAC; `cut`: the
 * journal ends before the head kept outside the database.
 */
export function verifyChain(
  key: string,
  entries: Iterable<ChainedEntry>,
  keptHead: AuditHead | null,
): ChainFault | null {
  let head = EMPTY_HEAD;
  for (const entry of entries) {
    if (entry.seq !== head.seq + 1) return { kind: 'gap', seq: head.seq + 1 };
    if (chain(key, head.hmac, entry) !== entry.hmac) return { kind: 'changed', seq: entry.seq };
    if (keptHead?.seq === entry.seq && keptHead.hmac !== entry.hmac) {
      return { kind: 'changed', seq: entry.seq };
    }
    head = { seq: entry.seq, hmac: entry.hmac };
  }
  return keptHead && keptHead.seq > head.seq ? { kind: 'cut', seq: head.seq + 1 } : null;
}
