import type { Content, ContentText } from 'pdfmake/interfaces.js';

/** A word longer than this may not fit a column: file names and addresses have no blanks. */
const LONGEST_WORD = 24;

/** Tinos has no characters above the basic plane; pictographs would print as empty boxes. */
const withoutPictographs = (text: string): string =>
  text.replace(/[\u{10000}-\u{10FFFF}\p{Extended_Pictographic}]/gu, (sign) =>
    sign === '©' || sign === '®' || sign === '™' ? sign : '▪',
  );

/** Text as runs in which a very long word may break anywhere. */
export function breakable(text: string, bold = false): ContentText[] {
  const look = bold ? { bold } : {};
  return withoutPictographs(text)
    .split(/(\S{25,})/u)
    .filter((run) => run !== '')
    .map((run) =>
      run.length > LONGEST_WORD && !/\s/u.test(run)
        ? { text: run, wordBreak: 'break-all', ...look }
        : { text: run, ...look },
    );
}

/** One paragraph in a named style. */
export const paragraphOf = (style: string, text: string): Content => ({
  text: breakable(text),
  style,
});
