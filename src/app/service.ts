import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pino, { type Logger } from 'pino';
import { composeBot } from '../bot/bot.ts';
import { loadStates } from '../bot/conversation-states.ts';
import { createIntake, type Intake } from '../bot/intake.ts';
import { type Outbox, startOutbox } from '../bot/outbox.ts';
import { ALLOWED_UPDATES, type Polling, startPolling } from '../bot/polling.ts';
import { introduceBot } from '../bot/profile.ts';
import type { Config } from '../config.ts';
import { createWork } from '../domain/audit/work.service.ts';
import { isForum, unbindGroup } from '../domain/commission/group.service.ts';
import { parkedUpdates } from '../domain/inbox/service.ts';
import { recoverImports } from '../domain/register/import-wiping.service.ts';
import { ok, type Result } from '../domain/shared/result.ts';
import { tidyImports } from '../jobs/imports.ts';
import { startSchedule } from '../jobs/schedule.ts';
import { writeAuditHead } from '../storage/audit-head.ts';
import type { OpenDatabase } from '../storage/database.ts';
import { takeImportLock } from '../storage/lock.ts';
import { createListWorker } from '../worker/lists.ts';
import { createPaperWorker } from '../worker/papers.ts';
import { createSweeper } from '../worker/sweep.ts';
import { apologiser } from './apology.ts';
import { contactPhoneOf } from './content.ts';
import { openData } from './data.ts';
import { failureOf } from '../bot/failure.ts';
import { createGroups, groupMoved } from './groups.ts';
import { keepHead } from './head-keeper.ts';
import { createJobs } from './jobs.ts';
import { createJourneys } from './journeys.ts';
import { openLine } from './line.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { comeBack, fallSilent } from './presence.ts';
import { recipients } from './recipients.ts';
import { regretting } from './regret.ts';
import { openVisits, type VisitOptions, workFor } from './visits.ts';

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

/** Milliseconds in which calls under way may end when the service stops; then they are cut. */
const GRACE = 8000;

/** Opens everything and starts. A refusal is one English sentence with the cure. */
export async function startService(options: ServiceOptions): Promise<Result<Service, string>> {
  const { config, token, apiRoot, now, log } = options;
  const opened = await openData(config, log);
  if (!opened.ok) return opened;
  const data = opened.value;
  const { database } = data;
  const failed = (error: unknown, what: string) => log.error(failureOf(error), what);

  const stopping = new AbortController();
  const sleep = async (ms: number): Promise<void> =>
    setTimeout(ms, undefined, { signal: stopping.signal });
  const metrics = createMetrics({
    waiting: () => intake.waiting(),
    parkedInAll: () => parkedUpdates(database.read),
  });
  const { httpsProxy, timeZone, operatorIds } = config;
  const line = openLine({ token, apiRoot, httpsProxy, sleep, onRetry: metrics.retried });
  const me = await line.introduce();
  if (!me.ok) {
    await line.close();
    await data.close();
    return me;
  }
  const { api } = line.bot;
  const papers = createPaperWorker();
  const lists = createListWorker(config.databaseFile);
  const sweeper = createSweeper(config.databaseFile);
  const head = keepHead(
    (newest) => writeAuditHead(config.dataDir, newest),
    (error) => failed(error, 'The head of the audit journal could not be kept'),
  );
  const visitOptions: VisitOptions = {
    api,
    database,
    limiter: line.limiter,
    around: {
      edition: data.editions.edition,
      newestEdition: data.editions.newest,
      operatorIds,
      botUsername: me.value.username,
      timeZone,
      files: data.files,
      papers,
      lists,
      newToken: () => randomBytes(32).toString('base64url'),
      contactPhone: contactPhoneOf(database.read, now),
    },
    auditKey: data.auditKey,
    now,
    onAudited: head.moved,
  };
  const onUnreachable = (personId: number) => fallSilent(visitOptions, personId);
  const journeys = createJourneys({
    outsidePrivate: createGroups(visitOptions),
    workOf: (actorId, at) => createWork({ ...visitOptions, actorId, now: at }),
  });
  const open = openVisits(visitOptions);
  const handle = composeBot({
    bot: line.bot,
    journeys,
    states: await loadStates(database, now),
    download: line.download,
    async visit(update) {
      const visit = await open(update);
      if (visit && update.message) await comeBack(visitOptions, visit.visit.actor.personId);
      return visit;
    },
    onUnreachable,
  });
  const outbox = startOutbox({
    database,
    api,
    limiter: line.limiter,
    now,
    sleep,
    messages: journeys.messages,
    cards: journeys.cards,
    recipient: recipients(database, visitOptions.around, now),
    isForum: (chatId) => isForum(database.read, chatId),
    onMigrated: (from, to) => groupMoved(visitOptions, from, to, 0),
    onUnreachable,
    onGroupGone: (chatId) => unbindGroup(workFor(visitOptions, 0, 0), chatId),
    onFailure(error, what) {
      metrics.owedFailed();
      failed(error, `Not sent yet: ${what}`);
    },
  });
  const apologise = apologiser(api, database);
  const taking = createIntake({
    database,
    now,
    sleep,
    async handle(update, row) {
      const began = performance.now();
      await handle(update, row);
      outbox.wake();
      metrics.handled((performance.now() - began) / 1000);
    },
    async apologise(update, applied) {
      metrics.parked();
      await apologise(update, applied);
    },
    onFailure(error, updateId) {
      metrics.failed();
      log.error({ ...failureOf(error), updateId }, 'An update failed');
    },
  });
  const intake: Intake = {
    ...taking,
    take: regretting(
      taking.take,
      (update) => apologise(update, false),
      (error) => failed(error, 'Somebody could not be told that nothing was saved'),
    ),
  };
  const jobs = await createJobs(visitOptions, sweeper.sweep, metrics.digestsOwed);
  const imports = tidyImports(database, () => takeImportLock(config.dataDir));
  const schedule = startSchedule([...jobs, imports], now, (error, job) =>
    failed(error, `The job ${job} failed`),
  );
  let polling: Polling | null = null;
  let introducing = Promise.resolve();
  let running = false;
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
    ready: () => running,
    async stop() {
      running = false;
      stopping.abort();
      const cut = global.setTimeout(() => void line.close(), GRACE);
      await polling?.stop();
      await schedule.stop();
      await Promise.all([intake.stop(), outbox.stop()]);
      clearTimeout(cut);
      await head.close();
      await papers.close();
      await lists.close();
      await sweeper.close();
      await line.close();
      await introducing;
      await data.close();
    },
  };
  await recoverImports(database, 'bot');
  await options.beforePolling?.(service);
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
        onFailure: (error) => log.warn(failureOf(error), 'Telegram does not answer; trying again'),
        onRefused: (error) =>
          failed(error, 'Updates cannot be written (is the disk full?); Telegram keeps them'),
        onConflict: () =>
          log.error('Another program reads the updates of this bot (409): only one may run.'),
      },
      options.onEnd,
    );
  }
  running = true;
  // Telegram lets descriptions be set only now and then; nobody waits for it.
  introducing = introduceBot(api).catch((error: unknown) => {
    if (!stopping.signal.aborted) failed(error, 'The commands and the description were not set');
  });
  return ok(service);
}

export const createLog = (level: Config['logLevel']): Logger => pino({ level, base: null });
