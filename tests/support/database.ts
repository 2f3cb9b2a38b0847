import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/storage/database.ts';
import { freshFolder } from './folder.ts';

/** A migrated, empty database of this test's own; closed and removed when the test is over. */
export function freshDatabase(): Promise<OpenDatabase & { readonly file: string }> {
  const file = path.join(freshFolder(), 'eskertkich.db');
  copyFileSync(inject('templateDatabase'), file);
  const database = openDatabase(file);
  onTestFinished(() => database.close());
  return Promise.resolve({ ...database, file });
}
