import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatMistakes } from '../../src/domain/checklist/mistakes.rules.ts';
import { loadEditions } from '../../src/storage/checklists.ts';
import { memo, memoYaml } from '../domain/checklist/memo-edition.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checklists-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const mistakes = (): string => {
  const read = loadEditions(folder);
  return read.ok ? '' : formatMistakes(read.error);
};

test('the shipped folder holds the memo', () => {
  const shipped = join(import.meta.dirname, '../../checklists');
  expect(loadEditions(shipped)).toEqual({ ok: true, value: [memo] });
});

test('every edition is read, in the order of the names, and other files are left alone', () => {
  put(
    'monitoring-memo.2024-01-01.yaml',
    memoYaml.replace('edition: 2022-03-22', 'edition: 2024-01-01'),
  );
  put('monitoring-memo.2022-03-22.yaml', memoYaml);
  put('README.md', 'not a checklist');
  const read = loadEditions(folder);
  expect(read.ok && read.value.map(({ edition }) => edition)).toEqual(['2022-03-22', '2024-01-01']);
});

test('one broken file refuses all, and the mistakes of every file are told', () => {
  put('monitoring-memo.2022-03-22.yaml', memoYaml);
  const a = put('a.yaml', '[');
  const b = put('b.yaml', 'id: memo');
  expect(mistakes().split('\n')).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`${a}:1: YAML cannot be read here`),
      expect.stringContaining(`${b}:1: The checklist has no "directions"`),
    ]),
  );
});

test('a file under a wrong name is told its right one', () => {
  const file = put('memo.yaml', memoYaml);
  expect(mistakes()).toBe(
    `${file}: The file holds edition 2022-03-22 of "monitoring-memo". ` +
      'Rename it to monitoring-memo.2022-03-22.yaml, or correct id and edition in it.',
  );
});

test('an empty folder is a mistake, a missing one is thrown', () => {
  expect(mistakes()).toBe(
    `${folder}: The folder holds no checklist. Put a .yaml file of a checklist into it.`,
  );
  expect(() => loadEditions(join(folder, 'nowhere'))).toThrow('ENOENT');
});
