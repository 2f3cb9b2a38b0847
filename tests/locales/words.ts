import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import en from '../../locales/en/index.ts';
import ky from '../../locales/ky/index.ts';
import ru from '../../locales/ru/index.ts';
import type { Language } from '../../src/domain/shared/language.ts';

export interface Sentence {
  readonly language: Language;
  /** "namespace:path.to.key", the plural form included. */
  readonly key: string;
  readonly text: string;
}

function* leaves(tree: object, prefix: string): Generator<[string, string]> {
  for (const [name, value] of Object.entries(tree) as [string, string | object][]) {
    const key = `${prefix}${name}`;
    if (typeof value === 'string') yield [key, value];
    else yield* leaves(value, `${key}.`);
  }
}

const of = (language: Language, namespaces: object): Sentence[] =>
  Object.entries(namespaces as Record<string, object>).flatMap(([namespace, tree]) =>
    [...leaves(tree, `${namespace}:`)].map(([key, text]) => ({ language, key, text })),
  );

/** Every sentence of every language. */
export const SENTENCES: Readonly<Record<Language, readonly Sentence[]>> = {
  ky: of('ky', ky),
  ru: of('ru', ru),
  en: of('en', en),
};

export const ALL = Object.values(SENTENCES).flat();

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** The key as code names it: without the plural form. */
export const baseOf = (key: string): string => key.replace(PLURAL, '');

/** The plural form of a key; null: it has none. */
export const formOf = (key: string): string | null => PLURAL.exec(key)?.[1] ?? null;

export const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map(([, name = '']) => name).toSorted();

/** Names a sentence in the words of a failure. */
export const told = ({ language, key, text }: Sentence): string => `${language} ${key}: ${text}`;

const SRC = path.resolve(import.meta.dirname, '../../src');

/** The text of all code that may ask for words. */
export const CODE = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^(generated|sandbox)\//.test(file))
  .map((file) => readFileSync(path.join(SRC, file), 'utf8'))
  .join('\n');
