import { el } from './dom.js';

/** Up to two initials; an ornament beside the written name, so hidden from screen readers. */
/** @param {string} name */
export function avatar(name) {
  const initials = name
    .split(/\s+/)
    .map((word) => /\p{L}/u.exec(word)?.[0] ?? '')
    .join('')
    .slice(0, 2);
  return el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials.toUpperCase());
}
