const HEADINGS = [
  'Аты-жөнү',
  'Кызмат орду',
  'Дайындалган күнү',
  'Акыркы окуусу (күнү)',
  'Окуунун түрү',
  'Класстык чени',
  'Чен берилген күнү',
];
const SURNAMES = ['Асанов', 'Өмүров', 'Исаков', 'Кадыров', 'Токтобаев', 'Жээнбеков', 'Ысмаилов'];
const NAMES = ['Бакыт', 'Нурлан', 'Эрлан', 'Үсөн', 'Канат', 'Талант', 'Ырыскелди', 'Жеңиш'];
const LETTERS = 'абвгдежзиклмнопрстуф';

/** Different for each number, and looking like a name. */
const patronymic = (n: number): string =>
  [...String(n)].map((digit) => LETTERS[Number(digit)] ?? '').join('');

const two = (n: number): string => String(n).padStart(2, '0');

/** The cells of one person with one training and one rank, all different. */
export const bigListRow = (n: number): string[] => [
  `${SURNAMES[n % SURNAMES.length]} ${NAMES[n % NAMES.length]} К${patronymic(n)}ович`,
  n % 3 === 0 ? 'Башкы адис' : 'Жетектөөчү адис',
  `${two((n % 28) + 1)}.${two((n % 12) + 1)}.${2005 + (n % 15)}`,
  `${two((n % 27) + 1)}.${two((n % 11) + 1)}.${2021 + (n % 4)}`,
  'квалификацияны жогорулатуу',
  'муниципалдык кызматтын 2-класстагы инспектору',
  `${two((n % 26) + 1)}.${two((n % 10) + 1)}.${2020 + (n % 5)}`,
];

/** A list of `count` people in CSV (UTF-8, semicolons). */
export const bigList = (count: number): Uint8Array =>
  new TextEncoder().encode(
    [HEADINGS, ...Array.from({ length: count }, (_, n) => bigListRow(n))]
      .map((cells) => cells.join(';'))
      .join('\n'),
  );

export const BIG_LIST_HEADINGS: readonly string[] = HEADINGS;
