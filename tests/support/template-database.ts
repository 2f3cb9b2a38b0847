import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/storage/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated, empty SQLite file to copy from. */
    templateDatabase: string;
  }
}

/** Migrates one database for the whole run; tests copy it (freshDatabase). */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'eskertkich-template-'));
  const file = path.join(folder, 'template.db');
  const migrated = migrate(file);
  if (!migrated.ok) throw new Error(migrated.error);
  project.provide('templateDatabase', file);
  return () => rmSync(folder, { recursive: true });
}
