import { columnLetter, type ListColumn, type ListHeader } from './list-header.rules.ts';
import { type CellFault, type Made, shownCell } from './list-cells.rules.ts';
import type { CellProblem, CellProblemCode } from './import.model.ts';
import type { ReadField } from './list-field.model.ts';
import type { ListCell, ListRow } from './list-table.model.ts';

/** Characters of a bad cell that are shown again. */
const VALUE_SHOWN = 60;

/** One row while it is read: its cells by field, and what was found wrong with them. */
export interface ReadRow {
  readonly row: number;
  has(field: ReadField): boolean;
  cell(field: ReadField): ListCell | undefined;
  /** The value made of a cell; a fault is noted and gives null. */
  take<T>(field: ReadField, made: Made<T | null>): T | null;
  note(field: ReadField | null, fault: CellFault, stops?: boolean): void;
  /** Something stops this row. */
  stopped(): boolean;
}

export function readRow(
  sheet: string,
  { row, cells }: ListRow,
  { columns }: Pick<ListHeader, 'columns'>,
  problems: CellProblem[],
): ReadRow {
  let stopped = false;
  const cell = (field: ReadField): ListCell | undefined => {
    const column = columns.get(field);
    return column && cells[column.at];
  };
  const note = (field: ReadField | null, fault: CellFault, stops = true): void => {
    stopped ||= stops;
    const column = field === null ? undefined : columns.get(field);
    problems.push(problemAt(sheet, row, column, column && cells[column.at], fault, stops));
  };
  return {
    row,
    has: (field) => columns.has(field),
    cell,
    take(field, made) {
      if (!('fault' in made)) return made.value;
      note(field, made.fault);
      return null;
    },
    note,
    stopped: () => stopped,
  };
}

export const problemAt = (
  sheet: string,
  row: number,
  column: ListColumn | undefined,
  cell: ListCell | undefined,
  fault: { readonly code: CellProblemCode; readonly values?: CellFault['values'] },
  stops: boolean,
): CellProblem => ({
  sheet,
  row,
  column: column ? { letter: columnLetter(column.at), heading: column.heading } : null,
  value: cell === undefined ? '' : shortened(shownCell(cell)),
  code: fault.code,
  values: fault.values ?? {},
  stops,
});

const shortened = (text: string): string =>
  text.length <= VALUE_SHOWN ? text : `${text.slice(0, VALUE_SHOWN - 1).toWellFormed()}…`;
