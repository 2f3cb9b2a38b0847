import path from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import type { Logger } from 'pino';
import { failureOf } from './bot/failure.ts';
import { serviceRoutes } from './app/routes.ts';
import { type HttpServer, listen, type Route } from './app/http.ts';
import { createLog, type Service, startService } from './app/service.ts';
import { startDemo } from './app/demo.ts';
import { type Config, SANDBOX_BOT } from './config.ts';
import { nextMorning } from './domain/reminder/morning.service.ts';
import { ok, type Result, refused } from './domain/shared/result.ts';
import type { Intercept, SandboxOptions } from './sandbox/options.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { prepareDataDir } from './storage/data-dir.ts';

export interface Overrides {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly log?: Logger;
  /** The sandbox beside a real database. */
  readonly sandbox?: boolean;
  /** Makes the sandbox's Bot API fail; tests only. */
  readonly intercept?: Intercept;
}

export interface App {
  /** Where the page (or /healthz) answers. */
  readonly url: string;
  readonly service: () => Service;
  /** null: on Telegram. */
  readonly sandbox: Sandbox | null;
  stop(): Promise<void>;
}

/**
 * The composition root: on Telegram with a BOT_TOKEN, else the sandbox. `onEnd` is called when the
 * bot cannot go on. A refusal is one English sentence with the cure.
 */
export async function createApp(
  config: Config,
  onEnd: (reason: Error) => void,
  overrides: Overrides = {},
): Promise<Result<App, string>> {
  const log = overrides.log ?? createLog(config.logLevel);
  const now = overrides.now ?? Date.now;
  return config.botToken === null || overrides.sandbox === true
    ? startSandbox(config, { now, log, onEnd, overrides })
    : startOnTelegram(config, config.botToken, { now, log, onEnd });
}

interface Base {
  readonly now: () => number;
  readonly log: Logger;
  readonly onEnd: (reason: Error) => void;
}

async function listenOn(
  config: Config,
  routes: readonly Route[],
  log: Logger,
): Promise<Result<HttpServer, string>> {
  try {
    return ok(
      await listen(config.httpHost, config.httpPort, routes, (error) =>
        log.error(failureOf(error), 'A request failed'),
      ),
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const place = `${config.httpHost}:${config.httpPort}`;
    if (code === 'EADDRINUSE')
      return refused(`${place} is in use: stop what listens there, or set HTTP_PORT.`);
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      return refused(`${place} cannot be listened on: set HTTP_HOST and HTTP_PORT.`);
    }
    throw error;
  }
}

async function startOnTelegram(
  config: Config,
  token: string,
  base: Base,
): Promise<Result<App, string>> {
  let service: Service | null = null;
  const server = await listenOn(
    config,
    serviceRoutes(() => service, config.webhook),
    base.log,
  );
  if (!server.ok) return server;
  const started = await startService({ ...base, config, token, apiRoot: config.botApiRoot });
  if (!started.ok) {
    await server.value.close();
    return started;
  }
  service = started.value;
  const running = started.value;
  return ok({
    url: `http://${config.httpHost}:${server.value.port}`,
    service: () => running,
    sandbox: null,
    async stop() {
      await server.value.close();
      await running.stop();
    },
  });
}

/** The bot's identity in the sandbox. */
const DEMO_TOKEN = '7000000001:sandbox-token-of-no-use-elsewhere';
const DEMO_BOT = { id: 7_000_000_001, first_name: 'Эскерткич', username: SANDBOX_BOT };

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

async function startSandbox(
  config: Config,
  base: Base & { readonly overrides: Overrides },
): Promise<Result<App, string>> {
  const { log, overrides } = base;
  if (overrides.sandbox !== true && existsSync(config.databaseFile)) {
    return refused(
      `A real database stands in ${config.databaseFile}: set BOT_TOKEN to run on it, or start the sandbox beside it with \`npm start -- --sandbox\`.`,
    );
  }
  if (!LOOPBACK.has(config.httpHost)) {
    return refused('HTTP_HOST must be 127.0.0.1 for the sandbox: it is for this machine only.');
  }
  const dataDir = path.join(config.dataDir, 'sandbox');
  const ours: Config = {
    ...config,
    httpHost: '127.0.0.1',
    dataDir,
    databaseFile: path.join(dataDir, 'eskertkich.db'),
    secretKey: null,
    webhook: null,
    httpsProxy: null,
    operatorIds: [],
  };
  const prepared = await prepareDataDir(dataDir);
  if (!prepared.ok) return prepared;
  let offset = 0;
  const now = () => base.now() + offset;
  let service: Service | null = null;
  let sandbox: Sandbox | null = null;
  const toSandbox = (req: IncomingMessage, res: ServerResponse) =>
    sandbox?.handle(req, res) ?? Promise.resolve(false);
  const server = await listenOn(ours, [...serviceRoutes(() => service, null), toSandbox], log);
  if (!server.ok) return server;
  const url = `http://127.0.0.1:${server.value.port}`;
  const demo = startDemo({ config: ours, now });

  const begin = async () => {
    const started = await startService({
      config: ours,
      token: DEMO_TOKEN,
      apiRoot: url,
      now,
      log,
      onEnd: base.onEnd,
      beforePolling: (opened) => demo.prepare(opened),
    });
    if (started.ok) service = started.value;
    return started;
  };

  const startOver = async () => {
    await service?.stop();
    await demo.wipe();
    offset = 0;
    const again = await begin();
    if (!again.ok) throw new Error(again.error);
    if (sandbox) demo.welcome(sandbox.world);
  };
  let resetting = Promise.resolve();

  const options: SandboxOptions = {
    token: DEMO_TOKEN,
    bot: DEMO_BOT,
    now,
    ...demo.population,
    async advanceClock(ms) {
      offset += ms;
      await service?.tick();
    },
    nextMorning: () =>
      service
        ? nextMorning(service.database.read, now(), ours.timeZone)
        : Promise.reject(new Error('the bot does not run')),
    reset() {
      // Pressed twice, one reset waits for the other.
      resetting = resetting.then(startOver, startOver);
      return resetting;
    },
    ...(overrides.intercept ? { intercept: overrides.intercept } : {}),
  };
  const { createSandbox } = await import('./sandbox/sandbox.ts');
  sandbox = createSandbox(options);
  const started = await begin();
  if (!started.ok) {
    await sandbox.close();
    await server.value.close();
    return started;
  }
  demo.welcome(sandbox.world);
  const running = sandbox;
  return ok({
    url,
    service: () => service ?? started.value,
    sandbox,
    async stop() {
      await service?.stop();
      await running.close();
      await server.value.close();
    },
  });
}

/** A mistake as it may be printed: no text of a message, no name, no token. */
export function wordsOf(error: unknown): string {
  const { error: words, stack = '' } = failureOf(error);
  return `${words}\n${stack}`;
}
