import type { DigestCounts } from '../domain/reminder/digest.model.ts';
import { beginMornings } from '../domain/reminder/morning.service.ts';
import type { Sweep } from '../domain/reminder/sweep.model.ts';
import { localDateOf, localTimeOf } from '../domain/shared/local-time.ts';
import { remind } from '../jobs/remind.ts';
import type { Job } from '../jobs/schedule.ts';
import { tidyFiles, tidyInbox, tidyStaff } from '../jobs/tidy.ts';
import { type VisitOptions, workFor } from './visits.ts';

/** What the service does of its own accord. A database that is new begins with the next morning. */
export async function createJobs(
  options: VisitOptions,
  sweep: Sweep,
  onDigests: (counts: DigestCounts) => void,
): Promise<readonly Job[]> {
  const { database, now, around } = options;
  const { timeZone, operatorIds } = around;
  const at = now();
  await beginMornings(database, {
    date: localDateOf(at, timeZone),
    time: localTimeOf(at, timeZone),
  });
  const work = () => workFor(options, 0, 0);
  return [
    tidyInbox(database),
    tidyStaff(database),
    tidyFiles(database, around.files),
    remind({ database, work, timeZone, operatorIds, sweep, onDigests }),
  ];
}
