import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { onTestFinished } from 'vitest';
import { createLimiter } from '../../src/bot/limiter.ts';
import { composeBot, introduce, type Journeys } from '../../src/bot/bot.ts';
import type { EdgeContext } from '../../src/bot/context.ts';
import { loadStates } from '../../src/bot/conversation-states.ts';
import { createDesk } from '../../src/bot/desk.ts';
import { createIntake } from '../../src/bot/intake.ts';
import { patience } from '../../src/bot/patience.ts';
import { ALLOWED_UPDATES } from '../../src/bot/polling.ts';
import { createTelegramFetch } from '../../src/bot/telegram-fetch.ts';
import { translate } from '../../src/chat/translator.ts';
import type { Surroundings } from '../../src/chat/visit.ts';
import { createWork } from '../../src/domain/audit/work.service.ts';
import { applied } from '../../src/domain/inbox/service.ts';
import { AIGUL, openTelegram, TOKEN } from '../sandbox/telegram.ts';
import { createChat } from '../support/chat.ts';
import { freshDatabase } from '../support/database.ts';
import { sleep } from './updates.ts';

const nobody = () => Promise.reject(new Error('Nothing of this test comes here'));

/** Journeys of which a test tells only what it needs. */
export const journeysOf = (change: Partial<Journeys>): Journeys => ({
  actions: {},
  forms: [],
  onMessage: [],
  commands: {},
  present: () => Promise.resolve({ screen: { text: 'азыркы', rows: [] } }),
  stranger: () => Promise.resolve(null),
  unknownButton: () => Promise.resolve({ toast: 'эски баскыч', alert: true }),
  outsidePrivate: nobody,
  ...change,
});

/**
 * The edge with journeys of the test's own: sandbox, HTTP, intake, middleware, desk. Айгүл is person 1
 * unless she is to be a stranger. `pump` takes in and handles what she did.
 */
export async function openEdge(journeys: Journeys, options: { stranger?: boolean } = {}) {
  const telegram = await openTelegram();
  const database = await freshDatabase();
  const personId = options.stranger ? 0 : 1;
  await database.client.person.create({
    data: { id: 1, telegramId: AIGUL.id, name: 'Айгүл', language: 'ky', createdAt: 1 },
  });
  const http = createTelegramFetch(null);
  onTestFinished(() => http.close());
  const bot = new Bot<EdgeContext>(TOKEN, {
    client: { apiRoot: telegram.base, fetch: http.fetch, timeoutSeconds: 20 },
  });
  const { api } = bot;
  const brief = () => sleep(2);
  const limiter = createLimiter({ clock: () => performance.now(), sleep: brief });
  api.config.use(patience({ limiter, sleep: brief, onRetry: () => {} }));
  introduce(bot, await api.getMe());
  const now = () => telegram.clock.now;
  const silent: number[] = [];
  const apologies: boolean[] = [];
  const failures: string[] = [];

  /** A process: after `crash` another one runs on the same data. */
  const open = async (theirs: Journeys) => {
    const handle = composeBot({
      bot: Object.assign(new Bot<EdgeContext>(TOKEN, { botInfo: bot.botInfo }), { api }),
      journeys: theirs,
      states: await loadStates(database, now),
      download: nobody,
      onUnreachable(person) {
        silent.push(person);
        return Promise.resolve();
      },
      visit(update: Update) {
        const pressed = update.callback_query;
        const messageId = pressed?.message?.message_id ?? null;
        const actor = {
          personId,
          telegramId: AIGUL.id,
          name: 'Айгүл',
          language: 'ky',
          roles: [],
        } as const;
        const work = createWork({
          database,
          auditKey: 'key',
          actorId: personId,
          now: now(),
          finally: (tx) => applied(tx, update.update_id, now()),
        });
        const visit = {
          actor,
          t: translate('ky'),
          language: 'ky',
          work,
          now: now(),
          today: '2026-11-02',
          around: {} as Surroundings,
          pressed: messageId,
        } as const;
        const desk = createDesk({
          api,
          database,
          limiter,
          chatId: AIGUL.id,
          personId,
          pressed: pressed && messageId !== null ? { queryId: pressed.id, messageId } : null,
        });
        return Promise.resolve({ visit, desk });
      },
    });
    return createIntake({
      database,
      now,
      sleep: brief,
      handle,
      apologise(_update, saved) {
        apologies.push(saved);
        return Promise.resolve();
      },
      onFailure: (error) => failures.push(error instanceof Error ? error.message : ''),
    });
  };

  let intake = await open(journeys);
  const fetchUpdates = async () => {
    const updates = await api.getUpdates({ timeout: 0, allowed_updates: [...ALLOWED_UPDATES] });
    const last = updates.at(-1);
    if (last) await api.getUpdates({ offset: last.update_id + 1, timeout: 0 });
    return updates;
  };
  const pump = async () => {
    await intake.take(await fetchUpdates());
    await intake.idle();
  };
  const said = () =>
    telegram.world
      .messages(AIGUL.id)
      .flatMap(({ from, text, deleted }) => (from === 'bot' && !deleted ? [text] : []));
  return {
    ...telegram,
    api,
    database,
    silent,
    apologies,
    failures,
    fetchUpdates,
    pump,
    said,
    chat: createChat(telegram.world, AIGUL.id, pump),
    /** Writes to the inbox without handling, as a process does that is killed then. */
    async takeOnly(change: { applied: boolean }) {
      const updates = await fetchUpdates();
      await database.client.inboxUpdate.createMany({
        data: updates.map((update) => ({
          updateId: update.update_id,
          chatId: AIGUL.id,
          body: JSON.stringify(update),
          receivedAt: 1,
          appliedAt: change.applied ? 1 : null,
        })),
      });
      return updates;
    },
    /** The next process takes up what was left. `forget` marks rows as not finished first. */
    async restart(theirs: Journeys = journeys, reopened: readonly Update[] = []) {
      await intake.stop();
      for (const update of reopened) {
        await database.client.inboxUpdate.update({
          where: { updateId: update.update_id },
          data: { doneAt: null, body: JSON.stringify(update) },
        });
      }
      intake = await open(theirs);
      await intake.resume();
      await intake.idle();
    },
  };
}
