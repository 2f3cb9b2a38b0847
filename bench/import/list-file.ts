import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { BIG_LIST_HEADINGS, bigListRow } from '../../tests/support/big-list.ts';
import { freshFolder } from '../data.ts';

/** An XLSX of so many people, one training and one rank each. Returns its path. */
export async function writeListFile(people: number): Promise<string> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Тизме');
  sheet.addRow([...BIG_LIST_HEADINGS]);
  for (let n = 0; n < people; n++) sheet.addRow(bigListRow(n));
  const file = path.join(freshFolder(), 'list.xlsx');
  writeFileSync(file, await workbook.xlsx.writeBuffer());
  return file;
}
