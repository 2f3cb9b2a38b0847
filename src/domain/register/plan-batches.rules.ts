import type { RecordFacts } from './model.ts';
import type { PlanBatch, RegisterDiff } from './plan.model.ts';
import { type ServantRow, servantRow } from './row.rules.ts';

/** Rows of one transaction: on a slow disk a tenth of the patience of those who wait. */
const ROWS = 300;

/**
 * What an import writes, in batches of about 300 rows, each JSON in bytes: what is handed over
 * costs the receiving thread next to nothing until it is parsed. The people added get the numbers 0, -1, -2 …
 * `goneOn`: those not listed left on that day; null: they stay.
 */
export function planBatches(
  { added, changed, gone }: RegisterDiff,
  goneOn: string | null,
): { readonly batches: readonly Uint8Array[]; readonly numbers: number } {
  const batches: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let batch = empty();
  let rows = 0;
  const put = (
    row: ServantRow,
    records: readonly RecordFacts[],
    ended: readonly number[],
    isNew: boolean,
  ) => {
    const { servant } = row;
    batch.servants.push(row);
    for (const record of records) batch.records.push({ ...record, servant });
    batch.ended.push(...ended);
    if (!isNew) batch.closed.push(servant);
    rows += 1 + records.length + ended.length + (isNew ? 0 : 1);
    if (rows >= ROWS) flush();
  };
  const flush = () => {
    if (rows > 0) batches.push(encoder.encode(JSON.stringify(batch satisfies PlanBatch)));
    batch = empty();
    rows = 0;
  };
  for (const [n, { servant, records }] of added.entries()) {
    put(servantRow({ ...servant, servant: -n }), records, [], true);
  }
  for (const { after, records, ended } of changed) put(servantRow(after), records, ended, false);
  if (goneOn !== null) {
    for (const one of gone) put(servantRow({ ...one, leftOn: goneOn }), [], [], false);
  }
  flush();
  return { batches, numbers: added.length };
}

const empty = () => ({
  servants: [] as ServantRow[],
  records: [] as (RecordFacts & { servant: number })[],
  closed: [] as number[],
  ended: [] as number[],
});

/** A batch with the numbers taken for the people added; `first` is the first of them. */
export function withNumbers(batch: Uint8Array, first: number): PlanBatch {
  const { servants, records, closed, ended } = JSON.parse(
    new TextDecoder().decode(batch),
  ) as PlanBatch;
  const numbered = <T extends { readonly servant: number }>(one: T): T =>
    one.servant > 0 ? one : { ...one, servant: first - one.servant };
  return { servants: servants.map(numbered), records: records.map(numbered), closed, ended };
}
