import type { ActionName } from '../../chat/actions.ts';
import { encode } from '../../chat/callback.ts';
import type { Button } from '../../chat/screen.ts';
import type { Key, Translate } from '../../chat/translator.ts';

/** Rows of people, records or changes on one screen (TEXTS: seven a page). */
export const PAGE = 7;

export const button = (
  t: Translate,
  key: Key,
  action: ActionName,
  ...args: readonly number[]
): Button => ({ text: t.plain(key), data: encode(action, args) });

export const homeButton = (t: Translate): Button => button(t, 'walk:button.home', 'home');

/** The page of this number, the last one where it is gone. */
export const pageAt = (page: number, total: number, size = PAGE): number =>
  Math.max(0, Math.min(page, Math.ceil(total / size) - 1));

/** The row that leafs through `total` entries; no row where one page holds them. */
export function leafing(
  page: number,
  total: number,
  data: (page: number) => string,
  size = PAGE,
): Button[][] {
  const span = (number: number) => {
    const [from, to] = [number * size + 1, Math.min((number + 1) * size, total)];
    return from === to ? String(from) : `${from}–${to}`;
  };
  const row: Button[] = [
    ...(page > 0 ? [{ text: `‹ ${span(page - 1)}`, data: data(page - 1) }] : []),
    ...((page + 1) * size < total ? [{ text: `${span(page + 1)} ›`, data: data(page + 1) }] : []),
  ];
  return row.length > 0 ? [row] : [];
}
