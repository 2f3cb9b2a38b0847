import { type Recognised, recognise } from './list-columns.rules.ts';
import type { ReadField } from './list-field.model.ts';
import type { ListMerge } from './list-table.model.ts';

const PARTS = ['surname', 'given', 'patronymic'] as const satisfies readonly ReadField[];

/**
 * What a column below a heading of several means: «Аты» below «ФИО» is a first name. Other columns
 * are known by the whole of their headings: «күнү» below «Окуусу» says nothing alone.
 */
export function partOfName(whole: Recognised | null, lowest: string): Recognised | null {
  if (whole?.field !== 'name' || whole.whole) return whole;
  const part = recognise(lowest);
  return part?.whole && PARTS.some((field) => field === part.field) ? part : whole;
}

/**
 * One heading «ФИО» joined over two or three columns that have no names of their own: they are the
 * surname, the first name and the patronymic, in this order.
 */
export function shareName<C extends { readonly at: number; readonly found: Recognised | null }>(
  columns: readonly C[],
  headings: readonly ListMerge[],
): C[] {
  const shared = new Map<number, Recognised>();
  for (const { left, right } of headings) {
    const below = columns.filter(({ at }) => left <= at && at <= right);
    if (below.length < 2 || below.length > PARTS.length) continue;
    if (below.some(({ found }) => found?.field !== 'name')) continue;
    for (const [n, field] of PARTS.slice(0, below.length).entries()) {
      shared.set(left + n, { field, whole: true });
    }
  }
  return columns.map((column) => ({ ...column, found: shared.get(column.at) ?? column.found }));
}
