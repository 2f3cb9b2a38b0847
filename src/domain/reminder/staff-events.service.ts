import type { StaffEvent } from '../checklist/model.ts';
import type { Reader } from '../shared/database.ts';
import { eventsBetween } from './staff-events.store.ts';
import type { StaffEvents } from './staff-knowledge.model.ts';

/**
 * What the staff register of an organisation has on the local days `from` to `to`, those who have left
 * since included; null: no days were given.
 */
export async function staffEvents(
  reader: Reader,
  orgId: number,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): Promise<StaffEvents | null> {
  if (from === null || to === null) return null;
  const found = await eventsBetween(reader, orgId, from, to);
  const count = (kind: StaffEvent): number => found.get(kind) ?? 0;
  return {
    training: count('training'),
    attestation: count('attestation'),
    reward: count('reward'),
    penalty: count('penalty'),
    left: count('left'),
  };
}
