import { keyAt } from './inline-keyboard.js';

/** @typedef {{ message: number, row?: number, col?: number }} FocusPlace */

/**
 * Where in a list of messages the focus is, in words that outlive the drawing.
 * @param {HTMLElement} list @returns {FocusPlace | null}
 */
export function placeOfFocus(list) {
  const active = document.activeElement;
  return active && list.contains(active) ? placeOf(active) : null;
}

/** @param {Element} element @returns {FocusPlace | null} */
export function placeOf(element) {
  const message = element.closest('[data-message]')?.getAttribute('data-message');
  if (!message) return null;
  const row = element.getAttribute('data-row');
  const col = element.getAttribute('data-col');
  if (row === null || col === null) return { message: Number(message) };
  return { message: Number(message), row: Number(row), col: Number(col) };
}

/**
 * The same button; else the nearest one; else the message itself; else, where the message is gone,
 * the one that now stands in its place.
 * @param {HTMLElement} list @param {FocusPlace} place
 */
export function focusPlace(list, place) {
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[data-message]')]);
  const id = (/** @type {HTMLElement} */ item) => Number(item.dataset.message);
  const item = items.find((one) => id(one) >= place.message) ?? items.at(-1);
  if (!item) return;
  const key =
    id(item) === place.message && place.row !== undefined && place.col !== undefined
      ? keyAt(item, place.row, place.col)
      : null;
  (key ?? item.querySelector('article'))?.focus({ preventScroll: true });
}
