/** Control characters, direction marks and zero-width characters: they hide or turn what is shown. */
const HIDDEN =
  /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFD\u{E0000}-\u{E007F}]/gu;

/** Letters and signs of our languages with single blanks between: there is nothing to clean. */
const CLEAN = /^[!-~\u0400-\u047F\u048A-\u04FF«»№–—]+(?: [!-~\u0400-\u047F\u048A-\u04FF«»№–—]+)*$/u;

/** A name on one line as it may be stored and shown: nothing hidden, single blanks, NFC. */
export const cleanName = (text: string): string =>
  CLEAN.test(text)
    ? text
    : text
        .toWellFormed()
        .replace(/\s/g, ' ')
        .replace(HIDDEN, '')
        .replace(/ +/g, ' ')
        .normalize('NFC')
        .trim();
