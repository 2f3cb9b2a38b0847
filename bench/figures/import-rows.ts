import { type Figure, median, quotient, rounded } from '../figure.ts';
import { writeListFile } from '../import/list-file.ts';
import { printed, startProgram } from '../processes.ts';

const LIMIT = 0.15;
const MOST_MS = 10_000;
const MOST_MB = 150;
const PEOPLE = 10_000;
const PAIRS = 5;

interface Yardstick {
  readonly people: number;
  readonly ms: number;
  readonly parseMs: number;
}

interface Import {
  readonly people: number;
  readonly ms: number;
  readonly checkMs: number;
  readonly gapMs: number;
  readonly overIdleMb: number;
}

async function run<Told extends { readonly people: number }>(
  program: string,
  file: string,
): Promise<Told> {
  const { child } = startProgram(`bench/import/${program}.ts`, {}, [], [file]);
  const told = JSON.parse(await printed(child, /^\{.*\}$/m)) as Told;
  if (told.people !== PEOPLE) throw new Error(`${program} took in ${told.people} people`);
  return told;
}

/**
 * Rows a second of a whole import of 10 000 people with one training and one rank each (read, check,
 * compare, read again, write, bring into force) over a streaming parse of the same workbook and the
 * same rows inserted in one transaction; the memory it takes over idle, and the longest gap of the
 * thread that writes.
 */
export async function importRows(): Promise<Figure> {
  const file = await writeListFile(PEOPLE);
  const least: Yardstick[] = [];
  const whole: Import[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    least.push(await run<Yardstick>('yardstick', file));
    whole.push(await run<Import>('product', file));
  }
  const times = whole.map(({ ms }) => ms);
  const ratio = rounded(
    median(
      quotient(
        least.map(({ ms }) => ms),
        times,
      ),
    ),
  );
  const overIdleMb = Math.round(Math.max(...whole.map((one) => one.overIdleMb)));
  const ms = Math.round(median(times));
  return {
    name: 'import_rows',
    ratio,
    unit: 'rows a second of a whole import over parsing and inserting alone',
    limit: `at least ${LIMIT}, ${MOST_MS / 1000} s and ${MOST_MB} MB over idle at most`,
    ok: ratio >= LIMIT && ms <= MOST_MS && overIdleMb <= MOST_MB,
    ms,
    checkMs: Math.round(median(whole.map(({ checkMs }) => checkMs))),
    peopleASecond: Math.round((PEOPLE / ms) * 1000),
    overIdleMb,
    longestGapMs: whole.map(({ gapMs }) => rounded(gapMs, 1)),
    yardstickMs: least.map((one) => Math.round(one.ms)),
    parseMs: Math.round(median(least.map(({ parseMs }) => parseMs))),
  };
}
