import i18next from 'i18next';
import en from '../../locales/en/index.ts';
import ky from '../../locales/ky/index.ts';
import ru from '../../locales/ru/index.ts';
import type { Language } from '../domain/shared/language.ts';
import { escapeHtml, visible } from './html.ts';

type Words = typeof ky;
/** "namespace:path.to.key"; plural forms are named by their base. */
type Paths<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${Prefix}${K extends `${infer Base}_${'one' | 'few' | 'many' | 'other'}` ? Base : K}`
    : Paths<T[K], `${Prefix}${K}.`>;
}[keyof T & string];
export type Key = { [N in keyof Words & string]: Paths<Words[N], `${N}:`> }[keyof Words & string];

export type Values = Readonly<Record<string, string | number>>;

/** The words of one language. */
export interface Translate {
  /** For message text: values are escaped for Telegram's HTML. */
  (key: Key, values?: Values): string;
  /** For buttons, toasts and alerts: values as they are, less what is invisible. */
  plain(key: Key, values?: Values): string;
  readonly language: Language;
}

const words = i18next.createInstance();
void words.init({
  resources: { ky, ru, en },
  lng: 'ky',
  fallbackLng: false,
  ns: Object.keys(ky),
  nsSeparator: ':',
  keySeparator: '.',
  initAsync: false,
  interpolation: { escapeValue: true, escape: escapeHtml },
  parseMissingKeyHandler: (key) => {
    throw new Error(`No words for ${key}`);
  },
});

function translator(language: Language): Translate {
  const fixed = words.getFixedT(language);
  // Most words take no values and stand on every card: they are looked up once.
  const known = new Map<Key, string>();
  const fixedWords = (key: Key): string => {
    const found = known.get(key) ?? fixed(key);
    known.set(key, found);
    return found;
  };
  const html = (key: Key, values?: Values): string =>
    values === undefined ? fixedWords(key) : fixed(key, { ...values });
  const plain = (key: Key, values?: Values): string =>
    values === undefined
      ? fixedWords(key)
      : fixed(key, { ...values, interpolation: { escapeValue: true, escape: visible } });
  return Object.assign(html, { plain, language });
}

const TRANSLATORS: Readonly<Record<Language, Translate>> = {
  ky: translator('ky'),
  ru: translator('ru'),
  en: translator('en'),
};

/** A `t` for one recipient; never a mutated global. */
export const translate = (language: Language): Translate => TRANSLATORS[language];
