import { unlinkDeleted } from '../domain/file/service.ts';
import { forgetOld } from '../domain/inbox/service.ts';
import { tidyRegister } from '../domain/register/tidy.service.ts';
import type { Database } from '../domain/shared/database.ts';
import type { FileStore } from '../domain/shared/files.ts';
import type { Job } from './schedule.ts';

/** Forgets updates done with two days ago. */
export const tidyInbox = (database: Database): Job => ({
  name: 'tidy-inbox',
  run: async (now) => ({ forgotten: await forgetOld(database, now) }),
});

/** Forgets what changes of the staff registers replaced a month ago. */
export const tidyStaff = (database: Database): Job => ({
  name: 'tidy-staff',
  run: async (now) => ({ forgotten: await tidyRegister(database, now) }),
});

/** Removes the bytes of files deleted a day ago. */
export const tidyFiles = (database: Database, files: FileStore): Job => ({
  name: 'tidy-files',
  run: async (now) => ({ unlinked: await unlinkDeleted(database, files, now) }),
});
