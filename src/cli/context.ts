import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AuditHead } from '../domain/audit/model.ts';
import { createWork } from '../domain/audit/work.service.ts';
import { settleShipped } from '../domain/rules/service.ts';
import type { Database, Reader } from '../domain/shared/database.ts';
import type { FileStore } from '../domain/shared/files.ts';
import { ok, type Result } from '../domain/shared/result.ts';
import type { Work } from '../domain/shared/work.ts';
import { readAuditHead, writeAuditHead } from '../storage/audit-head.ts';
import { prepareDataDir } from '../storage/data-dir.ts';
import { openDatabase } from '../storage/database.ts';
import { openFiles } from '../storage/files.ts';
import { migrate } from '../storage/migrate.ts';
import { keyFor, openSecret } from '../storage/secret.ts';
import type { Ports, Settings } from './ports.ts';

/** An open database and what a command changes it with. */
export interface Context {
  readonly ports: Ports;
  readonly settings: Settings;
  /** The sandbox's database stands behind it. */
  readonly sandbox: boolean;
  readonly auditKey: string;
  readonly work: Work;
  readonly read: Reader;
  readonly database: Database;
  readonly files: FileStore;
  close(): Promise<void>;
}

/**
 * Where commands work: on the sandbox's own folder while no BOT_TOKEN is set and only the sandbox has
 * a database, else on the database of the configuration.
 */
export function placeOf(settings: Settings): { settings: Settings; sandbox: boolean } {
  const dataDir = path.join(settings.dataDir, 'sandbox');
  const databaseFile = path.join(dataDir, 'eskertkich.db');
  const sandbox =
    settings.botToken === null && !existsSync(settings.databaseFile) && existsSync(databaseFile);
  return sandbox
    ? { settings: { ...settings, dataDir, databaseFile, secretKey: null }, sandbox }
    : { settings, sandbox };
}

/** Opens the database beside a running bot, made and migrated where needed. */
export async function openContext(
  ports: Ports,
  configured: Settings,
): Promise<Result<Context, string>> {
  const { settings, sandbox } = placeOf(configured);
  const prepared = await prepareDataDir(settings.dataDir);
  if (!prepared.ok) return prepared;
  const secret = await openSecret(settings.dataDir, settings.secretKey);
  if (!secret.ok) return secret;
  const migrated = migrate(settings.databaseFile);
  if (!migrated.ok) return migrated;
  if (secret.value.made) {
    ports.writeError(
      `A key for the files was made: keep ${path.join(settings.dataDir, 'secret.key')} with the backups.\n`,
    );
  }
  const database = openDatabase(settings.databaseFile);
  await settleShipped(database);
  const auditKey = Buffer.from(keyFor(secret.value.text, 'audit')).toString('hex');
  const heads: AuditHead[] = [];
  const work = createWork({
    database,
    auditKey,
    actorId: 0,
    now: ports.now(),
    onAudited: (head) => heads.push(head),
  });
  return ok({
    ports,
    settings,
    sandbox,
    auditKey,
    work,
    read: database.read,
    database,
    files: await openFiles(settings.dataDir, keyFor(secret.value.text, 'files')),
    async close() {
      await keepHead(settings.dataDir, heads.at(-1));
      await database.close();
    },
  });
}

/** A running bot may have kept a later head meanwhile. */
async function keepHead(dataDir: string, head: AuditHead | undefined): Promise<void> {
  if (!head) return;
  const kept = await readAuditHead(dataDir);
  if (!kept || kept.seq < head.seq) await writeAuditHead(dataDir, head);
}
