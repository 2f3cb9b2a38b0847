import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import path from 'node:path';
import { pino } from 'pino';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { ApiCall } from '../../src/sandbox/options.ts';
import type { MessageView } from '../../src/sandbox/world/view.ts';
import { freshFolder, sure } from '../data.ts';
import { type Figure, rounded } from '../figure.ts';
import { nextDeed } from '../taps/script.ts';

const MOST_TAPS = 80;
const MOST_CALLS_A_TAP = 2;
/** The officer of the demo municipality. */
const OFFICER = 1001;
/** What the script is to give. */
const ANSWERS = { plans: 6, yes: 40, partly: 4, no: 2, 'not-applicable': 2 };
/** More deeds than any walk needs: the script went round in circles. */
const ENOUGH = 300;

/** Waits until the bot has taken in and answered everything. */
async function quiet({ sandbox, service }: App): Promise<void> {
  do {
    while ((sandbox?.world.pendingUpdates().length ?? 0) > 0) await sleep(2);
    await service().intake.idle();
  } while ((sandbox?.world.pendingUpdates().length ?? 0) > 0);
}

const dataOf = (message: MessageView): string[] =>
  (message.keyboard?.inline_keyboard ?? [])
    .flat()
    .flatMap(({ callback_data }) => (callback_data === undefined ? [] : [callback_data]));

/**
 * A scripted officer against the sandbox's strict Bot API, from the letter to "sent": her taps, and the
 * calls to Telegram each of them costs. She presses only buttons of the message she sees.
 */
export async function tapsFull(): Promise<Figure> {
  const calls: ApiCall[] = [];
  const config = sure(readConfig({ DATA_DIR: path.join(freshFolder(), 'data'), HTTP_PORT: '0' }));
  const fail = (reason: Error) => {
    throw reason;
  };
  const intercept = (call: ApiCall) => {
    calls.push(call);
    return undefined;
  };
  const app = sure(await createApp(config, fail, { intercept, log: pino({ level: 'error' }) }));
  const { sandbox } = app;
  if (!sandbox) throw new Error('The sandbox did not start');
  const { world } = sandbox;
  const place = { personId: OFFICER, chatId: OFFICER };
  const letter = world.state().people.find(({ id }) => id === OFFICER)?.letter;
  world.start(OFFICER, letter?.startParameter);
  await quiet(app);

  const seen = { taps: 0, typed: 0, callsOfTaps: 0, mostCalls: 0 };
  const shown = new Set<string>();
  for (let deeds = 0; ; deeds++) {
    const screen = world
      .messages(OFFICER)
      .findLast(({ from, deleted }) => from === 'bot' && deleted !== true);
    if (!screen || deeds > ENOUGH) throw new Error('The officer of taps_full gets nowhere');
    shown.add(screen.text?.split('\n')[0]?.split(' · ')[0] ?? '');
    const before = calls.length;
    const deed = nextDeed(dataOf(screen), screen.text ?? '');
    if ('done' in deed) break;
    if ('type' in deed) {
      world.send({ ...place, text: deed.type });
      seen.typed += 1;
    } else {
      world.press({ ...place, messageId: screen.id, data: deed.press });
      seen.taps += 1;
    }
    await quiet(app);
    if (!('press' in deed)) continue;
    const made = calls.slice(before).filter(isOfTheTap).length;
    seen.callsOfTaps += made;
    seen.mostCalls = Math.max(seen.mostCalls, made);
  }
  const sent = calls.filter(
    ({ method, parameters }) => method.startsWith('send') && Number(parameters.chat_id) === OFFICER,
  );
  const answers = await answersOf(app);
  await app.stop();
  const cards = [...shown].filter((head) => /^\d+\.\d+$/.test(head)).length;
  return {
    name: 'taps_full',
    value: seen.taps,
    unit: 'taps from the link to "sent"',
    limit: `at most ${MOST_TAPS} taps, at most ${MOST_CALLS_A_TAP} calls a tap, 48 cards shown`,
    ok:
      seen.taps <= MOST_TAPS &&
      seen.mostCalls <= MOST_CALLS_A_TAP &&
      cards === 48 &&
      isDeepStrictEqual(answers, ANSWERS),
    answers,
    typedMessages: seen.typed,
    callsATap: rounded(seen.callsOfTaps / seen.taps),
    mostCallsOfATap: seen.mostCalls,
    newMessagesSent: sent.length,
    cardsShown: cards,
  };
}

/** How many answers of each kind were given, and the plans among them. */
async function answersOf(app: App): Promise<Record<string, number>> {
  const { client } = app.service().database;
  const rows = await client.answer.findMany({ where: { rating: { not: null } } });
  const counts: Record<string, number> = { plans: 0 };
  for (const { rating, planWhat, planWho, planUntil } of rows) {
    counts[rating ?? ''] = (counts[rating ?? ''] ?? 0) + 1;
    if (planWhat && planWho && planUntil) counts.plans = (counts.plans ?? 0) + 1;
  }
  return counts;
}

/** What goes to the commission in the meantime is not of this tap. */
const isOfTheTap = ({ method, parameters }: ApiCall): boolean =>
  method === 'answerCallbackQuery' || Number(parameters.chat_id) === OFFICER;
