import type { DigestCounts } from '../domain/reminder/digest.model.ts';
import { runDigests } from '../domain/reminder/digest.service.ts';
import { isMorningOwed, morningDone } from '../domain/reminder/morning.service.ts';
import type { Sweep } from '../domain/reminder/sweep.model.ts';
import { ruleBook } from '../domain/rules/service.ts';
import type { Database } from '../domain/shared/database.ts';
import { localDateOf, localTimeOf } from '../domain/shared/local-time.ts';
import type { Work } from '../domain/shared/work.ts';
import type { Job } from './schedule.ts';

export interface Reminding {
  readonly database: Database;
  /** A work of the service itself at this moment. */
  readonly work: () => Work;
  readonly timeZone: string;
  /** Telegram ids. */
  readonly operatorIds: readonly number[];
  readonly sweep: Sweep;
  readonly onDigests: (counts: DigestCounts) => void;
}

/** The digests of a morning, once for each working day; a run that failed is taken up by the next tick. */
export const remind = (options: Reminding): Job => ({
  name: 'remind',
  async run(now) {
    const { database, timeZone, operatorIds, sweep, onDigests } = options;
    const date = localDateOf(now, timeZone);
    const time = localTimeOf(now, timeZone);
    if (!(await isMorningOwed(database.read, { date, time }))) return {};
    const rules = await ruleBook(database.read);
    const counts = await runDigests(options.work(), { rules, today: date, sweep, operatorIds });
    await morningDone(database, date);
    onDigests(counts);
    return { ...counts };
  },
});
