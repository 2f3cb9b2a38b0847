import { fold } from '../shared/fold.ts';
import { ok, type Result, refused } from '../shared/result.ts';
import type { OrganisationDraft, OrganisationInput } from './model.ts';
import { type OrganisationRefusal, readDraft } from './rules.ts';

/** A row of a table with the line it stands in (from 1). */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export type ImportMistake =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'row'; readonly line: number; readonly refusal: OrganisationRefusal };

const COLUMNS = ['name', 'kind', 'region', 'district'] as const;
const REQUIRED = ['name', 'kind', 'region'] as const;

/**
 * Organisations of a table whose first row names the columns name, kind, region and, where wanted,
 * district, in any order. Empty rows are passed over. All mistakes are told at once, and with one
 * mistake nothing is taken in.
 */
export function readOrganisations(
  rows: readonly Row[],
): Result<OrganisationDraft[], ImportMistake[]> {
  const [header, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const titles = (header?.cells ?? []).map(fold);
  const place = (column: string): number => titles.indexOf(fold(column));
  const missing = REQUIRED.filter((column) => place(column) < 0);
  if (missing.length > 0) return refused(missing.map((column) => ({ kind: 'column', column })));

  const mistakes: ImportMistake[] = [];
  const drafts: OrganisationDraft[] = [];
  for (const { line, cells } of body) {
    const [name = '', kind = '', region = '', district = ''] = COLUMNS.map(
      (column) => cells[place(column)] ?? '',
    );
    const input: OrganisationInput = { name, kind, region, district };
    const draft = readDraft(input);
    if (draft.ok) drafts.push(draft.value);
    else mistakes.push({ kind: 'row', line, refusal: draft.error });
  }
  return mistakes.length > 0 ? refused(mistakes) : ok(drafts);
}
