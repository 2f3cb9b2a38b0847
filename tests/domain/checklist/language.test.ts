import { describe, expect, test } from 'vitest';
import { items } from '../../../src/domain/checklist/lookup.rules.ts';
import { LANGUAGES, type Language, type Localised } from '../../../src/domain/shared/language.ts';
import { memo } from './memo-edition.ts';

/** Every text of ours in the edition, with the place it stands in. */
const texts: { at: string; text: Localised }[] = [];
(function collect(value: unknown, at: string): void {
  if (typeof value !== 'object' || value === null) return;
  if ('ky' in value && 'ru' in value && 'en' in value) texts.push({ at, text: value as Localised });
  else for (const [key, inner] of Object.entries(value)) collect(inner, `${at}/${key}`);
})(memo, '');

const offending = (language: Language, pattern: RegExp): string[] =>
  texts
    .filter(({ text }) => pattern.test(text[language]))
    .map(({ at, text }) => `${at}: ${text[language]}`);

describe('every text is written in its own language', () => {
  test('there are texts of every kind to look at', () => {
    expect(texts.length).toBeGreaterThan(48 * 4);
    expect(texts.filter(({ text }) => LANGUAGES.some((one) => text[one].trim() === ''))).toEqual(
      [],
    );
  });

  test('Kyrgyz and Russian have no Latin but the tail of «е-Kyzmat», English no Cyrillic', () => {
    const latin = /(?<!е-)\b[A-Za-z]+|е-(?!Kyzmat\b)[A-Za-z]/u;
    expect(offending('ky', latin)).toEqual([]);
    expect(offending('ru', latin)).toEqual([]);
    expect(offending('en', /\p{Script=Cyrillic}/u)).toEqual([]);
  });

  test('Russian has no Kyrgyz letters, Kyrgyz neither the small words nor the endings of Russian', () => {
    expect(offending('ru', /[ңөү]/iu)).toEqual([]);
    const words =
      'и|в|во|на|для|или|не|с|по|о|об|при|из|за|к|у|от|до|что|кто|как|это|нет|есть|были?';
    expect(offending('ky', new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, 'iu'))).toEqual([]);
    expect(offending('ky', /щ|\p{L}(ость|ение|ения|ного|ному|ных|ские|ский)(?!\p{L})/iu)).toEqual(
      [],
    );
  });

  test('a Kyrgyz text is not the Russian one, but for words that both languages share', () => {
    const same = texts.filter(({ text }) => text.ky === text.ru).map(({ text }) => text.ky);
    expect([...new Set(same)].toSorted()).toEqual(
      [
        'Анкета',
        'Архив',
        'Аттестация',
        'Квалификация',
        'Резерв, ротация',
        'Сейф',
        'Этика',
        'е-Kyzmat',
      ].toSorted(),
    );
  });

  test('no word that means a penalty, a footnote, a court’s evidence or a familiar «сен»', () => {
    const banned = /эскертүү|эскертме|далил|тактай|жыйынды(?!к)|(?<!\p{L})(сен|сенин)(?!\p{L})/iu;
    expect(offending('ky', banned)).toEqual([]);
  });

  test('no number of a legal point, no per cent, no interval but the memo’s three years', () => {
    const invented = /\d+\s*-?\s*(пункт|берене|статья|стать[её]й|point|article)|%|процент|пайыз/iu;
    for (const language of LANGUAGES) expect(offending(language, invented)).toEqual([]);
    const numbers = items(memo).flatMap(({ id, looks, proof }) =>
      LANGUAGES.flatMap((one) =>
        [looks[one], proof.document[one], proof.kept[one]].flatMap((text) =>
          (text.match(/\d+/g) ?? []).map((number) => `${id}: ${number}`),
        ),
      ),
    );
    expect([...new Set(numbers)]).toEqual(['3.3: 3']);
  });

  test('a question ends as one, what the commission looks at is one sentence', () => {
    const wrong = items(memo).flatMap(({ id, question, looks }) =>
      LANGUAGES.filter(
        (one) => !/^[^?]+\?$/.test(question[one]) || !/^[^.?!]+\.$/.test(looks[one]),
      ).map((one) => `${id}, ${one}`),
    );
    expect(wrong).toEqual([]);
  });
});
