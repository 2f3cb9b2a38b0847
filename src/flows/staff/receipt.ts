import { encode } from '../../chat/callback.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';

/** What was done (Telegram HTML), and by which change it is undone; 0: nothing was changed. */
export interface Receipt {
  readonly text: string;
  readonly changeId: number;
}

/** The row that undoes what the receipt tells. */
export const undoRow = (t: Translate, orgId: number, { changeId }: Receipt): Button[][] =>
  changeId === 0
    ? []
    : [[{ text: t.plain('staff:button.undo'), data: encode('staffUndo', [orgId, changeId]) }]];

/** A screen under the receipt of what led to it. */
export const withReceipt = (
  t: Translate,
  orgId: number,
  screen: Screen,
  receipt: Receipt | null,
): Screen =>
  receipt === null
    ? screen
    : {
        text: `${receipt.text}\n\n${screen.text}`,
        rows: [...undoRow(t, orgId, receipt), ...screen.rows],
      };
