import path from 'node:path';
import pino from 'pino';
import { expect, onTestFinished } from 'vitest';
import { type App, createApp, type Overrides } from '../../src/app.ts';
import { DEMO_CAST } from '../../src/app/demo-cast.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { DemoPerson } from '../../src/domain/campaign/demo.service.ts';
import type { World } from '../../src/sandbox/world.ts';
import { type ChatClient, createChat } from './chat.ts';
import { withoutWaiting } from './database.ts';
import { createFaults, type Faults } from './faults.ts';
import { freshFolder } from './folder.ts';
import { type Journal, keepJournal } from './journal.ts';

/** The demo municipality with the real bot in it, over HTTP, on data of this test's own. */
export interface Town {
  readonly app: App;
  readonly world: World;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly dataDir: string;
  readonly url: string;
  chat(person: DemoPerson): ChatClient;
  /** Everything sent is handled, everything owed is out. */
  quiet(): Promise<void>;
  /** Moves the sandbox's clock. */
  advance(ms: number): Promise<void>;
  stop(): Promise<void>;
}

export function testConfig(dataDir: string, env: Record<string, string> = {}): Config {
  const config = readConfig({ DATA_DIR: dataDir, HTTP_PORT: '0', LOG_LEVEL: 'silent', ...env });
  if (!config.ok) throw new Error(config.error);
  return config.value;
}

/** `allowRefused`: calls that this test makes Telegram refuse without an ordered fault. */
export async function openTown(
  options: { overrides?: Overrides; dataDir?: string; allowRefused?: boolean } = {},
): Promise<Town> {
  const dataDir = options.dataDir ?? freshFolder();
  const faults = createFaults();
  const failures: unknown[] = [];
  const app = await createApp(testConfig(dataDir), (reason) => failures.push(reason), {
    log: pino({ level: process.env.TOWN_LOG ?? 'silent' }),
    intercept: faults.intercept,
    ...options.overrides,
  });
  if (!app.ok) throw new Error(app.error);
  const { sandbox } = app.value;
  if (!sandbox) throw new Error('The app did not start its sandbox');
  await withoutWaiting(app.value.service().database);
  const { world } = sandbox;
  const journal = keepJournal(world);

  const quiet = async () => {
    const service = app.value.service();
    for (let calm = 0; calm < 2; ) {
      await expect
        .poll(() => world.pendingUpdates().length, { timeout: 20_000, interval: 4 })
        .toBe(0);
      await service.intake.idle();
      await service.outbox.drain();
      calm = world.pendingUpdates().length === 0 && service.intake.waiting() === 0 ? calm + 1 : 0;
    }
  };
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await app.value.stop();
  };
  onTestFinished(async () => {
    await stop();
    if (options.allowRefused !== true) expect(journal.refused()).toEqual([]);
    expect(journal.breaches()).toEqual([]);
    expect(failures).toEqual([]);
  });
  await quiet();
  return {
    app: app.value,
    world,
    journal,
    faults,
    dataDir: path.join(dataDir, 'sandbox'),
    url: app.value.url,
    chat: (person) => createChat(world, DEMO_CAST[person].id, quiet),
    quiet,
    async advance(ms) {
      await world.advance(ms);
      await quiet();
    },
    stop,
  };
}
