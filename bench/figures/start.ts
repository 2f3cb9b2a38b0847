import { setTimeout as sleep } from 'node:timers/promises';
import { copyOf, prepareData } from '../data.ts';
import { type Figure, median, quotient, rounded } from '../figure.ts';
import { residentMb } from '../process-cost.ts';
import { end, startFake } from '../processes.ts';
import { startBot } from '../contender.ts';

const PAIRS = 3;
/** After this the process has collected what its start left over. */
const IDLE_MS = 3000;

interface Start {
  readonly ms: number;
  readonly mb: number;
}

/** From the start of the process to the first getUpdates on a migrated database, and the memory idle. */
export async function start(): Promise<Figure> {
  const template = await prepareData(10);
  const run = async (name: 'product' | 'smallest'): Promise<Start> => {
    const data = copyOf(template);
    const fake = await startFake();
    const program = await startBot(name, fake, data);
    await sleep(IDLE_MS);
    const ms = (await fake.firstPollAt()) - program.startedAt;
    const mb = residentMb(program.child.pid);
    await end(program.child, 'SIGKILL');
    await end(fake.child, 'SIGTERM');
    return { ms, mb };
  };
  const product: Start[] = [];
  const smallest: Start[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    smallest.push(await run('smallest'));
    product.push(await run('product'));
  }
  const times = product.map(({ ms }) => ms);
  const ratio = quotient(
    times,
    smallest.map(({ ms }) => ms),
  );
  return {
    name: 'start',
    value: median(times),
    unit: 'milliseconds from the start to the first getUpdates',
    limit: null,
    ok: null,
    rssMb: median(product.map(({ mb }) => mb)),
    toSmallest: rounded(median(ratio)),
    product,
    smallest,
  };
}
