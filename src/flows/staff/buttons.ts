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

/**
 * The row that leafs through `total` entries, each way with the numbers it leads to; no row where one
 * page holds them.
 */
export function leafing(
  t: Translate,
  page: number,
  total: number,
  data: (page: number) => string,
  size = PAGE,
): Button[][] {
  const turn = (to: number, text: string): Button => ({ text, data: data(to) });
  const [from, upTo] = [(page + 1) * size + 1, Math.min((page + 2) * size, total)];
  // A lone «8 ›» would read as the number of a page.
  const on = from === upTo ? t.plain('staff:button.oneMore') : `${from}–${upTo} ›`;
  const row: Button[] = [
    ...(page > 0 ? [turn(page - 1, `‹ ${(page - 1) * size + 1}–${page * size}`)] : []),
    ...(from <= total ? [turn(page + 1, on)] : []),
  ];
  return row.length > 0 ? [row] : [];
}
