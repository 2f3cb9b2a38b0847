import path from 'node:path';
import type { Ports, Settings } from '../../src/cli/ports.ts';
import { runCli } from '../../src/cli/run.ts';
import { ok } from '../../src/domain/shared/result.ts';
import type { PaperJob } from '../../src/domain/summary/paper-job.model.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { createListWorker } from '../../src/worker/lists.ts';
import { readSheet } from '../../src/worker/read-sheet.ts';
import { onTestFinished } from 'vitest';
import { freshFolder } from '../support/folder.ts';
import { NOW } from '../support/hall.ts';
import { sweepOf } from '../support/sweep.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Shell {
  readonly folder: string;
  readonly settings: Settings;
  readonly jobs: PaperJob[];
  /** Runs a command as typed; arguments with blanks as a list. */
  run(...args: string[]): Promise<Ran>;
  /** The object a command prints with --json; it must succeed and print nothing else. */
  json(...args: string[]): Promise<Record<string, unknown>>;
  database(): ReturnType<typeof openDatabase>;
}

/** The command line on a fresh DATA_DIR, in this process. */
export function openShell(change: Partial<Ports> = {}, setting: Partial<Settings> = {}): Shell {
  const folder = freshFolder();
  const dataDir = path.join(folder, 'data');
  const settings: Settings = {
    botToken: '1:token',
    botApiRoot: 'http://127.0.0.1:1',
    databaseFile: path.join(dataDir, 'eskertkich.db'),
    dataDir,
    timeZone: 'Asia/Bishkek',
    secretKey: 'a secret of the tests',
    operatorIds: [],
    ...setting,
  };
  const jobs: PaperJob[] = [];
  let tokens = 0;
  const run = async (...args: string[]): Promise<Ran> => {
    let out = '';
    let err = '';
    const code = await runCli(args, {
      settings: () => ok(settings),
      readSheet,
      makePaper(job) {
        jobs.push(job);
        const bytes = new TextEncoder().encode(`paper ${jobs.length}`);
        return Promise.resolve({ fileName: 'x', mime: 'x/y', bytes });
      },
      lists: createListWorker,
      sweeper: (file) => ({ sweep: sweepOf(file), close: () => Promise.resolve() }),
      botUsername: () => Promise.resolve(ok('eskertkich_bot')),
      now: () => NOW,
      newToken: () => String(++tokens).padStart(43, 't'),
      write: (text) => {
        out += text;
      },
      writeError: (text) => {
        err += text;
      },
      ...change,
    });
    return { code, out, err };
  };
  return {
    folder,
    settings,
    jobs,
    run,
    async json(...args) {
      const ran = await run(...args, '--json');
      if (ran.code !== 0 || ran.err !== '') throw new Error(JSON.stringify(ran));
      return JSON.parse(ran.out) as Record<string, unknown>;
    },
    database() {
      const migrated = migrate(settings.databaseFile);
      if (!migrated.ok) throw new Error(migrated.error);
      const database = openDatabase(settings.databaseFile);
      onTestFinished(() => database.close());
      return database;
    },
  };
}
