import type { Button } from '../../chat/screen.ts';

/** Characters a half row of a small phone shows without cutting. */
const HALF_ROW = 16;
const MARK = '✓ ';

/** Puts neighbours with short labels side by side, ticked or not: ticking moves no button. */
export function pairedRows(
  buttons: readonly { readonly label: string; readonly button: Button }[],
): Button[][] {
  const rows: Button[][] = [];
  let half: Button[] | null = null;
  for (const { label, button } of buttons) {
    const short = [...(MARK + label)].length <= HALF_ROW;
    if (half && short) {
      half.push(button);
      half = null;
    } else {
      const row = [button];
      rows.push(row);
      half = short ? row : null;
    }
  }
  return rows;
}
