import { copyOf, prepareData } from '../data.ts';
import { type Figure, median, quotient, rounded } from '../figure.ts';
import { end, startFake } from '../processes.ts';
import { startProduct } from '../product.ts';

const LIMIT = 1.15;
/** Items at the places 1 to 8 and 41 to 48 of the memo. */
const FIRST = new Set([101, 102, 201, 202, 203, 204, 301, 302]);
const LAST = new Set([1210, 1211, 1212, 1301, 1401, 1402, 1403, 1404]);
/** Taps of a walk: every item answered or, where it asks for typed numbers, put off. */
const WALK = 60;
const FURTHER = 300;
/** The first walks warm the process up and are not counted. */
const WARM_UP = 25;
const WALKS = 25;

/**
 * Handling time (from handing the update out until both calls have come back) of the answers 41 to 48
 * of a walk, and of eight answers after 300 further ones, over that of the first eight; one officer
 * at a time, medians, compared within each officer.
 */
export async function answerFlat(): Promise<Figure> {
  const data = copyOf(await prepareData(WARM_UP + WALKS));
  const fake = await startFake();
  const { child } = await startProduct(fake, data.dataDir);
  await fake.begin(data.officers);
  for (const officer of data.officers.slice(0, WARM_UP)) await fake.walk(officer, WALK);
  const first: number[] = [];
  const last: number[] = [];
  const further: number[] = [];
  const firstAgain: number[] = [];
  for (const officer of data.officers.slice(WARM_UP)) {
    const { answers } = await fake.walk(officer, WALK);
    const times = (items: ReadonlySet<number>) =>
      median(
        answers
          .slice(0, 44)
          .filter(({ item }) => items.has(item))
          .map(({ ms }) => ms),
      );
    first.push(times(FIRST));
    last.push(times(LAST));
    firstAgain.push(median(answers.slice(44, 52).map(({ ms }) => ms)));
    const after = await fake.walk(officer, FURTHER);
    further.push(median(after.answers.slice(-8).map(({ ms }) => ms)));
  }
  await end(child, 'SIGTERM');
  await end(fake.child, 'SIGTERM');
  const walk = rounded(median(quotient(last, first)), 3);
  const later = rounded(median(quotient(further, first)), 3);
  return {
    name: 'answer_flat',
    ratio: Math.max(walk, later),
    unit: 'time of an answer late in a walk over that of the first eight',
    limit: `at most ${LIMIT}`,
    ok: walk <= LIMIT && later <= LIMIT,
    answers41to48: walk,
    after300Taps: later,
    after300TapsOverFirstReanswers: rounded(median(quotient(further, firstAgain)), 3),
    firstMs: rounded(median(first), 3),
    lastMs: rounded(median(last), 3),
    furtherMs: rounded(median(further), 3),
    walks: WALKS,
  };
}
