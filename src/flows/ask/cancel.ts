import { encode } from '../../chat/callback.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';

/** A question with the way out below it. */
export const withCancel = (screen: Screen, t: Translate): Screen => ({
  text: screen.text,
  rows: [...screen.rows, [{ text: t.plain('general:cancel'), data: encode('cancel') }]],
});
