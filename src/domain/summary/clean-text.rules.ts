/**
 * What people type goes into papers without the characters that hide or turn text: control
 * characters (XML refuses most of them), bidirectional marks and overrides (a file name shown
 * backwards), zero-width characters, unpaired surrogates and noncharacters.
 * Tabs become blanks, line ends one `\n`, and no more than one empty line stays in a row.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(HIDDEN, '')
    .replace(/\n{3,}/g, '\n\n')
    .normalize('NFC')
    .trim();
}

/**
 * Control characters but the line end, soft hyphen, Arabic letter mark, zero-width characters and
 * direction marks, byte order mark, variation selectors, interlinear marks, the replacement
 * character, noncharacters, tags.
 */
const HIDDEN =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\p{Variation_Selector}\uFEFF\uFFF9-\uFFFD\p{Noncharacter_Code_Point}\u{E0000}-\u{E007F}]/gu;
