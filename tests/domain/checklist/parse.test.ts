import { describe, expect, test } from 'vitest';
import { formatMistakes } from '../../../src/domain/checklist/mistakes.rules.ts';
import { parseEdition } from '../../../src/domain/checklist/parse.rules.ts';
import { memo, memoYaml } from './memo-edition.ts';

const lines = memoYaml.split('\n');

/** The line of a text, the nth time it stands in the file, counted from 1. */
function lineOf(text: string, nth = 1): number {
  let seen = 0;
  const at = lines.findIndex((line) => line.includes(text) && ++seen === nth);
  if (at < 0) throw new Error(`the file has no "${text}"`);
  return at + 1;
}

/** What is said of the memo's file when one line is put in another's place (null: removed). */
function said(line: number, becomes: string | null): string[] {
  const changed = lines.toSpliced(line - 1, 1, ...(becomes === null ? [] : becomes.split('\n')));
  const read = parseEdition(changed.join('\n'), 'memo.yaml');
  return read.ok ? [] : formatMistakes(read.error).split('\n');
}

const indent = (line: number): string => /^ */.exec(lines[line - 1] ?? '')?.[0] ?? '';
const indented = (line: number, text: string): string => indent(line) + text;

test('the shipped file is read without a mistake', () => {
  expect(said(1, '# another comment')).toEqual([]);
});

describe('broken YAML', () => {
  test('a quote that is not closed', () => {
    const line = lineOf("id: '5.1'");
    const [first] = said(line, indented(line, "- id: '5.1"));
    expect(first).toMatch(/^memo\.yaml:\d+: YAML cannot be read here: .+\. Compare the blanks/);
  });

  test('a second colon in a plain text', () => {
    const line = lineOf('ky: буйруктарды каттоо журналы');
    expect(said(line, indented(line, 'ky: ким: кайда'))[0]).toBe(
      `memo.yaml:${line}: YAML cannot be read here: Nested mappings are not allowed in compact mappings. ` +
        'Compare the blanks, quotes and colons of this line with its neighbours.',
    );
  });

  test('a key written twice', () => {
    const line = lineOf('slug: ethics');
    expect(said(line, `${lines[line - 1]}\n${indented(line, 'slug: other')}`)).toEqual([
      `memo.yaml:${line + 1}: YAML cannot be read here: Map keys must be unique. Keep one of the two.`,
    ]);
  });

  test('an empty file', () => {
    const read = parseEdition('', 'memo.yaml');
    expect(read.ok ? '' : formatMistakes(read.error)).toBe(
      'memo.yaml:1: The checklist is not a group of keys. Write below it: id, edition, title, ' +
        'preamble, preambleTranslated, phrases, directions, contradictions.',
    );
  });
});

describe('keys and their values', () => {
  test('a missing key is told at the first line of its item', () => {
    const item = lineOf("id: '3.1'");
    const memoLine = item + 2;
    expect(lines[memoLine - 1]).toContain('memo:');
    expect(said(memoLine, null)).toEqual([
      `memo.yaml:${item}: An item has no "memo". Add the line "memo: …" to it.`,
    ]);
  });

  test('an unknown key is told with the known ones', () => {
    const line = lineOf('period: true');
    expect(said(line, indented(line, 'preiod: true'))).toEqual([
      `memo.yaml:${line}: An item has the unknown key "preiod". Correct the spelling or remove it; ` +
        'known here: id, type, memo, question, looks, proof, parts, any, numbers, facts, noCase, recorded, no, period.',
    ]);
  });

  test('a missing language', () => {
    const line = lineOf('ru: находят по журналу регистрации приказов');
    expect(said(line, null)).toEqual([
      `memo.yaml:${line - 1}: Item 2.4: proof.kept has no "ru". Add the line "ru: …" to it.`,
    ]);
  });

  test('a language without its text', () => {
    const line = lineOf('ru: находят по журналу регистрации приказов');
    expect(said(line, indented(line, 'ru:'))).toEqual([
      `memo.yaml:${line}: Item 2.4: proof.kept, Russian, is empty. Write the text.`,
    ]);
  });

  test('a list where a text belongs, and a text where languages belong', () => {
    const slug = lineOf('slug: ethics');
    expect(said(slug, indented(slug, 'slug: [ethics]'))).toEqual([
      `memo.yaml:${slug}: Direction 8: slug is not a text. Write the text behind the colon; ` +
        'put it in quotes if it holds ": " or begins with a sign.',
    ]);
    const part = lineOf('- ky: Сейф');
    expect(said(part, indented(part, '- Сейф\n' + indented(part, '- ky: Сейф')))).toEqual([
      `memo.yaml:${part}: Item 12.1: a part is not a group of keys. Write below it: ky, ru, en.`,
    ]);
  });

  test('a text where a list belongs', () => {
    const line = lineOf("items: ['8.3', '8.2']");
    expect(said(line, indented(line, "items: '8.3'"))).toEqual([
      `memo.yaml:${line}: Contradiction "ethics-work-without-meetings": items is not a list. ` +
        'Begin each entry with "- ".',
    ]);
  });

  test('a word that is none of the known ones', () => {
    const type = lineOf("id: '3.1'") + 1;
    expect(said(type, indented(type, 'type: raiting'))).toEqual([
      `memo.yaml:${type}: Item 3.1: type is "raiting". Use one of: rating, parts, numbers, case, fact.`,
    ]);
    const any = lineOf('any: true');
    expect(said(any, indented(any, 'any: yes'))).toEqual([
      `memo.yaml:${any}: Item 3.4: any is "yes". Use one of: false, true.`,
    ]);
  });

  test('a number that is none', () => {
    const line = lineOf('place: 1, equals: 0');
    expect(said(line, indented(line, "- { item: '8.2', place: 1, equals: none }"))).toEqual([
      `memo.yaml:${line}: Contradiction "ethics-work-without-meetings": a condition: equals is "none". ` +
        'Write a whole number.',
    ]);
  });

  test('a button that is too long, and a line of the card that is', () => {
    const button = lineOf('ky: Ротация болгон эмес');
    expect(said(button, indented(button, 'ky: Ротация бул мезгилде такыр болгон эмес'))).toEqual([
      `memo.yaml:${button}: Item 2.4: noCase, Kyrgyz, has 38 characters: ` +
        '"Ротация бул мезгилде такыр болгон эмес". ' +
        'Shorten it to 32: longer ones are cut off on a small phone.',
    ]);
    const kept = lineOf('ky: буйруктарды каттоо журналы');
    const long = 'өтө узун сүйлөм '.repeat(6).trim();
    expect(said(kept, indented(kept, `ky: ${long}`))).toEqual([
      `memo.yaml:${kept}: Item 2.4: proof.kept, Kyrgyz, has ${long.length} characters: "${long}". ` +
        'Shorten it to 90: longer ones are cut off on a small phone.',
    ]);
  });
});

describe('what a type of answer needs', () => {
  test('parts with a single entry', () => {
    const line = lineOf('- ky: Сейф');
    const changed = lines.toSpliced(line - 1, 3).join('\n');
    const read = parseEdition(changed, 'memo.yaml');
    expect(read.ok ? '' : formatMistakes(read.error)).toBe(
      `memo.yaml:${line - 1}: Item 12.1: parts has one entry, two are the least. ` +
        'Add the others, or make it an item of type "rating".',
    );
  });

  test('a key that belongs to another type, and one that is missing for this type', () => {
    const item = lineOf("id: '1.1'");
    const parts = lineOf('parts:');
    expect(said(item + 1, indented(item + 1, 'type: case'))).toEqual([
      `memo.yaml:${item}: Item 1.1 is of type "case" and has no "noCase". Add "noCase" or change the type.`,
      `memo.yaml:${item}: Item 1.1 is of type "case" and has no "no". Add "no" or change the type.`,
      `memo.yaml:${parts}: Item 1.1 is of type "case", which has no "parts". Remove "parts" or change the type.`,
    ]);
  });

  test('a rule that reads another number of numbers', () => {
    const line = lineOf('rule: none-left');
    expect(said(line, indented(line, 'rule: filled-posts'))).toEqual([
      `memo.yaml:${line + 2}: Item 3.3: the rule "filled-posts" reads 3 numbers, labels has 2. ` +
        'Give exactly 3 labels or another rule.',
    ]);
  });

  test('a register with another number of words than labels, or a word it does not know', () => {
    const line = lineOf('register: [people, training-overdue]');
    expect(said(line, indented(line, 'register: [people]'))).toEqual([
      `memo.yaml:${line}: Item 3.3: register has 1 entries, labels has 2. ` +
        'Give one for each label, "none" where the register has none.',
    ]);
    expect(said(line, indented(line, 'register: [people, salaries]'))).toEqual([
      expect.stringContaining('"salaries"'),
    ]);
  });
});

describe('what holds between the parts of the file', () => {
  test('an id that stands twice', () => {
    const line = lineOf("id: '3.2'");
    expect(said(line, indented(line, "- id: '3.1'"))).toEqual([
      `memo.yaml:${line}: Item 3.1 stands in the file twice. Remove or renumber one.`,
    ]);
  });

  test('an item out of order', () => {
    const line = lineOf("id: '6.2'");
    expect(said(line, indented(line, "- id: '6.3'"))).toEqual([
      `memo.yaml:${line}: Item 6.3 stands where 6.2 belongs. ` +
        'Number the items direction.place in their order, up to 99.',
    ]);
  });

  test('a direction out of order', () => {
    const line = lineOf('- number: 13');
    expect(said(line, indented(line, '- number: 15')).slice(0, 1)).toEqual([
      `memo.yaml:${line}: Direction 15 stands in place 13. Number the directions 1, 2, 3 … in their order.`,
    ]);
  });

  test('a slug, a phrase and a contradiction that stand twice', () => {
    const slug = lineOf('slug: ethics');
    expect(said(slug, indented(slug, 'slug: technology'))).toEqual([
      `memo.yaml:${slug}: The slug "technology" is used twice. Give each direction its own.`,
    ]);
    const phrase = lineOf('id: enter-data');
    expect(said(phrase, indented(phrase, '- id: correct-records'))).toEqual([
      `memo.yaml:${phrase}: Phrase "correct-records" stands in the file twice. Give each its own id.`,
    ]);
    const contradiction = lineOf('id: accuracy-without-data');
    expect(said(contradiction, indented(contradiction, '- id: storage-without-safe'))).toEqual([
      `memo.yaml:${contradiction}: Contradiction "storage-without-safe" stands in the file twice. ` +
        'Give each its own id.',
    ]);
  });

  test.each([
    ['the same', 'копия в личном деле назначенного служащего'],
    ['the same but for its signs and capitals', 'Копия – в личном деле назначенного служащего'],
    ['the same with a noun changed', 'копия в личном деле уволенного служащего'],
    ['the same with a word more', 'копия в личном деле вновь назначенного служащего'],
    ['the same with a word less', 'копия в личном деле служащего'],
  ])('a proof that says %s as another', (_name, text) => {
    const line = lineOf('ru: находят по журналу регистрации приказов');
    expect(said(line, indented(line, `ru: ${text}`))).toEqual([
      `memo.yaml:${line}: Item 2.4 proof.kept.ru says the same as item 2.3 proof.kept.ru, up to one word. ` +
        "Name this item's own document, and where this very document is kept.",
    ]);
  });

  test('a proof that differs in two words is another one', () => {
    const line = lineOf('ru: находят по журналу регистрации приказов');
    expect(said(line, indented(line, 'ru: копия в личном деле уволенного работника'))).toEqual([]);
  });

  test('a contradiction that names an item or a number which does not exist', () => {
    const entry = lineOf('id: storage-without-safe');
    const item = lineOf("item: '12.1', rating");
    expect(said(item, indented(item, "- { item: '12.13', rating: [no] }"))).toEqual([
      `memo.yaml:${entry}: Contradiction "storage-without-safe" names item 12.13, which does not exist. ` +
        'Use an id of 1.1 to 14.4.',
    ]);
    const differ = lineOf("differ: ['3.3/1', '12.8/1']");
    expect(said(differ, indented(differ, "- { differ: ['3.3/3', '12.8/1'] }"))).toEqual([
      `memo.yaml:${lineOf('id: staff-trained-against-actual')}: Contradiction "staff-trained-against-actual" ` +
        'reads number 3 of item 3.3, which asks 2. Name a number the item asks for, counted from 1.',
    ]);
  });

  test.each(['12.3/1-12.3/2', '12.3', '12.3/1 * 12.3/2', '- 12.3/1', '12.3/1 -', 'x 12.3/1'])(
    'a sum that cannot be read: %s',
    (sum) => {
      const line = lineOf("differ: ['12.3/1 - 12.3/2'");
      expect(said(line, indented(line, `- { differ: ['${sum}', '12.8/1'] }`))).toEqual([
        `memo.yaml:${line}: Contradiction "filled-posts-against-actual": a condition: ` +
          `the sum "${sum}" cannot be read. ` +
          'Write it like "12.3/1 - 12.3/2": item, stroke, place of the number.',
      ]);
    },
  );

  test('a condition that mixes keys', () => {
    const line = lineOf('place: 1, equals: 0');
    expect(said(line, indented(line, "- { item: '8.2', equals: 0 }"))).toEqual([
      `memo.yaml:${line}: Contradiction "ethics-work-without-meetings": a condition has the keys "equals item". ` +
        'Write item and rating, or item, place and equals, or differ alone.',
    ]);
  });
});

test('all mistakes are told at once, in the order of the file', () => {
  const first = lineOf('slug: reserve');
  const second = lineOf('slug: ethics');
  const changed = lines.with(first - 1, indented(first, 'slug:')).with(second - 1, '');
  const read = parseEdition(changed.join('\n'), 'memo.yaml');
  expect(read.ok ? [] : formatMistakes(read.error).split('\n')).toEqual([
    `memo.yaml:${first}: Direction 2: slug is empty. Write the text.`,
    `memo.yaml:${second - 1}: A direction has no "slug". Add the line "slug: …" to it.`,
  ]);
});

test('plain words are read as they are written, with or without quotes', () => {
  const read = parseEdition(memoYaml.replaceAll(/id: '([\d.]+)'/g, 'id: $1'), 'memo.yaml');
  expect(read).toEqual({ ok: true, value: memo });
});
