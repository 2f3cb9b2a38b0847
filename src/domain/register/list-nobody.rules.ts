import { shownCell } from './list-cells.rules.ts';
import type { ListHeader } from './list-header.rules.ts';
import type { ListRow } from './list-table.model.ts';

/** «вакансия», «бош орун», where a name is to stand: the post is there, nobody is on it. */
const VACANT = /^(?:вакан|vacan|бош$|бош (?:орун|кызмат|штат))/u;
/** Sections, and who made the table: «Каржы бөлүмү», «Исп. Асанова, тел. 0312 …», «Башчысы ______». */
const NOTE =
  /(?:^|\s)(?:бөлүмү?|сектору?|башкармалыгы|отдел|управление)(?:$|\s)|^исп[. ]|исполнител|аткаруучу|түзгөн|составил|тел\.|_{3}|\d{4}/u;

const NAMES = ['name', 'surname', 'given', 'patronymic'] as const;

/** Whether a row below the headings speaks of nobody, though something stands where names stand. */
export function speaksOfNobody({ cells }: ListRow, { columns }: ListHeader): boolean {
  const said = (at: number | undefined): string => {
    const cell = at === undefined ? undefined : cells[at];
    return cell === undefined ? '' : shownCell(cell).trim().toLowerCase();
  };
  const names = NAMES.map((field) => said(columns.get(field)?.at)).filter((text) => text !== '');
  const [first = ''] = names;
  if (VACANT.test(first)) return true;
  const others = [...columns].filter(([field]) => !NAMES.some((name) => name === field));
  return names.length === 1 && NOTE.test(first) && others.every(([, { at }]) => said(at) === '');
}
