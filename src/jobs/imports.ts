import {
  abandonedAtCommandLine,
  forgetUnconfirmed,
  recoverImports,
} from '../domain/register/import-wiping.service.ts';
import type { Database } from '../domain/shared/database.ts';
import type { Result } from '../domain/shared/result.ts';
import type { Job } from './schedule.ts';

/**
 * Clears what imports left: of the command line one that was killed (`take` gets the lock such an
 * import holds while it lives), and lists sent in days ago and never confirmed.
 */
export const tidyImports = (
  database: Database,
  take: () => Result<{ release(): void }, 'held'>,
): Job => ({
  name: 'tidy-imports',
  async run(now) {
    const forgotten = await forgetUnconfirmed(database, now);
    if (!(await abandonedAtCommandLine(database.read))) return { forgotten, recovered: 0 };
    const lock = take();
    if (!lock.ok) return { forgotten, recovered: 0 };
    try {
      return { forgotten, recovered: await recoverImports(database, 'cli') };
    } finally {
      lock.value.release();
    }
  },
});
