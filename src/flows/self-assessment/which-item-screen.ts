import { encode } from '../../chat/callback.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import { itemId } from '../../domain/checklist/code.rules.ts';
import { excerpt } from './wording.ts';

/** «Бул 3.2 үчүнбү же 3.3 үчүнбү?» about a message just sent. `words`: what it said, plain text. */
export function whichItemScreen(
  t: Translate,
  assessmentId: number,
  messageId: number,
  items: readonly [answered: number, open: number],
  words: string,
): Screen {
  const [answered, open] = items;
  const button = (item: number): Button => ({
    text: itemId(item),
    data: encode('belongsTo', [assessmentId, item, messageId]),
  });
  return {
    text: [
      t('walk:ask.which', { first: itemId(answered), second: itemId(open) }),
      ...(words === '' ? [] : [t('walk:ask.text', { text: excerpt(words) })]),
    ].join('\n\n'),
    rows: [[button(answered), button(open)]],
  };
}
