import { inTurns, type Name, startContender, sumOf, type Window } from '../contender.ts';
import { whereTimeGoes } from '../cpu-profile.ts';
import { freshFolder, type PreparedData, prepareData } from '../data.ts';
import { type Figure, median, quotient, rounded } from '../figure.ts';

const LIMIT = 0.5;
const OFFICERS = 50;
const WARM_UP_MS = 3000;
const ROUNDS = 9;
const WINDOW_MS = 800;
const PROFILED_MS = 4000;

/** Milliseconds of processor time for an answer. */
const costOf = (windows: readonly Window[]): number =>
  sumOf(windows, 'cpuMs') / sumOf(windows, 'answers');

/**
 * Answers a second of the whole product over those of the smallest bot of the same stack. Beside it the
 * ratios to a bare grammY and to the smallest bot on our adapter, and where the product's time goes.
 */
export async function answerVsSmallest(): Promise<Figure> {
  const data = await prepareData(OFFICERS);
  const names: readonly Name[] = ['product', 'smallest', 'smallestOnOurAdapter', 'bare'];
  const contenders = [];
  for (const name of names) contenders.push(await startContender(name, data));
  for (const contender of contenders) await contender.tapFor(WARM_UP_MS);
  const [product = [], smallest = [], onOurs = [], bare = []] = await inTurns(
    contenders,
    ROUNDS,
    WINDOW_MS,
  );
  for (const contender of contenders) await contender.end();
  const rates = (windows: readonly Window[]) => windows.map(({ perSecond }) => perSecond);
  const over = (others: readonly Window[]) =>
    rounded(median(quotient(rates(product), rates(others))));
  const ratio = over(smallest);
  return {
    name: 'answer_vs_smallest',
    ratio,
    unit: 'answers a second over the smallest bot of the same stack',
    limit: `at least ${LIMIT}`,
    ok: ratio >= LIMIT,
    product: rates(product).map(Math.round),
    smallest: rates(smallest).map(Math.round),
    processorRatio: rounded(costOf(smallest) / costOf(product)),
    processorMsAnAnswer: {
      product: rounded(costOf(product), 3),
      smallest: rounded(costOf(smallest), 3),
      smallestOnOurAdapter: rounded(costOf(onOurs), 3),
      bare: rounded(costOf(bare), 3),
    },
    toBare: over(bare),
    toSmallestOnOurAdapter: over(onOurs),
    callsATap: rounded(sumOf(product, 'calls') / sumOf(product, 'taps')),
    timeShares: await timeShares(data),
  };
}

/** A run of its own under the profiler, which slows it down. */
async function timeShares(data: PreparedData): Promise<Record<string, number>> {
  const folder = freshFolder();
  const nodeOptions = ['--cpu-prof', `--cpu-prof-dir=${folder}`];
  const contender = await startContender('product', data, { nodeOptions });
  await contender.tapFor(PROFILED_MS);
  await contender.end();
  return whereTimeGoes(folder);
}
