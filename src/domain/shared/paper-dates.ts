/**
 * Dates in words as Kyrgyz and Russian official papers write them. `Intl` gives
 * «2026-ж., 15-январь», which no paper uses, so the forms stand in a table.
 */

/** The four Kyrgyz forms: is (15-январы), on (15-январында), until (15-январына), of (15-январындагы). */
export type KyrgyzDateForm = 'is' | 'on' | 'until' | 'of';

type Forms = Readonly<Record<KyrgyzDateForm, string>>;
const forms = (is: string, on: string, until: string, of: string): Forms => ({ is, on, until, of });

const KYRGYZ_MONTHS: readonly Forms[] = [
  forms('январы', 'январында', 'январына', 'январындагы'),
  forms('февралы', 'февралында', 'февралына', 'февралындагы'),
  forms('марты', 'мартында', 'мартына', 'мартындагы'),
  forms('апрели', 'апрелинде', 'апрелине', 'апрелиндеги'),
  forms('майы', 'майында', 'майына', 'майындагы'),
  forms('июну', 'июнунда', 'июнуна', 'июнундагы'),
  forms('июлу', 'июлунда', 'июлуна', 'июлундагы'),
  forms('августу', 'августунда', 'августуна', 'августундагы'),
  forms('сентябры', 'сентябрында', 'сентябрына', 'сентябрындагы'),
  forms('октябры', 'октябрында', 'октябрына', 'октябрындагы'),
  forms('ноябры', 'ноябрында', 'ноябрына', 'ноябрындагы'),
  forms('декабры', 'декабрында', 'декабрына', 'декабрындагы'),
];

const RUSSIAN_MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

interface Parts {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

function parts(date: string): Parts {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const found = { year: year ?? '', month: Number(month), day: Number(day) };
  const known = found.month >= 1 && found.month <= 12 && found.day >= 1 && found.day <= 31;
  if (!known) throw new RangeError(`Not a local date YYYY-MM-DD: ${date}`);
  return found;
}

/** True for a local date YYYY-MM-DD whose month and day can stand in a paper. */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text);
}

/** «2026-жылдын 15-январында» (form `on`). Throws RangeError when `date` is no YYYY-MM-DD. */
export function kyrgyzDate(date: string, form: KyrgyzDateForm = 'is'): string {
  const { year, month, day } = parts(date);
  return `${year}-жылдын ${day}-${KYRGYZ_MONTHS[month - 1]?.[form] ?? ''}`;
}

/** «15 января 2026 года»; the genitive serves "on", "from" and "until" alike. Throws RangeError. */
export function russianDate(date: string): string {
  const { year, month, day } = parts(date);
  return `${day} ${RUSSIAN_MONTHS[month - 1] ?? ''} ${year} года`;
}

/** `15.01.2026`, for tables. Throws RangeError when `date` is no YYYY-MM-DD. */
export function numericDate(date: string): string {
  parts(date);
  return date.split('-').toReversed().join('.');
}
