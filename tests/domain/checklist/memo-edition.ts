import { readFileSync } from 'node:fs';
import { formatMistakes } from '../../../src/domain/checklist/mistakes.rules.ts';
import type { Edition } from '../../../src/domain/checklist/model.ts';
import { parseEdition } from '../../../src/domain/checklist/parse.rules.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/memo/${name}`, import.meta.url), 'utf8');

/** The shipped file of the memo, as text. */
export const memoYaml: string = readFileSync(
  new URL('../../../checklists/monitoring-memo.2022-03-22.yaml', import.meta.url),
  'utf8',
);

/** The same, read; a broken file fails every test with its mistakes. */
export const memo: Edition = (() => {
  const read = parseEdition(memoYaml, 'monitoring-memo.2022-03-22.yaml');
  if (!read.ok) throw new Error(formatMistakes(read.error));
  return read.value;
})();

/** The memo as it was printed, and its items as they were numbered. */
export const memoText: string = fixture('monitoring-memo.ky.txt');
export interface MemoItems {
  readonly preamble_ky: string;
  readonly directions: readonly {
    readonly number: number;
    readonly slug: string;
    readonly heading_ky: string;
    readonly lead_ky?: string;
    readonly groups?: readonly { readonly lead_ky: string; readonly items: readonly string[] }[];
    readonly items: readonly {
      readonly id: string;
      readonly line: number;
      readonly text_ky: string;
    }[];
  }[];
}
export const memoItems = JSON.parse(fixture('monitoring-memo.items.json')) as MemoItems;
