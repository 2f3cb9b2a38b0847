import { expect, test } from 'vitest';
import { createListWorker } from '../../../src/worker/lists.ts';
import { openOffice } from '../../support/visit.ts';
import { HEADINGS, sheetOf, workbook } from './workbook-bytes.ts';

const TODAY = '2026-01-15';
const good = sheetOf([HEADINGS, ['Асанов Үсөн', 'адис', '12.03.2021', '15.05.2024']]);
/** Ninety megabytes of text that the reader of XML has to keep as one. */
const swollen = workbook([{ name: 'A', data: `<!--${'-x'.repeat(45_000_000)}-->` }]);

test.each([
  ['its thread runs out of memory', swollen, 60_000],
  ['it takes longer than a list can', good, 1],
])('a list is refused as too large when %s, and the next one is answered', async (_, bytes, limit) => {
  const office = await openOffice();
  const ask = async (lists: ReturnType<typeof createListWorker>, list: Buffer) => {
    const source = { kind: 'file', name: 'тизме.xlsx', bytes: list } as const;
    const checked = await lists.check({ orgId: office.orgId, today: TODAY, source });
    return checked.ok ? checked.value.preview.added : checked.error.code;
  };
  const lists = createListWorker(office.database.file, limit);
  try {
    expect(await ask(lists, bytes)).toBe('list.tooLarge');
    expect(await ask(lists, good)).toBe(limit > 1 ? 1 : 'list.tooLarge');
  } finally {
    await lists.close();
  }
});
