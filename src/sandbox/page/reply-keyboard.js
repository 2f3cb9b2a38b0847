import { button, el } from './dom.js';
import { t } from './language.js';

/** @import {ReplyKeyboard} from './types.d.ts' */

/**
 * The bot's ready answers above the field; nothing when the bot laid none.
 * @param {ReplyKeyboard | null} keyboard
 * @param {(text: string) => unknown} say
 * @param {() => unknown} sendContact
 */
export function replyKeyboard(keyboard, say, sendContact) {
  if (!keyboard?.keyboard?.length) return null;
  return el(
    'div',
    { class: 'keyboard ready', role: 'group', 'aria-label': t('replyKeyboard') },
    ...keyboard.keyboard.map((row) =>
      el(
        'div',
        { class: 'row' },
        ...row.map((key) => {
          const { text, request_contact = false } = typeof key === 'string' ? { text: key } : key;
          return button(text, () => (request_contact ? sendContact() : say(text)), {
            class: 'key',
          });
        }),
      ),
    ),
  );
}
