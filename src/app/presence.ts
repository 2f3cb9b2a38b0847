import { personById } from '../domain/access/person.service.ts';
import { markReachable, markUnreachable } from '../domain/access/reachability.service.ts';
import { revive } from '../domain/outbox/service.ts';
import { type VisitOptions, workFor } from './visits.ts';

/** Telegram no longer delivers to this person: whoever can act is told, nothing more is sent. */
export const fallSilent = async (options: VisitOptions, personId: number): Promise<void> => {
  if (personId === 0) return;
  await markUnreachable(workFor(options, 0, 0), personId, options.around.operatorIds);
};

/** The person is there again, and gets what could not be delivered. */
export async function comeBack(options: VisitOptions, personId: number): Promise<void> {
  const { database, now } = options;
  const person = await personById(database.read, personId);
  if (!person || person.reachable) return;
  await markReachable(workFor(options, personId, 0), personId);
  await revive(database, personId, now());
}
