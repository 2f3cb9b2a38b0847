import { dayOf } from '../domain/register/list-dates.rules.ts';
import type { ListCell, ListMerge, ListTable } from '../domain/register/list-table.model.ts';
import { shown } from '../domain/shared/local-date.ts';
import { CELL_LENGTH, collectRows, ListProblem, PART_BYTES } from './list-limits.ts';
import type { WorkbookParts } from './list-workbook.ts';
import { type Attributes, readXml } from './list-xml.ts';

/** Joined cells of one sheet; nobody joins more by hand. */
const MERGES = 5000;
/** The last cell Excel has is XFD1048576. */
const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;

/**
 * Reads one sheet (ECMA-376 part 1, 18.3) row by row; only rows that hold anything are kept.
 * `first`: stops after so many of them. Of a formula the value it gave last is taken. Macros,
 * links to other files and pictures are never opened.
 */
export async function readSheetPart(
  parts: WorkbookParts,
  sheet: { readonly name: string; readonly part: string },
  first = Number.POSITIVE_INFINITY,
): Promise<ListTable> {
  const collected = collectRows();
  const merges: ListMerge[] = [];
  let row = 0;
  let cells: (ListCell | undefined)[] = [];
  let cell: OpenCell | null = null;
  let column = -1;
  let said: string[] | null = null;
  let phonetic = false;
  await readXml(parts.archive.open(sheet.part, PART_BYTES), {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.r) || row + 1;
        if (!Number.isInteger(row) || row > LAST_ROW)
          throw new ListProblem({ code: 'list.damaged' });
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1;
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s) || 0 };
      } else if (name === 'rPh') phonetic = true;
      else if (name === 'v' || name === 'f' || name === 't') said = phonetic ? null : [];
      else if (name === 'mergeCell') addMerge(merges, attributes);
    },
    text(text) {
      said?.push(text);
    },
    close(name) {
      if (name === 'rPh') phonetic = false;
      else if (name === 'row') collected.add({ row, cells });
      else if (name === 'c') {
        const value = cell && cellOf(cell, parts);
        if (value !== null) cells[column] = value;
        cell = null;
      } else if (said !== null && (name === 'v' || name === 'f' || name === 't')) {
        const text = said.join('');
        if (cell && name === 'f') cell.formula = text;
        else if (cell && name === 'v') cell.value = text;
        else if (cell) cell.inline = (cell.inline ?? '') + text;
        said = null;
      }
    },
    done: () => collected.rows.length >= first,
  });
  return { sheet: sheet.name, rows: collected.rows.slice(0, first), merges };
}

interface OpenCell {
  readonly type: string;
  readonly style: number;
  value?: string;
  formula?: string;
  inline?: string;
}

function cellOf(cell: OpenCell, parts: WorkbookParts): ListCell | null {
  const { type, value, inline, formula } = cell;
  if (type === 'inlineStr') return textCell(inline ?? '');
  if (value === undefined || (value === '' && type !== 'str')) {
    return formula === undefined ? null : { kind: 'formula', shown: `=${formula}`.slice(0, 100) };
  }
  switch (type) {
    case 's':
      return textCell(parts.strings[Number(value)] ?? '');
    case 'str':
      return textCell(value);
    case 'b':
      return value === '1' || value === 'true';
    case 'e':
      return { kind: 'error', shown: value.slice(0, 100) };
    case 'd':
      return textCell(value);
    default:
      return numberCell(Number(value), parts.dateStyles.has(cell.style), parts.from1904);
  }
}

const textCell = (text: string): ListCell | null =>
  text === '' ? null : plainText(text.slice(0, CELL_LENGTH));

/** Line ends that XML could not hold are written so (ECMA-376 part 1, 22.9.2.19). */
const plainText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x000[dD]_/g, '').replace(/_x000[aA]_/g, '\n') : text;

function numberCell(value: number, isDate: boolean, from1904: boolean): ListCell | null {
  if (!Number.isFinite(value)) return null;
  if (!isDate) return value;
  const date = dayOf(value, from1904);
  return { kind: 'date', date, shown: date === null ? String(value) : shown(date) };
}

/** «AB12» is column 27; null: no reference. */
function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (const sign of reference) {
    const code = sign.charCodeAt(0);
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  if (column > LAST_COLUMN) throw new ListProblem({ code: 'list.damaged' });
  return column === 0 ? null : column - 1;
}

function addMerge(merges: ListMerge[], { ref }: Attributes): void {
  const [, left, top, right, bottom] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref ?? '') ?? [];
  if (!left || !top || !right || !bottom || merges.length >= MERGES) return;
  merges.push({
    top: Number(top),
    left: columnOf(left) ?? 0,
    bottom: Number(bottom),
    right: columnOf(right) ?? 0,
  });
}
