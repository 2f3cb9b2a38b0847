import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/shared/language.ts';
import { baseOf, CODE, formOf, placeholdersOf, SENTENCES } from './words.ts';

const basesOf = (language: 'ky' | 'ru' | 'en') =>
  new Set(SENTENCES[language].map(({ key }) => baseOf(key)));

test.each(LANGUAGES)('%s has every file of words the others have', (language) => {
  const files = (folder: string) =>
    readdirSync(new URL(`../../locales/${folder}`, import.meta.url));
  expect(files(language)).toEqual(files('ky'));
});

test.each(['ru', 'en'] as const)('%s has the same keys as Kyrgyz', (language) => {
  const ky = basesOf('ky');
  const other = basesOf(language);
  expect({
    missing: [...ky].filter((key) => !other.has(key)),
    tooMany: [...other].filter((key) => !ky.has(key)),
  }).toEqual({ missing: [], tooMany: [] });
});

test.each(['ru', 'en'] as const)('%s fills the same placeholders as Kyrgyz', (language) => {
  const used = (which: 'ky' | 'ru' | 'en') => {
    const found = new Map<string, Set<string>>();
    for (const { key, text } of SENTENCES[which]) {
      const names = found.get(baseOf(key)) ?? new Set();
      for (const name of placeholdersOf(text)) names.add(name);
      found.set(baseOf(key), names);
    }
    return found;
  };
  const other = used(language);
  const unequal = [...used('ky')].flatMap(([key, names]) => {
    const theirs = [...(other.get(key) ?? [])].toSorted().join(', ');
    const ours = [...names].toSorted().join(', ');
    return theirs === ours ? [] : [`${key}: ky has ${ours}; ${language} has ${theirs}`];
  });
  expect(unequal).toEqual([]);
});

test.each(LANGUAGES)('%s has every plural form of its grammar and no other', (language) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const forms = new Map<string, string[]>();
  for (const { key } of SENTENCES[language]) {
    const form = formOf(key);
    if (form) forms.set(baseOf(key), [...(forms.get(baseOf(key)) ?? []), form]);
  }
  const wanted = pluralCategories.toSorted().join(' ');
  const wrong = [...forms].filter(([, own]) => own.toSorted().join(' ') !== wanted);
  expect(wrong).toEqual([]);
});

/** Keys put together in code: `errors:${code}` asks for every key of errors whose rest stands in code. */
const TEMPLATES = [...CODE.matchAll(/`([a-z]+:[^`]*)`/gi)]
  .map(([, template = '']) => template)
  .filter((template) => template.includes('${'))
  .map((template) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('(.+)')}$`);
  });

const standsInCode = (rest: string): boolean =>
  rest
    .split('.')
    .every((word) => new RegExp(`(?<![\\p{L}\\d_])${word}(?![\\p{L}\\d_])`, 'u').test(CODE));

test('every key is asked for somewhere', () => {
  const unused = [...basesOf('ky')].filter((key) => {
    if (CODE.includes(`'${key}'`) || CODE.includes(`\`${key}\``)) return false;
    return !TEMPLATES.some((template) => {
      const match = template.exec(key);
      return match !== null && match.slice(1).every(standsInCode);
    });
  });
  expect(unused).toEqual([]);
});
