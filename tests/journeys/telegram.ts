import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { expect, onTestFinished } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { SandboxGroup, SandboxPerson } from '../../src/sandbox/options.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { World } from '../../src/sandbox/world.ts';
import { type ChatClient, createChat } from '../support/chat.ts';
import { freshFolder } from '../support/folder.ts';
import { keepJournal } from '../support/journal.ts';
import { testConfig } from '../support/town.ts';
import { MORNING } from './day.ts';

const TOKEN = '7000000001:AAEskertkichJourneyTestTokenAAAAAAAA';

/** A bot with a BOT_TOKEN on an empty DATA_DIR, and a Telegram that outlives it. */
export interface Telegram {
  readonly world: World;
  readonly app: () => App;
  chat(personId: number): ChatClient;
  quiet(): Promise<void>;
  /** The bot ends and another begins on the same data. */
  restart(): Promise<void>;
}

const said = (text: string) => ({ ky: text, ru: text, en: text });
export const somebody = (id: number, first_name: string): SandboxPerson => ({
  id,
  first_name,
  role: said(''),
});

export async function openTelegram(
  people: SandboxPerson[],
  options: { groups?: SandboxGroup[]; operatorIds?: readonly number[] } = {},
): Promise<Telegram> {
  const dataDir = freshFolder();
  const sandbox = createSandbox({
    token: TOKEN,
    bot: { id: 7000000001, first_name: 'Эскерткич', username: 'eskertkich_bot' },
    now: () => MORNING,
    people,
    groups: options.groups ?? [],
  });
  const server = createServer((request, response) => {
    void sandbox.handle(request, response).then((known) => {
      if (!known) response.writeHead(404).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const journal = keepJournal(sandbox.world);
  const config = testConfig(dataDir, {
    BOT_TOKEN: TOKEN,
    BOT_API_ROOT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    OPERATOR_IDS: (options.operatorIds ?? []).join(','),
  });
  const failures: unknown[] = [];
  const begin = async (): Promise<App> => {
    const started = await createApp(config, (reason) => failures.push(reason), {
      log: pino({ level: process.env.TOWN_LOG ?? 'silent' }),
      now: () => MORNING,
    });
    if (!started.ok) throw new Error(started.error);
    return started.value;
  };
  let app = await begin();
  const { world } = sandbox;
  const quiet = async () => {
    const { intake, outbox } = app.service();
    for (let calm = 0; calm < 2; ) {
      await expect
        .poll(() => world.pendingUpdates().length, { timeout: 20_000, interval: 4 })
        .toBe(0);
      await intake.idle();
      await outbox.drain();
      calm = world.pendingUpdates().length === 0 && intake.waiting() === 0 ? calm + 1 : 0;
    }
  };
  onTestFinished(async () => {
    await app.stop();
    await sandbox.close();
    server.closeAllConnections();
    server.close();
    expect(journal.refused()).toEqual([]);
    expect(journal.breaches()).toEqual([]);
    expect(failures).toEqual([]);
  });
  return {
    world,
    app: () => app,
    chat: (personId) => createChat(world, personId, quiet),
    quiet,
    async restart() {
      await app.stop();
      app = await begin();
      await quiet();
    },
  };
}
