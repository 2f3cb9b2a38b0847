import { el } from './dom.js';

const KEPT = 6;

/** What a screen reader says without the focus moving. Lives outside what is drawn anew. */
export const announcer = el('div', { class: 'unseen', 'aria-live': 'polite', role: 'log' });

/** @param {string} text */
export function announce(text) {
  announcer.append(el('p', {}, text));
  while (announcer.childElementCount > KEPT) announcer.firstElementChild?.remove();
}
