import { readFile } from 'node:fs/promises';
import type { Row } from '../domain/organisation/import.rules.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { parseDelimited } from '../domain/shared/delimited.ts';
import { fileProblem } from './file-problem.ts';
import type { Ports } from './ports.ts';

/** Rows of a CSV or TSV file in UTF-8, or of the first sheet of an XLSX file. */
export async function readTable(
  file: string,
  readSheet: Ports['readSheet'],
): Promise<Result<Row[], string>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return refused(fileProblem(error, file));
  }
  if (file.toLowerCase().endsWith('.xlsx')) {
    const rows = await readSheet(bytes);
    return rows
      ? ok(rows.map((cells, at) => ({ line: at + 1, cells })))
      : refused(`${file} is not an XLSX workbook: save it once more as "Excel workbook (.xlsx)".`);
  }
  try {
    return ok(parseDelimited(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return refused(`${file} is not in UTF-8: save it as "CSV UTF-8", or as XLSX.`);
  }
}
