import { describe, expect, test } from 'vitest';
import path from 'node:path';
import { encode } from '../../src/chat/callback.ts';
import { newestEvent } from '../../src/domain/assessment/answers.store.ts';
import { DEMO_CAST } from '../../src/app/demo-cast.ts';
import type { ApiCall } from '../../src/sandbox/options.ts';
import type { World } from '../../src/sandbox/world.ts';
import { itemCode } from '../../src/domain/checklist/code.rules.ts';
import { items } from '../../src/domain/checklist/lookup.rules.ts';
import { shippedEdition } from '../support/frozen.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { answerEverything } from './filled.ts';
import { copyOf, end, openTelegram, type Program, runBot } from './process.ts';
import { openScene } from './scene.ts';

const OFFICER = DEMO_CAST.officer.id;
const COMMISSION = [DEMO_CAST.chair.id, DEMO_CAST.firstMember.id, DEMO_CAST.secondMember.id];
const YES = 1;
/** Eight items that one tap answers. */
const ITEMS = items(shippedEdition())
  .filter(({ type }) => type === 'rating')
  .slice(0, 8)
  .map(({ id }) => itemCode(id));

/** Data of a municipality, as a bot that was stopped has left them. */
async function prepared(answered: boolean) {
  const scene = await openScene();
  if (answered) await answerEverything(scene);
  const { client, assessmentId, town } = scene;
  const seen = await newestEvent(client, assessmentId);
  await town.stop();
  // The next Telegram numbers its updates from the beginning again.
  await whatStands(town.dataDir, (stopped) => stopped.inboxUpdate.deleteMany());
  return { dataDir: town.dataDir, assessmentId, seen };
}

/** Kills the program at the `nth` call that fits, before Telegram applies it or just after. */
function killer() {
  let order: { fits: (call: ApiCall) => boolean; nth: number; program: Program } | null = null;
  return {
    at(program: Program, nth: number, fits: (call: ApiCall) => boolean) {
      order = { fits, nth, program };
    },
    intercept(call: ApiCall) {
      if (!order?.fits(call)) return undefined;
      order.nth -= 1;
      if (order.nth === 0) order.program.child.kill('SIGKILL');
      return undefined;
    },
  };
}

const messageIn = (world: World): number =>
  world.messages(OFFICER).findLast(({ from, keyboard }) => from === 'bot' && keyboard)?.id ?? 0;

/** The officer opens the bot anew, for this Telegram has not seen the chat before. */
async function opened(world: World): Promise<number> {
  world.start(OFFICER);
  await expect.poll(() => messageIn(world), { timeout: 10_000, interval: 10 }).not.toBe(0);
  return messageIn(world);
}

const settled = (world: World) =>
  expect
    .poll(() => world.callbacks().filter(({ answer }) => !answer).length, {
      timeout: 15_000,
      interval: 10,
    })
    .toBe(0);

async function whatStands<T>(
  dataDir: string,
  read: (client: ReturnType<typeof openDatabase>['client']) => Promise<T>,
): Promise<T> {
  const database = openDatabase(path.join(dataDir, 'eskertkich.db'));
  try {
    return await read(database.client);
  } finally {
    await database.close();
  }
}

const isAnswer = ({ method }: ApiCall) => method === 'answerCallbackQuery';
const isEdit = ({ method }: ApiCall) => method === 'editMessageText';
const isSending = ({ method }: ApiCall) => method === 'sendMessage';

describe('SIGKILL in the middle of a walk', () => {
  test('loses no acknowledged answer and writes none twice, whenever it comes', async () => {
    const { dataDir, assessmentId } = await prepared(false);
    const moments = [
      { nth: 1, fits: isEdit },
      { nth: 4, fits: isAnswer },
      { nth: 6, fits: isEdit },
    ];
    for (const { nth, fits } of moments) {
      const kill = killer();
      const telegram = await openTelegram((call) => kill.intercept(call));
      const { world } = telegram;
      const data = copyOf(dataDir);
      const first = await runBot(telegram, data);
      const messageId = await opened(world);
      kill.at(first, nth, fits);
      for (const item of ITEMS) {
        const press = encode('rate', [assessmentId, item, YES, 0]);
        world.press({ personId: OFFICER, chatId: OFFICER, messageId, data: press });
      }
      await first.ended;
      const acknowledged = world.callbacks().filter(({ answer }) => answer);
      expect(acknowledged.length).toBeLessThan(ITEMS.length);
      const before = await whatStands(data, (client) =>
        client.answer.findMany({ where: { rating: 'yes' }, select: { item: true } }),
      );
      const saved = new Set(before.map(({ item }) => item));
      for (const { data: pressed } of acknowledged) {
        expect(saved).toContain(Number.parseInt(pressed.split('.')[2] ?? '', 36));
      }

      const second = await runBot(telegram, data);
      await settled(world);
      await end(second, 'SIGTERM');
      const events = await whatStands(data, (client) =>
        client.answerEvent.findMany({ select: { item: true, revision: true } }),
      );
      expect(events.toSorted((a, b) => a.item - b.item)).toEqual(
        ITEMS.map((item) => ({ item, revision: 1 })),
      );
    }
  }, 60_000);
});

describe('SIGKILL in the middle of a submission', () => {
  test('submits once, skips no number and shows each member one card, whenever it comes', async () => {
    const { dataDir, assessmentId, seen } = await prepared(true);
    const moments = [
      // Committed, and the officer has not been shown.
      { nth: 1, fits: isEdit, onItsWay: 0 },
      // Cards are on their way to the commission.
      { nth: 1, fits: isSending, onItsWay: COMMISSION.length },
      { nth: 3, fits: isSending, onItsWay: COMMISSION.length },
    ];
    for (const { nth, fits, onItsWay } of moments) {
      const kill = killer();
      const telegram = await openTelegram((call) => kill.intercept(call));
      const { world } = telegram;
      const data = copyOf(dataDir);
      const first = await runBot(telegram, data);
      for (const member of COMMISSION) world.start(member);
      const messageId = await opened(world);
      await expect
        .poll(() => COMMISSION.map((id) => world.messages(id).length), { timeout: 10_000 })
        .toEqual([2, 2, 2]);
      kill.at(first, nth, fits);
      const sure = encode('submitSure', [assessmentId, seen]);
      const place = { personId: OFFICER, chatId: OFFICER, messageId };
      world.press({ ...place, data: sure });
      world.press({ ...place, data: sure });
      await first.ended;
      const second = await runBot(telegram, data);
      await settled(world);
      const cards = () =>
        COMMISSION.map((id) => world.messages(id).filter(({ from }) => from === 'bot').length - 1);
      await expect.poll(() => Math.min(...cards()), { timeout: 15_000 }).toBeGreaterThan(0);
      await end(second, 'SIGTERM');
      const repeated = cards().reduce((sum, count) => sum + count, 0) - COMMISSION.length;
      expect(repeated).toBeLessThanOrEqual(onItsWay);
      const stands = await whatStands(data, async (client) => ({
        submissions: await client.submission.findMany({ select: { number: true } }),
        counted: await client.setting.findMany({ where: { value: '1' } }),
        submitted: await client.auditEntry.count({ where: { action: 'submission.submitted' } }),
        unsent: await client.outboxMessage.count({ where: { sentAt: null, failedAt: null } }),
      }));
      const year = new Date().getFullYear();
      expect(stands).toMatchObject({
        submissions: [{ number: `${year}-0001` }],
        submitted: 1,
        unsent: 0,
      });
      expect(stands.counted).toHaveLength(1);
    }
  }, 60_000);
});
