import { setTimeout as sleep } from 'node:timers/promises';
import { encode } from '../../src/chat/callback.ts';
import { SUBMISSION_FORMATS } from '../../src/domain/summary/paper-job.model.ts';
import { prepareData } from '../data.ts';
import { type Figure, median, rounded } from '../figure.ts';
import { end, type FakeTelegram, startFake } from '../processes.ts';
import { startProduct } from '../product.ts';
import { submitAll } from '../submitted.ts';

const LIMIT_MS = 30;
const PAIRS = 3;
const TAPPING = 20;
/** Submissions whose two papers (DOCX and PDF) are made in one round: 20 papers. */
const A_ROUND = 10;
const FORMATS = ['docx', 'pdf'] as const;
const QUIET_MS = 4000;
const LINE_MS = 25;

/** Longest gap of the bot's thread since the last look, in milliseconds; each look begins anew. */
async function gapOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const match = /^eskertkich_event_loop_gap_seconds (\S+)$/m.exec(text);
  if (!match) throw new Error('/metrics shows no eskertkich_event_loop_gap_seconds');
  return Number(match[1]) * 1000;
}

/** Orders all papers of a round at once and waits until they have arrived. */
async function makePapers(
  fake: FakeTelegram,
  officers: readonly number[],
  submissions: readonly number[],
): Promise<number> {
  const began = performance.now();
  const { documents: before } = await fake.counts();
  const orders = officers.flatMap((officer, n) =>
    FORMATS.map((format) => {
      const place = SUBMISSION_FORMATS.indexOf(format) + 1;
      return { officer, data: encode('paper', [submissions[n] ?? 0, place]) };
    }),
  );
  for (const { officer, data } of orders) await fake.press(officer, data);
  while ((await fake.counts()).documents < before + orders.length) await sleep(20);
  return performance.now() - began;
}

/**
 * Longest gap of the bot's thread while 20 papers are made, less the longest gap without, while
 * officers go on tapping.
 */
export async function eventLoopGap(): Promise<Figure> {
  const data = await prepareData(TAPPING + A_ROUND * PAIRS);
  const tapping = data.officers.slice(0, TAPPING);
  const writers = data.officers.slice(TAPPING);
  const submissions = await submitAll(data, writers);
  const fake = await startFake();
  const { child, url } = await startProduct(fake, data.dataDir);
  await fake.begin(tapping);
  await fake.delay(LINE_MS);
  await fake.goOn(tapping);
  await sleep(QUIET_MS);
  const without: number[] = [];
  const during: number[] = [];
  const seconds: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    await gapOf(url);
    await sleep(QUIET_MS);
    without.push(rounded(await gapOf(url), 1));
    const from = pair * A_ROUND;
    const some = writers.slice(from, from + A_ROUND);
    const ms = await makePapers(fake, some, submissions.slice(from, from + A_ROUND));
    during.push(rounded(await gapOf(url), 1));
    seconds.push(rounded(ms / 1000, 1));
  }
  await fake.rest();
  await end(child, 'SIGTERM');
  await end(fake.child, 'SIGTERM');
  const value = rounded(median(during.map((gap, n) => gap - (without[n] ?? 0))), 1);
  return {
    name: 'event_loop_gap',
    value,
    unit: 'milliseconds of the longest gap while 20 papers are made, less the longest without',
    limit: `at most ${LIMIT_MS}`,
    ok: value <= LIMIT_MS,
    duringMs: during,
    withoutMs: without,
    secondsForThePapers: seconds,
  };
}
