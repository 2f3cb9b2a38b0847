import { encode } from '../../chat/callback.ts';
import type { ActionName } from '../../chat/actions.ts';
import { visible } from '../../chat/html.ts';
import type { Button } from '../../chat/screen.ts';

/** Rows a phone shows without scrolling. */
export const PAGE = 8;

/** The row that leafs through `total` entries; empty where one page holds them. */
export function leafing(
  action: Extract<
    ActionName,
    'adminOrganisations' | 'adminCommissions' | 'adminCampaigns' | 'adminRules'
  >,
  page: number,
  total: number,
): Button[] {
  const last = Math.max(0, Math.ceil(total / PAGE) - 1);
  const buttons: Button[] = [];
  if (page > 0) buttons.push({ text: '‹', data: encode(action, [page - 1]) });
  if (page < last) buttons.push({ text: '›', data: encode(action, [page + 1]) });
  return buttons;
}

/** Full rows wider than 32 characters are cut off by a small phone. */
const WIDTH = 32;

/** A name on a button: cut by us, where the end can be seen. */
export function label(text: string): string {
  const letters = [...visible(text)];
  return letters.length <= WIDTH ? letters.join('') : `${letters.slice(0, WIDTH - 1).join('')}…`;
}
