/**
 * Text that a spreadsheet could take for a formula gets an apostrophe before it. The cell is a
 * text as it is; this holds when the sheet is saved as CSV and opened again (OWASP, CSV injection).
 */
export const guardFormula = (text: string): string =>
  /^[\s]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
