import type { Row } from '../domain/organisation/import.rules.ts';

/**
 * Rows of text parted by commas, semicolons or tabs, whichever the first line has most of (Excel
 * writes semicolons where the comma is the decimal sign). Quotes as in RFC 4180: a quoted cell may
 * hold separators, line ends and doubled quotes. `line` is where a row begins.
 */
export function parseDelimited(text: string): Row[] {
  const body = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(body);
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begins = 1;
  const endRow = () => {
    rows.push({ line: begins, cells: [...cells, cell] });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < body.length; at++) {
    const sign = body[at] ?? '';
    if (sign === '\n') line++;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (body[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endRow();
      begins = line;
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

function separatorOf(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  const count = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
