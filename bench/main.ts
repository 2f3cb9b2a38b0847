import { removeFolders } from './data.ts';
import type { Figure } from './figure.ts';
import { answerFlat } from './figures/answer-flat.ts';
import { answerVsSmallest } from './figures/answer-vs-smallest.ts';
import { concurrent25ms } from './figures/concurrent-25ms.ts';
import { digestPace } from './figures/digest-pace.ts';
import { eventLoopGap } from './figures/event-loop-gap.ts';
import { importRows } from './figures/import-rows.ts';
import { start } from './figures/start.ts';
import { sweepVsSql } from './figures/sweep-vs-sql.ts';
import { tapsFull } from './figures/taps-full.ts';
import { endAll } from './processes.ts';

/** `npm run bench [name…]`: one line of JSON for each figure; 1 as exit code when one misses its limit. */
const FIGURES: Readonly<Record<string, () => Promise<Figure>>> = {
  answer_vs_smallest: answerVsSmallest,
  answer_flat: answerFlat,
  concurrent_25ms: concurrent25ms,
  event_loop_gap: eventLoopGap,
  import_rows: importRows,
  taps_full: tapsFull,
  start,
  sweep_vs_sql: sweepVsSql,
  digest_pace: digestPace,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in FIGURES));
if (unknown !== undefined) {
  process.stderr.write(`There is no figure ${unknown}: ${Object.keys(FIGURES).join(', ')}\n`);
  process.exit(2);
}

const leave = () => {
  endAll();
  removeFolders();
};
process.on('exit', leave);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

for (const [name, measure] of Object.entries(FIGURES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const began = performance.now();
  const figure = await measure();
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`${JSON.stringify({ ...figure, seconds })}\n`);
  if (figure.ok === false) process.exitCode = 1;
}
process.exit();
