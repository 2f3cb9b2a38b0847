import { setTimeout as sleep } from 'node:timers/promises';
import { copyOf, databaseIn, type PreparedData } from './data.ts';
import { rounded } from './figure.ts';
import { end, type FakeTelegram, type Program, startFake } from './processes.ts';
import { cpuSecondsOf } from './process-cost.ts';
import { startProduct, startYardstick } from './product.ts';

/** Who is measured. */
export type Contender =
  | 'product'
  | 'smallest'
  | 'smallest-own-adapter'
  | 'bare'
  | 'bare-stock-http';

export interface Timing {
  readonly warmUpMs: number;
  readonly countedMs: number;
  /** What each call waits for its answer; absent: nothing. */
  readonly lineMs?: number;
}

export interface Throughput {
  /** Answers acknowledged in a second. */
  readonly perSecond: number;
  /** Calls to Telegram for one tap, without getUpdates. */
  readonly callsATap: number;
  /** Milliseconds of processor time for one answer, of the bot's process alone. */
  readonly cpuMs: number;
}

export async function startContender(
  contender: Contender,
  fake: FakeTelegram,
  data: PreparedData,
  nodeOptions: readonly string[] = [],
): Promise<Program> {
  const database = databaseIn(data.dataDir);
  switch (contender) {
    case 'product':
      return startProduct(fake, data.dataDir, nodeOptions);
    case 'smallest':
      return startYardstick('smallest-bot', fake, { DATABASE: database });
    case 'smallest-own-adapter':
      return startYardstick('smallest-bot', fake, { DATABASE: database, ADAPTER: 'own' });
    case 'bare':
      return startYardstick('bare-bot', fake, { CLIENT: 'undici' });
    case 'bare-stock-http':
      return startYardstick('bare-bot', fake, {});
  }
}

/** All officers tap side by side, each after the answer to the tap before. */
export async function throughputOf(
  contender: Contender,
  template: PreparedData,
  { warmUpMs, countedMs, lineMs = 0 }: Timing,
  nodeOptions: readonly string[] = [],
): Promise<Throughput> {
  const data = copyOf(template);
  const fake = await startFake();
  const { child } = await startContender(contender, fake, data, nodeOptions);
  await fake.begin(data.officers);
  await fake.delay(lineMs);
  await fake.goOn(data.officers);
  await sleep(warmUpMs);
  const before = await fake.counts();
  const cpuBefore = cpuSecondsOf(child.pid);
  const began = performance.now();
  await sleep(countedMs);
  const after = await fake.counts();
  const seconds = (performance.now() - began) / 1000;
  const cpu = cpuSecondsOf(child.pid) - cpuBefore;
  await fake.rest();
  await end(child, 'SIGTERM');
  await end(fake.child, 'SIGTERM');
  const answers = after.answers - before.answers;
  return {
    perSecond: Math.round(answers / seconds),
    callsATap: rounded((after.calls - before.calls) / (after.taps - before.taps)),
    cpuMs: rounded((cpu * 1000) / answers, 3),
  };
}
