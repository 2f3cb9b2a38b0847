import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { settleShipped } from '../../src/domain/rules/service.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { migrate } from '../../src/storage/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated SQLite file with the shipped rules and holidays and nothing else, to copy from. */
    templateDatabase: string;
  }
}

/** Migrates one database for the whole run; tests copy it (freshDatabase). */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'eskertkich-template-'));
  const file = path.join(folder, 'template.db');
  const migrated = migrate(file);
  if (!migrated.ok) throw new Error(migrated.error);
  const database = openDatabase(file);
  await settleShipped(database);
  await database.close();
  project.provide('templateDatabase', file);
  return () => rmSync(folder, { recursive: true });
}
