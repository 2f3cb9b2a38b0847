import { escapeHtml } from '../../chat/html.ts';
import type { Translate } from '../../chat/translator.ts';
import type { CellProblem, ImportPreview } from '../../domain/register/import.model.ts';
import { shortened } from '../reading/fitting.ts';

/** Characters of a heading or of what stands in a cell. */
const ROOM = 60;

/**
 * The problems a screen speaks of, and how many there are. Columns that no field is known for are no
 * mistakes: they are named once, not one by one.
 */
export function toMend({ problems, problemsInAll }: ImportPreview): {
  readonly problems: readonly CellProblem[];
  readonly inAll: number;
} {
  const shown = problems.filter(({ code }) => code !== 'columnUnknown');
  return { problems: shown, inAll: problemsInAll - (problems.length - shown.length) };
}

/** Where, what stands there, and what to write instead (Telegram HTML). */
export function cellLine(t: Translate, problem: CellProblem): string {
  const { sheet, value } = problem;
  const place = placeWords(t, problem);
  // Pasted lines and CSV have no sheet.
  const where = sheet === '' ? place : t.plain('staff:import.inSheet', { sheet, place });
  const stands = value === '' ? t.plain('staff:import.emptyCell') : `«${shortened(value, ROOM)}»`;
  return escapeHtml(`${where}: ${stands}. ${cellSentence(t, problem)}`);
}

function placeWords(t: Translate, { row, column }: CellProblem): string {
  if (column === null) return t.plain('staff:import.atRow', { row });
  const { letter, heading } = column;
  return heading === ''
    ? t.plain('staff:import.atColumn', { row, letter })
    : t.plain('staff:import.atHeading', { row, letter, heading: shortened(heading, ROOM) });
}

/** Why a cell is wrong and what to write instead, plain. */
export const cellSentence = (t: Translate, { code, values }: CellProblem): string =>
  t.plain(`list:cell.${code}`, values);
