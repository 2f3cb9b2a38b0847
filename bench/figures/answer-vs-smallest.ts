import path from 'node:path';
import { whereTimeGoes } from '../cpu-profile.ts';
import { freshFolder, prepareData } from '../data.ts';
import { type Figure, median, quotient, rounded } from '../figure.ts';
import { type Contender, type Throughput, throughputOf } from '../throughput.ts';

const LIMIT = 0.5;
const PAIRS = 3;
const OFFICERS = 100;
const COUNTED = { warmUpMs: 2500, countedMs: 3000 };
const BESIDE = { warmUpMs: 1500, countedMs: 2000 };

/**
 * Answers a second of the whole product over those of the smallest bot of the same stack. Beside it the
 * ratios to a bare grammY and to the smallest bot on our adapter, and where the product's time goes.
 */
export async function answerVsSmallest(): Promise<Figure> {
  const data = await prepareData(OFFICERS);
  const run = (contender: Contender) => throughputOf(contender, data, COUNTED);
  const product: Throughput[] = [];
  const smallest: Throughput[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    smallest.push(await run('smallest'));
    product.push(await run('product'));
  }
  const bare = await throughputOf('bare', data, BESIDE);
  const ownAdapter = await throughputOf('smallest-own-adapter', data, BESIDE);
  const folder = freshFolder();
  const options = ['--cpu-prof', `--cpu-prof-dir=${path.join(folder)}`];
  await throughputOf('product', data, BESIDE, options);
  const rates = product.map(({ perSecond }) => perSecond);
  const yardstick = smallest.map(({ perSecond }) => perSecond);
  const ratio = rounded(median(quotient(rates, yardstick)));
  const middle = median(rates);
  return {
    name: 'answer_vs_smallest',
    ratio,
    unit: 'answers a second over the smallest bot of the same stack',
    limit: `at least ${LIMIT}`,
    ok: ratio >= LIMIT,
    product: rates,
    smallest: yardstick,
    cpuMsAnAnswer: {
      product: median(product.map(({ cpuMs }) => cpuMs)),
      smallest: median(smallest.map(({ cpuMs }) => cpuMs)),
    },
    callsATap: median(product.map(({ callsATap }) => callsATap)),
    toBare: rounded(middle / bare.perSecond),
    bare: bare.perSecond,
    toSmallestOnOurAdapter: rounded(middle / ownAdapter.perSecond),
    smallestOnOurAdapter: ownAdapter.perSecond,
    timeShares: whereTimeGoes(folder),
  };
}
