import { LIST_BYTES, type ListRefusal, type ListSource } from '../domain/register/import.model.ts';
import { findHeader, type ListHeader } from '../domain/register/list-header.rules.ts';
import { markedOrganisation } from '../domain/register/list-mark.rules.ts';
import { readRows } from '../domain/register/list-rows.rules.ts';
import type { ListTable, ReadList } from '../domain/register/list-table.model.ts';
import type { RankLine } from '../domain/register/model.ts';
import { ok, type Result, refused } from '../domain/shared/result.ts';
import { bytesKind } from './list-kind.ts';
import { ListProblem, tooLarge } from './list-limits.ts';
import { readDelimitedTable, readLines } from './list-lines.ts';
import { readSheetPart } from './list-sheet.ts';
import { decodeText } from './list-text.ts';
import { openWorkbook } from './list-workbook.ts';
import { ArchiveProblem, openArchive } from './list-zip.ts';

/** Rows of each sheet looked at to find the one with the list. */
const LOOKED_AT = 20;

/**
 * Reads a list as an officer sends it: XLSX, CSV or pasted lines. Everything wrong with its cells is in
 * `problems`; refused is only what is no list at all. `today` is local; `line` is the line of ranks
 * of the body, where the list does not say it. What is read is bounded whatever a file declares.
 */
export async function readList(
  source: ListSource,
  today: string,
  orgId: number,
  line: RankLine | null = null,
): Promise<Result<ReadList, ListRefusal>> {
  try {
    const found = await tableOf(source, today, orgId);
    const header = found.header ? ok(found.header) : findHeader(found.table);
    if (!header.ok) return header;
    const read = readRows(found.table, header.value, { today, line });
    return read.ok ? ok({ ...read.value, passedOver: found.passedOver }) : read;
  } catch (error) {
    if (error instanceof ListProblem) return refused(error.refusal);
    if (!(error instanceof ArchiveProblem)) throw error;
    return refused(
      error.reason === 'tooLarge' ? tooLarge().refusal : { code: `list.${error.reason}` },
    );
  }
}

interface FoundTable {
  readonly table: ListTable;
  /** Given where the table has no headings of its own. */
  readonly header: ListHeader | null;
  readonly passedOver: readonly string[];
}

/** The cells of a list, whosever it is. Throws where `readList` refuses. */
export const sourceTable = async (source: ListSource): Promise<ListTable> =>
  (await tableOf(source, ANY_YEAR, null)).table;

/** Where dates are only told from words. */
const ANY_YEAR = '2000-01-01';

async function tableOf(
  source: ListSource,
  today: string,
  orgId: number | null,
): Promise<FoundTable> {
  if (source.kind === 'lines') {
    if (source.text.trim() === '') throw new ListProblem({ code: 'list.empty' });
    if (source.text.length > LIST_BYTES) throw tooLarge();
    return { ...readLines(source.text, Number(today.slice(0, 4))), passedOver: [] };
  }
  const { bytes } = source;
  if (bytes.length > LIST_BYTES) throw tooLarge();
  const kind = bytesKind(bytes);
  if (kind === 'zip') return await workbookTable(bytes, orgId);
  if (kind !== 'text') throw new ListProblem({ code: kind });
  const table = readDelimitedTable(decodeText(bytes));
  if (table.rows.length === 0) throw new ListProblem({ code: 'list.empty' });
  return { table, header: null, passedOver: [] };
}

/** The sheet in which most headings are known; the others that look like lists are passed over. */
async function workbookTable(bytes: Uint8Array, orgId: number | null): Promise<FoundTable> {
  const parts = await openWorkbook(openArchive(bytes));
  const marked = markedOrganisation(parts.keywords);
  if (orgId !== null && marked !== null && marked !== orgId)
    throw new ListProblem({ code: 'list.foreign' });
  const [only] = parts.sheets;
  if (only && parts.sheets.length === 1) {
    return filled(await readSheetPart(parts, only), []);
  }
  const candidates: { sheet: (typeof parts.sheets)[number]; known: number; rows: number }[] = [];
  for (const sheet of parts.sheets) {
    const table = await readSheetPart(parts, sheet, LOOKED_AT);
    const header = findHeader(table);
    const known = header.ok
      ? header.value.columns.size
      : header.error.code === 'list.noHeader'
        ? -1
        : 0;
    candidates.push({ sheet, known, rows: table.rows.length });
  }
  const [best, ...others] = candidates.toSorted(
    (a, b) => b.known - a.known || Number(b.rows > 0) - Number(a.rows > 0),
  );
  if (!best) throw new ListProblem({ code: 'list.damaged' });
  const passedOver = others.filter(({ known }) => known > 0).map(({ sheet }) => sheet.name);
  return filled(await readSheetPart(parts, best.sheet), passedOver);
}

function filled(table: ListTable, passedOver: readonly string[]): FoundTable {
  if (table.rows.length === 0) throw new ListProblem({ code: 'list.empty' });
  return { table, header: null, passedOver };
}
