/** A row of a table with the line it begins in (from 1). */
export interface DelimitedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Line ends that a quoted cell may hold: beyond, its quote was typed and never closed. */
const QUOTED_LINES = 5;
/** Lines looked at for the separator: titles may stand above a table. */
const LOOKED_AT = 20;
const SEPARATORS = ['\t', ';', ','] as const;
export type Separator = (typeof SEPARATORS)[number];

/**
 * Rows of text parted by tabs, semicolons or commas, whichever most of the first lines have (Excel
 * writes semicolons where the comma is the decimal sign). Quotes as in RFC 4180: a quoted cell may
 * hold separators, doubled quotes and a few line ends; a quote never closed is a character.
 */
export const parseDelimited = (text: string): DelimitedRow[] => [...eachDelimited(text)];

/** The same, row by row. */
export function* eachDelimited(text: string, separator?: Separator): Generator<DelimitedRow> {
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const parting = separator ?? separatorOf(body) ?? ',';
  let cells: string[] = [];
  let line = 1;
  let begins = 1;
  let at = 0;
  while (at <= body.length) {
    const quoted = body[at] === '"' ? quotedCell(body, at, parting) : null;
    const end = quoted?.end ?? plainEnd(body, at, parting);
    cells.push(quoted?.text ?? body.slice(at, end));
    line += quoted?.lines ?? 0;
    if (body[end] !== parting) {
      if (end < body.length || cells.length > 1 || cells[0] !== '') {
        yield { line: begins, cells };
      }
      cells = [];
      begins = ++line;
    }
    at = end + 1;
  }
}

/** Which sign parts the cells of a table; null: none of them stands in it. */
export function separatorOf(text: string): Separator | null {
  const lines = text.split('\n', LOOKED_AT);
  const found = SEPARATORS.map((sign) => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    return { sign, lines: counts.length, signs: counts.reduce((sum, count) => sum + count, 0) };
  }).filter((one) => one.lines > 0);
  const [best] = found.toSorted((a, b) => b.lines - a.lines || b.signs - a.signs);
  return best?.sign ?? null;
}

/** The cell whose quote opens at `from`; null: the quote is never closed, or only many lines on. */
function quotedCell(
  body: string,
  from: number,
  separator: Separator,
): { text: string; end: number; lines: number } | null {
  let text = '';
  let lines = 0;
  for (let at = from + 1; at < body.length; at++) {
    const sign = body[at] ?? '';
    if (sign === '\n' && ++lines > QUOTED_LINES) return null;
    if (sign !== '"') text += sign;
    else if (body[at + 1] === '"') {
      text += '"';
      at++;
    } else {
      // What follows the closing quote belongs to the cell as it stands.
      const end = plainEnd(body, at + 1, separator);
      return { text: text + body.slice(at + 1, end), end, lines };
    }
  }
  return null;
}

function plainEnd(body: string, from: number, separator: Separator): number {
  for (let at = from; at < body.length; at++) {
    if (body[at] === separator || body[at] === '\n') return at;
  }
  return body.length;
}
