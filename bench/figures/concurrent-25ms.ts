import { setTimeout as sleep } from 'node:timers/promises';
import { startContender } from '../contender.ts';
import { copyOf, type PreparedData, prepareData } from '../data.ts';
import { type Figure, median, quotient, rounded } from '../figure.ts';
import { compare, type Comparison } from '../lost-answers.ts';
import { end, type FakeTelegram, startFake } from '../processes.ts';
import { startProduct } from '../product.ts';

const LIMIT = 30;
const PAIRS = 3;
const OFFICERS = 100;
const LINE_MS = 25;
const WARM_UP_MS = 1500;
const WINDOW_MS = 2500;

interface Run extends Comparison {
  readonly perSecond: number;
  readonly outageMs: number;
  readonly acknowledged: number;
}

/** Answers acknowledged within a window, and its seconds. */
async function windowOf(fake: FakeTelegram): Promise<{ answers: number; seconds: number }> {
  const began = performance.now();
  const { answers: before } = await fake.counts();
  await sleep(WINDOW_MS);
  const { answers } = await fake.counts();
  return { answers: answers - before, seconds: (performance.now() - began) / 1000 };
}

/** The product with a SIGKILL in the middle of the tapping; the second window begins cold. */
async function killedRun(template: PreparedData): Promise<Run> {
  const data = copyOf(template);
  const fake = await startFake();
  const first = await startProduct(fake, data.dataDir);
  await fake.begin(data.officers);
  await fake.delay(LINE_MS);
  await fake.goOn(data.officers);
  await sleep(WARM_UP_MS);
  const before = await windowOf(fake);
  const killedAt = performance.now();
  await end(first.child, 'SIGKILL');
  const second = await startProduct(fake, data.dataDir);
  const outageMs = Math.round(performance.now() - killedAt);
  const after = await windowOf(fake);
  await fake.rest();
  await end(second.child, 'SIGTERM');
  const acknowledged = await fake.acknowledged();
  await end(fake.child, 'SIGTERM');
  return {
    perSecond: Math.round((before.answers + after.answers) / (before.seconds + after.seconds)),
    outageMs,
    acknowledged: acknowledged.length,
    ...(await compare(data.dataDir, acknowledged)),
  };
}

/**
 * A hundred officers on a line of 25 ms a call, over grammY's own polling, which handles one update
 * after another. The product is killed in the middle; nothing acknowledged may be lost or doubled.
 */
export async function concurrent25ms(): Promise<Figure> {
  const data = await prepareData(OFFICERS);
  const bare: number[] = [];
  const runs: Run[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    const contender = await startContender('bareStockHttp', data, { lineMs: LINE_MS });
    bare.push(rounded((await contender.tapFor(WINDOW_MS)).perSecond, 1));
    await contender.end();
    runs.push(await killedRun(data));
  }
  const rates = runs.map(({ perSecond }) => perSecond);
  const ratio = rounded(median(quotient(rates, bare)), 1);
  const safe = runs.every(
    ({ lost, doubled, journalWhole, acknowledged }) =>
      acknowledged > 0 && lost === 0 && doubled === 0 && journalWhole,
  );
  return {
    name: 'concurrent_25ms',
    ratio,
    unit: 'answers a second over sequential polling, 25 ms a call, 100 officers, one SIGKILL',
    limit: `at least ${LIMIT}, nothing acknowledged lost`,
    ok: ratio >= LIMIT && safe,
    product: rates,
    sequential: bare,
    acknowledged: runs.map((run) => run.acknowledged),
    lost: runs.map((run) => run.lost),
    doubled: runs.map((run) => run.doubled),
    journalWhole: runs.every((run) => run.journalWhole),
    outageMs: runs.map((run) => run.outageMs),
  };
}
