import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pino, { type Logger } from 'pino';
import type { Update } from 'grammy/types';
import { composeBot, introduce, newBot } from '../bot/bot.ts';
import { loadStates } from '../bot/conversation-states.ts';
import type { Download } from '../bot/incoming.ts';
import { createIntake, type Intake } from '../bot/intake.ts';
import { createLimiter } from '../bot/limiter.ts';
import { type Outbox, startOutbox } from '../bot/outbox.ts';
import { patience } from '../bot/patience.ts';
import { ALLOWED_UPDATES, type Polling, startPolling } from '../bot/polling.ts';
import { introduceBot } from '../bot/profile.ts';
import { createTelegramFetch } from '../bot/telegram-fetch.ts';
import type { Config } from '../config.ts';
import { parkedUpdates } from '../domain/inbox/service.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { startSchedule } from '../jobs/schedule.ts';
import { tidyInbox } from '../jobs/tidy.ts';
import { writeAuditHead } from '../storage/audit-head.ts';
import { prepareDataDir } from '../storage/data-dir.ts';
import { openDatabase, type OpenDatabase } from '../storage/database.ts';
import { openFiles } from '../storage/files.ts';
import { takeLock } from '../storage/lock.ts';
import { migrate } from '../storage/migrate.ts';
import { keyFor, openSecret } from '../storage/secret.ts';
import { createPaperWorker } from '../worker/papers.ts';
import { apologiser } from './apology.ts';
import { contactPhoneOf, loadAllEditions } from './content.ts';
import { createGroups, groupMoved } from './groups.ts';
import { keepHead } from './head-keeper.ts';
import { createJourneys } from './journeys.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { recipients } from './recipients.ts';
import { openVisits, type VisitOptions, workFor } from './visits.ts';
import { createWork } from '../domain/audit/work.service.ts';
import { isForum } from '../domain/commission/group.service.ts';
import { markUnreachable } from '../domain/access/reachability.service.ts';

/** The bot behind one BOT_TOKEN on one DATA_DIR. */
export interface Service {
  readonly database: OpenDatabase;
  readonly intake: Intake;
  readonly outbox: Outbox;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly visitOptions: VisitOptions;
  /** Runs the jobs now, as each minute does. */
  tick(): Promise<void>;
  /** Polling runs, or the webhook is set. */
  ready(): boolean;
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly config: Config;
  /** The token and the root the bot speaks with: of the sandbox or of the configuration. */
  readonly token: string;
  readonly apiRoot: string;
  readonly now: () => number;
  readonly log: Logger;
  /** The bot cannot go on: the token is revoked. */
  readonly onEnd: (reason: Error) => void;
  /** Runs when the database is open and before the first update. */
  readonly beforePolling?: (service: Service) => Promise<void>;
}

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Opens everything and starts. A refusal is one English sentence with the cure. */
export async function startService(options: ServiceOptions): Promise<Result<Service, string>> {
  const { config, token, apiRoot, now, log } = options;
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

  const database = openDatabase(config.databaseFile);
  const files = await openFiles(config.dataDir, keyFor(secret.value.text, 'files'));
  const papers = createPaperWorker();
  const auditKey = Buffer.from(keyFor(secret.value.text, 'audit')).toString('hex');
  const head = keepHead(
    (newest) => writeAuditHead(config.dataDir, newest),
    (error) => log.error({ error }, 'The head of the audit journal could not be kept'),
  );
  const stopping = new AbortController();
  const http = createTelegramFetch(config.httpsProxy);
  const limiter = createLimiter({ clock: () => performance.now(), sleep });
  const bot = newBot(token, { client: { apiRoot, fetch: http.fetch, timeoutSeconds: 90 } });
  const { api } = bot;
  const download: Download = async (filePath) => {
    const response = await http.fetch(`${apiRoot}/file/bot${token}/${filePath}`);
    if (!response.ok) throw new Error(`A file could not be fetched: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  const metrics = createMetrics({
    waiting: () => intake.waiting(),
    parkedInAll: () => parkedUpdates(database.read),
  });
  api.config.use(patience({ limiter, sleep, onRetry: metrics.retried, stopping: stopping.signal }));

  const end = async () => {
    await papers.close();
    await http.close();
    await database.close();
    lock.value.release();
  };
  let me: Awaited<ReturnType<typeof api.getMe>>;
  try {
    me = await api.getMe();
  } catch (error) {
    await end();
    return refused(unreachableTelegram(error, apiRoot));
  }
  introduce(bot, me);

  const around = {
    edition: editions.value.edition,
    newestEdition: editions.value.newest,
    operatorIds: config.operatorIds,
    botUsername: me.username,
    timeZone: config.timeZone,
    files,
    papers,
    newToken: () => randomBytes(32).toString('base64url'),
    contactPhone: contactPhoneOf(database.read, now),
  };
  const visitOptions: VisitOptions = {
    api,
    database,
    limiter,
    around,
    auditKey,
    now,
    onAudited: head.moved,
  };
  const journeys = createJourneys({
    outsidePrivate: createGroups(visitOptions),
    workOf: (actorId, at) => createWork({ ...visitOptions, actorId, now: at }),
  });
  const handle = composeBot({
    bot,
    journeys,
    states: await loadStates(database, now),
    download,
    visit: openVisits(visitOptions),
  });
  const outbox = startOutbox({
    database,
    api,
    limiter,
    now,
    sleep,
    messages: journeys.messages,
    cards: journeys.cards,
    recipient: recipients(database, around, now),
    isForum: (chatId) => isForum(database.read, chatId),
    onMigrated: (from, to) => groupMoved(visitOptions, from, to, 0),
    onUnreachable: (personId) =>
      markUnreachable(workFor(visitOptions, 0, 0), personId, config.operatorIds),
    onFailure: (error, what) => {
      metrics.owedFailed();
      log.error({ error: messageOf(error) }, `Not sent yet: ${what}`);
    },
  });
  const apologise = apologiser(api, database);
  const intake = createIntake({
    database,
    now,
    sleep,
    async handle(update, row) {
      const began = performance.now();
      await handle(update, row);
      outbox.wake();
      metrics.handled((performance.now() - began) / 1000);
    },
    async apologise(update: Update) {
      metrics.parked();
      await apologise(update);
    },
    onFailure(error, updateId) {
      metrics.failed();
      log.error({ error: messageOf(error), stack: stackOf(error), updateId }, 'An update failed');
    },
  });
  const schedule = startSchedule([tidyInbox(database)], now, (error, job) =>
    log.error({ error: messageOf(error) }, `The job ${job} failed`),
  );
  let polling: Polling | null = null;
  let open = false;
  const service: Service = {
    database,
    intake,
    outbox,
    metrics,
    log,
    visitOptions,
    async tick() {
      await schedule.tick();
      outbox.wake();
    },
    ready: () => open,
    async stop() {
      open = false;
      stopping.abort(new Error('stopping'));
      await polling?.stop();
      await schedule.stop();
      await intake.stop();
      await outbox.stop();
      await head.close();
      await end();
    },
  };
  await options.beforePolling?.(service);
  await introduceBot(api);
  await intake.resume();
  if (config.webhook && config.botToken !== null) {
    const { url, secret: secret_token } = config.webhook;
    await api.setWebhook(url, { secret_token, allowed_updates: [...ALLOWED_UPDATES] });
  } else {
    if ((await api.getWebhookInfo()).url) await api.deleteWebhook();
    polling = startPolling(
      {
        api,
        take: intake.take,
        sleep,
        onFailure: (error) =>
          log.warn({ error: messageOf(error) }, 'Telegram does not answer; trying again'),
        onConflict: () =>
          log.error('Another program reads the updates of this bot (409): only one may run.'),
      },
      options.onEnd,
    );
  }
  open = true;
  return ok(service);
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
const stackOf = (error: unknown): string | undefined =>
  error instanceof Error ? error.stack?.split('\n').slice(1, 6).join('\n') : undefined;

function unreachableTelegram(error: unknown, apiRoot: string): string {
  const code = (error as { error_code?: number }).error_code;
  if (code === 401 || code === 404) {
    return 'Telegram does not know this BOT_TOKEN: copy it again from @BotFather.';
  }
  return `Telegram (${apiRoot}) does not answer: check the network, HTTPS_PROXY and BOT_API_ROOT. ${messageOf(error)}`;
}

export const createLog = (level: Config['logLevel']): Logger => pino({ level, base: null });
