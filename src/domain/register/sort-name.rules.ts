/**
 * The Kyrgyz alphabet with the letters that names from the neighbouring countries bring, as
 * `Intl.Collator('ky')` orders them. Written out, so that what is stored sorts the same for ever.
 */
const ALPHABET = [...'аәбвгғдеёжзийкқлмнңоөпрстуүұфхҳһцчҷшщъыьэюя'];

/** Letters of equal rank: they differ only where everything else is the same. */
const VARIANTS: Readonly<Record<string, string>> = {
  ґ: 'г',
  є: 'ё',
  ӣ: 'и',
  і: 'и',
  ї: 'и',
  ў: 'у',
  ӯ: 'у',
};

/** Latin letters come after the Cyrillic ones, blanks, signs and digits before both. */
const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];

const FIRST = 0x500;

const KEYS = new Map(
  [...ALPHABET, ...LATIN].map((letter, n) => [letter, String.fromCodePoint(FIRST + n)]),
);
for (const [variant, letter] of Object.entries(VARIANTS)) {
  KEYS.set(variant, KEYS.get(letter) ?? letter);
}

/**
 * Text whose order by bytes is the order of names in the Kyrgyz alphabet, capitals or not: what the
 * database sorts by. It is never shown.
 */
export function sortName(name: string): string {
  let key = '';
  for (const letter of name.normalize('NFC').toLowerCase()) key += KEYS.get(letter) ?? letter;
  return key;
}
