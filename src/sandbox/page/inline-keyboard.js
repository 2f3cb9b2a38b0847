import { button, el } from './dom.js';
import { t } from './language.js';

/** @import {InlineButton, Message} from './types.d.ts' */
/**
 * @typedef {object} Presses
 * @property {(message: Message, data: string, pressed: HTMLButtonElement) => unknown} callback
 * @property {(url: string, event: MouseEvent) => unknown} url
 * @property {(text: string) => unknown} copy
 * @property {() => unknown} unsupported
 */

/**
 * Rows as Telegram lays them out: the buttons of a row share its width equally. Each button carries
 * its row and column, so that the focus can find the same place after an edit.
 * @param {Message} message @param {Presses} presses
 */
export function inlineKeyboard(message, presses) {
  const rows = message.keyboard?.inline_keyboard ?? [];
  return el(
    'div',
    { class: 'keyboard' },
    ...rows.map((row, r) =>
      el('div', { class: 'row' }, ...row.map((b, c) => one(message, b, r, c, presses))),
    ),
  );
}

/**
 * @param {Message} message @param {InlineButton} b @param {number} row @param {number} col
 * @param {Presses} presses
 */
function one(message, b, row, col, presses) {
  const place = { 'data-row': row, 'data-col': col };
  if (b.url !== undefined) {
    const url = b.url;
    return el(
      'a',
      {
        ...place,
        class: 'key',
        href: /^(https?|tg|mailto|tel):/i.test(url) ? url : null,
        target: '_blank',
        rel: 'noopener noreferrer',
        'aria-label': t('linkButton', { text: b.text }),
        onclick: (/** @type {MouseEvent} */ event) => presses.url(url, event),
      },
      b.text,
    );
  }
  const props = {
    ...place,
    class: `key ${['primary', 'success', 'danger'].includes(b.style ?? '') ? b.style : ''}`.trim(),
    'aria-disabled': b.disabled ? 'true' : null,
    'aria-label': b.copy_text ? t('copyButton', { text: b.text }) : null,
  };
  return button(
    b.text,
    (event) => {
      if (b.disabled) return;
      if (b.callback_data !== undefined)
        presses.callback(message, b.callback_data, /** @type {any} */ (event.currentTarget));
      else if (b.copy_text) presses.copy(b.copy_text.text);
      else presses.unsupported();
    },
    props,
  );
}

/**
 * The button at this place, or the nearest one when the keyboard became smaller.
 * @param {Element} message @param {number} row @param {number} col
 * @returns {HTMLElement | null}
 */
export function keyAt(message, row, col) {
  const rows = [...message.querySelectorAll('.keyboard .row')];
  const there = rows[Math.min(row, rows.length - 1)];
  const keys = /** @type {HTMLElement[]} */ ([...(there?.querySelectorAll('.key') ?? [])]);
  return keys[Math.min(col, keys.length - 1)] ?? null;
}
