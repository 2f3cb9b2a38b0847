import path from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { FileStore } from '../domain/shared/files.ts';
import { settleShipped } from '../domain/rules/service.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { prepareDataDir } from '../storage/data-dir.ts';
import { openDatabase, type OpenDatabase } from '../storage/database.ts';
import { openFiles } from '../storage/files.ts';
import { takeLock } from '../storage/lock.ts';
import { migrate } from '../storage/migrate.ts';
import { keyFor, openSecret } from '../storage/secret.ts';
import { type Editions, loadAllEditions } from './content.ts';

/** What one bot works on: its database, its files, its checklists. Nobody else's bot has them open. */
export interface Data {
  readonly database: OpenDatabase;
  readonly files: FileStore;
  readonly editions: Editions;
  /** Key of the audit chain. */
  readonly auditKey: string;
  close(): Promise<void>;
}

/** Locks DATA_DIR and opens what lies in it. A refusal is one English sentence with the cure. */
export async function openData(config: Config, log: Logger): Promise<Result<Data, string>> {
  const prepared = await prepareDataDir(config.dataDir);
  if (!prepared.ok) return prepared;
  const lock = takeLock(config.dataDir);
  if (!lock.ok) {
    return refused(
      `Another Eskertkich is running on DATA_DIR (${config.dataDir}): stop it first, or set another DATA_DIR.`,
    );
  }
  const release = (problem: string) => {
    lock.value.release();
    return refused(problem);
  };
  const secret = await openSecret(config.dataDir, config.secretKey);
  if (!secret.ok) return release(secret.error);
  if (secret.value.made) {
    log.warn(
      `A key for the files was made: keep ${path.join(config.dataDir, 'secret.key')} with the backups.`,
    );
  }
  const migrated = migrate(config.databaseFile);
  if (!migrated.ok) return release(migrated.error);
  const editions = loadAllEditions(config.dataDir);
  if (!editions.ok) return release(editions.error);

  const { text } = secret.value;
  const database = openDatabase(config.databaseFile);
  await settleShipped(database);
  return ok({
    database,
    files: await openFiles(config.dataDir, keyFor(text, 'files')),
    editions: editions.value,
    auditKey: Buffer.from(keyFor(text, 'audit')).toString('hex'),
    async close() {
      await database.close();
      lock.value.release();
    },
  });
}
