import { Writable } from 'node:stream';
import { WorkbookWriter } from '@cj-tech-master/excelts';
import type { Sheet } from '../domain/summary/sheets.model.ts';
import { dressHeading, FONT, linesOf } from './xlsx-look.ts';

export type WorksheetWriter = ReturnType<WorkbookWriter['addWorksheet']>;

/**
 * Makes a workbook whose rows leave memory as they are written: 10 000 people with 32 columns do not
 * fit into a worker's otherwise. `keywords`: of the file's properties.
 */
export async function streamedXlsx(
  about: { readonly title: string; readonly author: string; readonly keywords: string | null },
  write: (workbook: WorkbookWriter) => void,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const sink = new Writable({
    write(piece: Uint8Array, _encoding, done) {
      pieces.push(piece);
      done();
    },
  });
  const workbook = new WorkbookWriter({
    stream: sink,
    useStyles: true,
    useSharedStrings: false,
    creator: about.author,
  });
  // The writer puts its own fields into the file's properties; its type names only some of them.
  Object.assign(workbook, { title: about.title, keywords: about.keywords ?? undefined });
  write(workbook);
  await workbook.commit();
  return new Uint8Array(Buffer.concat(pieces));
}

/** A table to be read, with a frozen head and rows as high as their texts. */
export function writeTable(workbook: WorkbookWriter, { name, columns, rows }: Sheet): void {
  const worksheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  worksheet.columns = columns.map(({ width }) => ({
    width,
    style: {
      font: { name: FONT, size: 11 },
      alignment: { wrapText: true, vertical: 'top' },
      numFmt: '@',
    },
  }));
  const head = worksheet.addRow(columns.map(({ heading }) => heading));
  head.eachCell((cell) => dressHeading(cell));
  head.commit();
  for (const values of rows) {
    const row = worksheet.addRow([...values]);
    const lines = values.map((value, at) => linesOf(String(value ?? ''), columns[at]?.width ?? 10));
    row.height = 16 * Math.max(1, ...lines);
    row.commit();
  }
  worksheet.commit();
}
