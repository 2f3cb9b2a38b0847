import { shownCell } from '../domain/register/list-cells.rules.ts';
import type { ListSource } from '../domain/register/import.model.ts';
import type { ListMerge, ListTable } from '../domain/register/list-table.model.ts';
import { listWords } from '../domain/register/list-words.rules.ts';
import { paperFileName } from '../domain/summary/file-name.rules.ts';
import { guardFormula } from '../domain/summary/formula-guard.rules.ts';
import type { MarkedBook } from '../domain/summary/list-book.model.ts';
import type { ListPaperJob } from '../domain/summary/list-job.model.ts';
import { markedList } from '../domain/summary/marked-list.rules.ts';
import type { Paper } from '../domain/summary/paper-job.model.ts';
import { staffList, staffTemplate } from '../domain/summary/staff-list.rules.ts';
import { listXlsx } from '../documents/list-xlsx.ts';
import { markedCells, markedWorkbook } from '../documents/marked-xlsx.ts';
import { bytesKind } from './list-kind.ts';
import { sourceTable } from './list-reading.ts';
import { openArchive } from './list-zip.ts';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/**
 * What a workbook may have that is opened as a whole; of a larger one the cells are copied. Bytes
 * unpacked, and cells in one joined range: each becomes one in memory, a joined column a million.
 */
const WHOLE_BYTES = 4 * 1024 * 1024;
const JOINED_CELLS = 20_000;

/** Makes one workbook of the staff register. Rejects when a list to be marked is none. */
export async function listPaper(job: ListPaperJob): Promise<Paper> {
  const { language } = job;
  const words = listWords(language);
  switch (job.kind) {
    case 'staff-list':
      return paper([job.orgName, words.list, language], await listXlsx(staffList(job)));
    case 'staff-template':
      return paper(
        [job.orgName, words.template, language],
        await listXlsx(staffTemplate(language, job.orgName)),
      );
    case 'staff-marked': {
      const book = markedList(job.problems, language);
      const bytes = await marked(job.source, book, words.list);
      const { source } = job;
      const name = source.kind === 'file' ? source.name.replace(/\.[^.]*$/, '') : words.list;
      return paper([name, words.marked.title], bytes);
    }
  }
}

const paper = (parts: readonly [string, ...string[]], bytes: Uint8Array): Paper => ({
  fileName: paperFileName(parts, 'xlsx'),
  mime: MIME,
  bytes,
});

/** Her own workbook where it can be opened as a whole, else what was read of it. */
async function marked(source: ListSource, book: MarkedBook, instead: string): Promise<Uint8Array> {
  const table = await sourceTable(source);
  const isWorkbook = source.kind === 'file' && bytesKind(source.bytes) === 'zip';
  const whole =
    isWorkbook && (await isSmall(source.bytes)) && table.merges.every(isNarrow)
      ? await markedWorkbook(source.bytes, book)
      : null;
  return whole ?? (await cellsMarked(table, book, instead));
}

const isNarrow = ({ top, left, bottom, right }: ListMerge): boolean =>
  (bottom - top + 1) * (right - left + 1) <= JOINED_CELLS;

async function cellsMarked(
  { sheet, rows }: ListTable,
  book: MarkedBook,
  instead: string,
): Promise<Uint8Array> {
  const texts = rows.map(({ row, cells }) => ({
    row,
    cells: Array.from(cells, (cell) => (cell === undefined ? null : guardFormula(shownCell(cell)))),
  }));
  return await markedCells(sheet === '' ? instead : sheet, texts, book);
}

async function isSmall(bytes: Uint8Array): Promise<boolean> {
  const archive = openArchive(bytes);
  let size = 0;
  for (const name of archive.names) {
    for await (const piece of archive.open(name, Number.POSITIVE_INFINITY)) {
      size += piece.length;
      if (size > WHOLE_BYTES) return false;
    }
  }
  return true;
}
