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

/** Checks one entry after the other; remembers only where the chain stands. */
export interface ChainCheck {
  /**
   * `gap`: a row is missing before this one; `changed`: it does not match its HMAC, its details or the
   * head kept outside. Details that were erased (null) are no fault.
   */
  next(entry: ChainedEntry, details: string | null): ChainFault | null;
  /** `cut`: the journal ends before the head kept outside the database. */
  end(): ChainFault | null;
}

export function checkChain(key: string, keptHead: AuditHead | null): ChainCheck {
  let head = EMPTY_HEAD;
  return {
    next(entry, details) {
      const { seq, hmac, digest } = entry;
      if (seq !== head.seq + 1) return { kind: 'gap', seq: head.seq + 1 };
      const whole =
        chain(key, head.hmac, entry) === hmac &&
        (details === null || digestOf(details) === digest) &&
        (keptHead?.seq !== seq || keptHead.hmac === hmac);
      head = { seq, hmac };
      return whole ? null : { kind: 'changed', seq };
    },
    end: () => (keptHead && keptHead.seq > head.seq ? { kind: 'cut', seq: head.seq + 1 } : null),
  };
}
