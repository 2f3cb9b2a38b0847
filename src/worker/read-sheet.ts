/**
 * The texts of the first sheet of an XLSX workbook, row by row from the first line on; null: the bytes
 * are no workbook. For the command line, whose process serves nobody else.
 */
export async function readSheet(bytes: Uint8Array): Promise<string[][] | null> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes);
  } catch {
    return null;
  }
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      cells.push(cell.text);
    });
    rows.push(cells);
  });
  return rows;
}
