import { cleanName } from './clean-name.ts';

/** Letters that many phones have no key for, and the Latin e that looks like the Cyrillic one. */
const FOLDED: Readonly<Record<string, string>> = { ө: 'о', ү: 'у', ң: 'н', ё: 'е', e: 'е' };

/**
 * Text as it is searched: lower case, ө as о, ү as у, ң as н, ё as е, Latin e as Cyrillic е. Both
 * sides of a comparison are folded, so «Омурова Гулнур» finds «Өмүрова Гүлнур».
 */
export const fold = (text: string): string =>
  cleanName(text)
    .toLowerCase()
    .replace(/[өүңёe]/g, (letter) => FOLDED[letter] ?? letter);
