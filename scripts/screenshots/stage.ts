import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { createApp } from '../../src/app.ts';
import { DEMO_CAST } from '../../src/app/demo-cast.ts';
import { readConfig } from '../../src/config.ts';
import type { DemoPerson } from '../../src/domain/campaign/demo.service.ts';
import type { World } from '../../src/sandbox/world.ts';
import { type ChatClient, createChat } from '../../tests/support/chat.ts';

/** 12.01.2026, a Monday, 09:05 in Bishkek: pictures taken twice are the same. */
const MORNING = Date.UTC(2026, 0, 12, 3, 5);
const AGAIN_MS = 5;

/** The demo municipality on a folder of its own, which goes with it. */
export interface Stage {
  readonly url: string;
  readonly world: World;
  chat(person: DemoPerson): ChatClient;
  /** Moves the sandbox's clock, milliseconds. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'eskertkich-screenshots-'));
  const config = readConfig({ DATA_DIR: dataDir, HTTP_PORT: '0', LOG_LEVEL: 'silent' });
  if (!config.ok) throw new Error(config.error);
  const app = await createApp(
    config.value,
    (reason) => {
      throw reason;
    },
    { now: () => MORNING, log: pino({ level: 'silent' }) },
  );
  if (!app.ok) throw new Error(app.error);
  const { sandbox, service, url, stop } = app.value;
  if (!sandbox) throw new Error('The app did not start its sandbox');
  const { world } = sandbox;
  const quiet = async () => {
    const { intake, outbox } = service();
    do {
      while (world.pendingUpdates().length > 0) await sleep(AGAIN_MS);
      await intake.idle();
      await outbox.drain();
    } while (world.pendingUpdates().length > 0 || intake.waiting() > 0);
  };
  return {
    url,
    world,
    chat: (person) => createChat(world, DEMO_CAST[person].id, quiet),
    async advance(ms) {
      await world.advance(ms);
      await quiet();
    },
    async close() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
