import { setTimeout as sleep } from 'node:timers/promises';
import { encode } from '../../src/chat/callback.ts';
import { addReaders, oweDigests } from '../digests.ts';
import { prepareData } from '../data.ts';
import { type Figure, median, rounded } from '../figure.ts';
import { end, type FakeTelegram, startFake } from '../processes.ts';
import { startProduct, TOKEN } from '../product.ts';

const DIGESTS = 1000;
/** Messages a second that Telegram allows. */
const CEILING = 30;
const LEAST = 0.95;
const TAPPING = 10;
/** Milliseconds between two taps of one officer. */
const PAUSE = 300;

/**
 * 1 000 digests against a Bot API that enforces 30 messages in a sliding second and one a second in a
 * chat, while officers tap: how near the ceiling they go out, that none is refused, and how long taps take.
 */
export async function digestPace(): Promise<Figure> {
  const data = await prepareData(TAPPING);
  addReaders(data.dataDir, DIGESTS);
  const fake = await startFake();
  const { child } = await startProduct(fake, data.dataDir);
  await fake.begin(data.officers);
  const quiet = await tapping(fake, data.officers, sleep(5000));
  await sleep(1100);
  await fake.enforce();
  const owed = await oweDigests(data.dataDir, { BOT_TOKEN: TOKEN, BOT_API_ROOT: fake.url });
  const busy = await tapping(fake, data.officers, arrival(fake, owed));
  const { accepted, refused, spanMs } = await fake.flow();
  await end(child, 'SIGTERM');
  await end(fake.child, 'SIGTERM');
  const aSecond = ((accepted - 1) * 1000) / spanMs;
  const ratio = rounded(aSecond / CEILING, 3);
  return {
    name: 'digest_pace',
    ratio,
    unit: 'digests a second over the 30 that Telegram allows',
    limit: `at least ${LEAST}, and no 429`,
    ok: ratio >= LEAST && refused === 0 && accepted === DIGESTS,
    digests: accepted,
    refused,
    digestsASecond: rounded(aSecond),
    tapsP99Ms: rounded(part(busy, 0.99), 1),
    tapsMedianMs: rounded(median(busy), 1),
    tapsP99MsWithout: rounded(part(quiet, 0.99), 1),
    taps: busy.length,
  };
}

const part = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

async function arrival(fake: FakeTelegram, digests: number): Promise<void> {
  for (;;) {
    const { accepted } = await fake.flow();
    if (accepted >= digests) return;
    await sleep(200);
  }
}

/** Each of these officers presses her way home again and again until the time is over. */
async function tapping(
  fake: FakeTelegram,
  officers: readonly number[],
  over: Promise<unknown>,
): Promise<number[]> {
  const taps: number[] = [];
  let going = true;
  const walk = async (officer: number) => {
    while (going) {
      taps.push(await fake.press(officer, encode('home', [])));
      await sleep(PAUSE);
    }
  };
  const all = officers.map(walk);
  await over;
  going = false;
  await Promise.all(all);
  return taps;
}
