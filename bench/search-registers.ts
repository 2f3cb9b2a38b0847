import Sqlite from 'better-sqlite3';
import { cutoffs } from '../src/domain/reminder/cutoffs.rules.ts';
import { DUE_KINDS, HORIZON } from '../src/domain/reminder/model.ts';
import { silenceOf } from '../src/domain/reminder/sweep.service.ts';
import { campaignQuery, dueQuery } from '../src/domain/reminder/sweep.store.ts';
import type { Rule, RuleBook, RuleCode } from '../src/domain/rules/model.ts';
import { createSweeper } from '../src/worker/sweep.ts';
import { MORNING } from './registers.ts';

/** What a process of its own searches, and how often; `turns` of 0: one sweep and nothing else. */
export interface SearchOrder {
  readonly file: string;
  readonly rules: readonly (readonly [RuleCode, readonly Rule[]])[];
  readonly turns: number;
}

export interface Searched {
  /** Milliseconds of each turn, as the clock and as the processor counts them. */
  readonly sweep: readonly number[];
  readonly sweepCpu: readonly number[];
  readonly sql: readonly number[];
  readonly sqlCpu: readonly number[];
  /** Rows that the SELECTs give. */
  readonly rows: number;
  readonly organisations: number;
  /** Most resident memory of the process, megabytes. */
  readonly rssMb: number;
}

/** The same SELECTs, prepared and iterated by better-sqlite3 on a connection of its own. */
function iterate(file: string, rules: RuleBook): number {
  const from = cutoffs(rules, MORNING, HORIZON);
  const silence = silenceOf(rules);
  const queries = DUE_KINDS.map((kind) => dueQuery(kind, from[kind], silence));
  const db = new Sqlite(file, { readonly: true });
  db.exec('BEGIN');
  let rows = 0;
  for (const { sql, values } of [...queries, campaignQuery(MORNING)]) {
    for (const _ of db
      .prepare(sql)
      .raw()
      .iterate(...values))
      rows += 1;
  }
  db.close();
  return rows;
}

const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function timed<T>(clock: number[], cpu: number[], work: () => T | Promise<T>): Promise<T> {
  const began = performance.now();
  const used = processor();
  const made = await work();
  clock.push(performance.now() - began);
  cpu.push(processor() - used);
  return made;
}

async function search({ file, rules, turns }: SearchOrder): Promise<void> {
  const book: RuleBook = new Map(rules);
  const times: Record<'sweep' | 'sweepCpu' | 'sql' | 'sqlCpu', number[]> = {
    sweep: [],
    sweepCpu: [],
    sql: [],
    sqlCpu: [],
  };
  let rows = 0;
  let organisations = 0;
  for (let turn = 0; turn < Math.max(1, turns); turn += 1) {
    if (turns > 0) rows = await timed(times.sql, times.sqlCpu, () => iterate(file, book));
    const found = await timed(times.sweep, times.sweepCpu, async () => {
      const sweeper = createSweeper(file);
      const swept = await sweeper.sweep(book, MORNING);
      await sweeper.close();
      return swept;
    });
    organisations = found.length;
  }
  const rssMb = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  process.send?.({ ...times, rows, organisations, rssMb } satisfies Searched);
  process.disconnect();
}

// A rejection ends the process, which the caller reports.
process.once('message', (order: SearchOrder) => void search(order));
