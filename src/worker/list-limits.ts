import { LIST_BYTES, LIST_ROWS } from '../domain/register/import.model.ts';
import type { ListRefusal } from '../domain/register/import.model.ts';
import type { ListCell, ListRow } from '../domain/register/list-table.model.ts';

/** Bytes of one part of a workbook unpacked; 10 000 people take some 10 MB. */
export const PART_BYTES = 100 * 1024 * 1024;
/** Columns that may hold anything. */
const COLUMNS = 200;
/** Cells that may hold anything. */
const CELLS = 500_000;
/** Titles above and signatures below a list. */
const BESIDE = 200;
/** Characters kept of one cell: more than any field takes, so that too long is seen. */
export const CELL_LENGTH = 1000;

/** A list that is too much to read, or no list. */
export class ListProblem extends Error {
  readonly refusal: ListRefusal;
  constructor(refusal: ListRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export const tooLarge = (): ListProblem =>
  new ListProblem({ code: 'list.tooLarge', values: { mb: LIST_BYTES / 1024 / 1024 } });

/** Collects the rows that hold anything; throws ListProblem where they are too many or too wide. */
export function collectRows(): { readonly rows: ListRow[]; add(row: ListRow): void } {
  const rows: ListRow[] = [];
  let cells = 0;
  return {
    rows,
    add(row) {
      const held = row.cells.filter(holdsAnything).length;
      if (held === 0) return;
      cells += held;
      if (row.cells.length > COLUMNS && row.cells.slice(COLUMNS).some(holdsAnything)) {
        throw new ListProblem({ code: 'list.tooManyCells', values: { columns: COLUMNS } });
      }
      if (cells > CELLS) {
        throw new ListProblem({ code: 'list.tooManyCells', values: { columns: COLUMNS } });
      }
      if (rows.push(row) > LIST_ROWS + BESIDE) {
        throw new ListProblem({ code: 'list.tooManyRows', values: { max: LIST_ROWS } });
      }
    },
  };
}

const holdsAnything = (cell: ListCell | undefined): boolean =>
  cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '');
