import { escapeHtml } from '../../chat/html.ts';
import type { Translate } from '../../chat/translator.ts';
import type { CellProblem } from '../../domain/register/import.model.ts';
import { shortened } from '../reading/fitting.ts';

/** Characters of a heading or of what stands in a cell. */
const ROOM = 60;

/** Where, what stands there, and what to write instead (Telegram HTML). */
export function cellLine(t: Translate, problem: CellProblem): string {
  const { sheet, row, column, value } = problem;
  const stands = value === '' ? t.plain('staff:import.emptyCell') : `«${shortened(value, ROOM)}»`;
  const where =
    column === null
      ? t('staff:import.wholeRow', { sheet, row, value: stands })
      : t('staff:import.cell', {
          sheet,
          row,
          letter: column.letter,
          heading: shortened(column.heading, ROOM),
          value: stands,
        });
  return `${where}. ${escapeHtml(cellSentence(t, problem))}`;
}

/** Why a cell is wrong and what to write instead, plain. */
export const cellSentence = (t: Translate, { code, values }: CellProblem): string =>
  t.plain(`list:cell.${code}`, values);
