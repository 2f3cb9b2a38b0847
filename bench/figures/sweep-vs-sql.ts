import path from 'node:path';
import { ruleBook } from '../../src/domain/rules/service.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { freshFolder } from '../data.ts';
import { type Figure, median, quotient, rounded } from '../figure.ts';
import { ask } from '../processes.ts';
import { buildRegisters } from '../registers.ts';
import type { Searched, SearchOrder } from '../search-registers.ts';

const PEOPLE = 1_000_000;
const FEWER = 100_000;
const TURNS = 5;
const LIMIT = 1.3;

/**
 * Everything due among a million people in a thousand organisations, found by the product in its worker
 * thread, over the same SELECTs prepared and iterated by better-sqlite3; and the memory it takes.
 */
export async function sweepVsSql(): Promise<Figure> {
  const few = await registers(FEWER);
  const many = await registers(PEOPLE);
  const search = (file: string, rules: SearchOrder['rules'], turns: number) =>
    ask<Searched>('search-registers.ts', { file, rules, turns } satisfies SearchOrder);
  const rssMb = [
    (await search(few.file, few.rules, 0)).rssMb,
    (await search(many.file, many.rules, 0)).rssMb,
  ];
  const turns = await search(many.file, many.rules, TURNS);
  const ratio = rounded(median(quotient(turns.sweep, turns.sql)));
  return {
    name: 'sweep_vs_sql',
    ratio,
    unit: 'time of the sweep over its SELECTs iterated by better-sqlite3',
    limit: `at most ${LIMIT}`,
    ok: ratio <= LIMIT,
    processorRatio: rounded(median(quotient(turns.sweepCpu, turns.sqlCpu))),
    people: PEOPLE,
    rowsDue: turns.rows,
    organisations: turns.organisations,
    sweepSeconds: rounded(median(turns.sweep) / 1000),
    sqlSeconds: rounded(median(turns.sql) / 1000),
    buildSeconds: many.seconds,
    rssMbAt: { [FEWER]: rssMb[0], [PEOPLE]: rssMb[1] },
  };
}

async function registers(people: number) {
  const began = performance.now();
  const file = path.join(freshFolder(), 'registers.db');
  await buildRegisters(file, people);
  const database = openDatabase(file);
  const rules = [...(await ruleBook(database.read))];
  await database.close();
  return { file, rules, seconds: rounded((performance.now() - began) / 1000) };
}
