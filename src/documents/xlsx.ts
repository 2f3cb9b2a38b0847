import { PaperSize, Workbook } from '@cj-tech-master/excelts';
import type { Sheet, Sheets } from '../domain/summary/sheets.model.ts';
import { dressHeading, FONT } from './xlsx-look.ts';

/** A workbook with a frozen, filtered head in each sheet. Every text is a string cell, never a formula. */
export async function sheetsXlsx(sheets: Sheets): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.title = sheets.title;
  workbook.creator = sheets.author;
  for (const sheet of sheets.sheets) addSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** One table as a sheet with a frozen, filtered head. */
export function addSheet(workbook: Workbook, sheet: Sheet): void {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: PaperSize.A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  worksheet.columns = sheet.columns.map(({ width }) => ({ width }));
  const head = worksheet.addRow(sheet.columns.map(({ heading }) => heading));
  head.eachCell((cell) => dressHeading(cell));
  for (const values of sheet.rows) {
    const row = worksheet.addRow([...values]);
    row.eachCell((cell) => {
      cell.font = { name: FONT, size: 11 };
      cell.alignment = { wrapText: true, vertical: 'top' };
      if (typeof cell.value === 'string') cell.numFmt = '@';
    });
  }
  worksheet.autoFilter = {
    from: { row: 1, col: 1 },
    to: { row: sheet.rows.length + 1, col: sheet.columns.length },
  };
}
