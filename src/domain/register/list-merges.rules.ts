import { LIST_ROWS } from './import.model.ts';
import { shownCell } from './list-cells.rules.ts';
import type { ListHeader } from './list-header.rules.ts';
import type { ListCell, ListMerge, ListRow, ListTable } from './list-table.model.ts';

/** What joined cells below the headings mean. */
export interface Merges {
  /** The row with what stands in cells joined over several rows; names are never filled in. */
  fill(row: ListRow): ListRow;
  /** The text of a row that is one cell across the name and more: the title of a section. */
  titleAt(row: ListRow): ListCell | null;
  /** The name of this row is joined with that of a row above. */
  nameIsJoined(row: number): boolean;
}

export function mergesOf(table: ListTable, { columns, lastRow }: ListHeader): Merges {
  const below = table.merges.filter(({ top }) => top > lastRow);
  const own = new Set(
    (['name', 'surname', 'given', 'patronymic', 'servant', 'number'] as const).flatMap(
      (field) => columns.get(field)?.at ?? [],
    ),
  );
  const name = (columns.get('name') ?? columns.get('surname'))?.at ?? -1;
  const covers = ({ left, right }: ListMerge, at: number): boolean => left <= at && at <= right;
  const down = below.filter(({ top, bottom, left, right }) => bottom > top && left === right);
  const titles = new Map(
    below
      .filter((merge) => merge.right > merge.left && covers(merge, name))
      .map((merge) => [merge.top, merge]),
  );
  const joined = down.filter((merge) => covers(merge, name));
  const filled = byRow(
    down.filter(({ left }) => !own.has(left)),
    table.rows,
  );
  return {
    fill(row) {
      const here = filled.get(row.row);
      if (!here) return row;
      const cells = [...row.cells];
      for (const [at, cell] of here) cells[at] = cell;
      return { row: row.row, cells };
    },
    titleAt(row) {
      const merge = titles.get(row.row);
      const cell = merge && row.cells[merge.left];
      if (!merge || cell === undefined) return null;
      const others = row.cells.some(
        (one, at) => !covers(merge, at) && one !== undefined && shownCell(one) !== '',
      );
      return others ? null : cell;
    },
    nameIsJoined: (row) => joined.some(({ top, bottom }) => top < row && row <= bottom),
  };
}

function byRow(
  merges: readonly ListMerge[],
  rows: readonly ListRow[],
): Map<number, Map<number, ListCell>> {
  const cells = new Map<number, Map<number, ListCell>>();
  if (merges.length === 0) return cells;
  const byNumber = new Map(rows.map((row) => [row.row, row.cells]));
  for (const { top, bottom, left } of merges) {
    const cell = byNumber.get(top)?.[left];
    if (cell === undefined) continue;
    for (let row = top + 1; row <= Math.min(bottom, top + LIST_ROWS); row++) {
      if (!byNumber.has(row)) continue;
      const here = cells.get(row) ?? new Map<number, ListCell>();
      here.set(left, cell);
      cells.set(row, here);
    }
  }
  return cells;
}
