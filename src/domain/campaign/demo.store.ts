import type { Reader } from '../shared/database.ts';

/** An organisation, a commission or a person with a role: somebody works here. */
export async function anythingThere(reader: Reader): Promise<boolean> {
  const counts = await Promise.all([
    reader.organisation.count(),
    reader.commission.count(),
    reader.role.count(),
    reader.invitation.count(),
  ]);
  return counts.some((count) => count > 0);
}
