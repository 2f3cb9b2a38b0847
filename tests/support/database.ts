import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/storage/database.ts';
import { freshFolder } from './folder.ts';

/**
 * A migrated, empty database of this test's own; closed and removed when the test is over. It does
 * not wait for the disk, which only a power cut would show.
 */
export async function freshDatabase(): Promise<OpenDatabase & { readonly file: string }> {
  const file = path.join(freshFolder(), 'eskertkich.db');
  copyFileSync(inject('templateDatabase'), file);
  const database = openDatabase(file);
  onTestFinished(() => database.close());
  await withoutWaiting(database);
  return { ...database, file };
}

/** From now on a commit of this connection is written, but not forced to the disk. */
export async function withoutWaiting({ client }: OpenDatabase): Promise<void> {
  await client.$executeRawUnsafe('PRAGMA synchronous = OFF');
}
