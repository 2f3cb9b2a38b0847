import { setTimeout as sleep } from 'node:timers/promises';
import { copyOf, databaseIn, type PreparedData } from './data.ts';
import { cpuSecondsOf } from './process-cost.ts';
import { end, type FakeTelegram, type Program, startFake } from './processes.ts';
import { startProduct, startYardstick } from './product.ts';

/** Who is measured: the product, the smallest bot of the same stack, a bare grammY. */
export type Name = 'product' | 'smallest' | 'smallestOnOurAdapter' | 'bare' | 'bareStockHttp';

/** What a window of tapping brought. */
export interface Window {
  /** Answers acknowledged in a second. */
  readonly perSecond: number;
  readonly answers: number;
  readonly taps: number;
  /** Calls to Telegram, without getUpdates. */
  readonly calls: number;
  /** Processor time of the bot's process, in milliseconds. */
  readonly cpuMs: number;
}

export interface Contender {
  readonly fake: FakeTelegram;
  readonly program: Program;
  readonly data: PreparedData;
  /** All officers tap side by side for so long, then rest until every tap is answered. */
  tapFor(ms: number): Promise<Window>;
  end(): Promise<void>;
}

export function startBot(
  name: Name,
  fake: FakeTelegram,
  { dataDir }: PreparedData,
  nodeOptions: readonly string[] = [],
): Promise<Program> {
  const DATABASE = databaseIn(dataDir);
  switch (name) {
    case 'product':
      return startProduct(fake, dataDir, nodeOptions);
    case 'smallest':
      return startYardstick('smallest-bot', fake, { DATABASE });
    case 'smallestOnOurAdapter':
      return startYardstick('smallest-bot', fake, { DATABASE, ADAPTER: 'own' });
    case 'bare':
      return startYardstick('bare-bot', fake, { CLIENT: 'undici' });
    case 'bareStockHttp':
      return startYardstick('bare-bot', fake, {});
    default:
      return name satisfies never;
  }
}

/** Starts a bot with a fake Telegram and data of its own; its officers have their first card. */
export async function startContender(
  name: Name,
  template: PreparedData,
  options: { readonly lineMs?: number; readonly nodeOptions?: readonly string[] } = {},
): Promise<Contender> {
  const data = copyOf(template);
  const fake = await startFake();
  const program = await startBot(name, fake, data, options.nodeOptions);
  await fake.begin(data.officers);
  await fake.delay(options.lineMs ?? 0);
  return {
    fake,
    program,
    data,
    async tapFor(ms) {
      const cpu = cpuSecondsOf(program.child.pid);
      const before = await fake.counts();
      const began = performance.now();
      await fake.goOn(data.officers);
      await sleep(ms);
      const { answers } = await fake.counts();
      const seconds = (performance.now() - began) / 1000;
      await fake.rest();
      const after = await fake.counts();
      return {
        perSecond: (answers - before.answers) / seconds,
        answers: after.answers - before.answers,
        taps: after.taps - before.taps,
        calls: after.calls - before.calls,
        cpuMs: (cpuSecondsOf(program.child.pid) - cpu) * 1000,
      };
    },
    async end() {
      await end(program.child, 'SIGTERM');
      await end(fake.child, 'SIGTERM');
    },
  };
}

/** Lets them tap in turns, A B A B …, so that what else the machine does falls on all alike. */
export async function inTurns(
  contenders: readonly Contender[],
  rounds: number,
  ms: number,
): Promise<Window[][]> {
  const windows: Window[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [n, contender] of contenders.entries()) {
      windows[n]?.push(await contender.tapFor(ms));
    }
  }
  return windows;
}

export const sumOf = (windows: readonly Window[], what: keyof Window): number =>
  windows.reduce((sum, window) => sum + window[what], 0);
