import { expect, test } from 'vitest';
import { createListWorker } from '../../../src/worker/lists.ts';
import { openOffice } from '../../support/visit.ts';
import { listPaper } from '../../../src/worker/make-list.ts';
import { unzip } from '../../support/zip.ts';
import { HEADINGS, sheetOf, workbook } from './workbook-bytes.ts';

const TODAY = '2026-01-15';
const good = sheetOf([HEADINGS, ['Асанов Үсөн', 'адис', '12.03.2021', '15.05.2024']]);
/** Ninety megabytes of text that the reader of XML has to keep as one. */
const swollen = workbook([{ name: 'A', data: `<!--${'-x'.repeat(45_000_000)}-->` }]);

test.each([
  ['its thread runs out of memory', swollen, 60_000],
  ['it takes longer than a list can', good, 1],
])(
  'a list is refused as too large when %s, and the next one is answered',
  async (_, bytes, limit) => {
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
  },
);

test('a workbook with a whole column joined is marked in a copy of its cells', async () => {
  const bytes = sheetOf([HEADINGS, ['Асанов', 'адис', '31.02.2020', '']], ['C2:C1048576']);
  const source = { kind: 'file', name: 'тизме.xlsx', bytes } as const;
  const problem = { sheet: 'Тизме', row: 2, value: '31.02.2020', code: 'dateUnclear' } as const;
  const column = { letter: 'C', heading: 'Дайындалган күнү' };
  const problems = [{ ...problem, column, values: {}, stops: true, sentence: 'Күнүн жазыңыз.' }];
  const paper = await listPaper({ kind: 'staff-marked', language: 'ky', source, problems });
  const parts = [...unzip(paper.bytes)].map(([name, part]) => `${name} ${part.toString()}`);
  expect(parts.some((part) => /^xl\/comments.*Күнүн жазыңыз/s.test(part))).toBe(true);
  expect(parts.some((part) => part.includes('<mergeCell'))).toBe(false);
});
