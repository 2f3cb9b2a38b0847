import { button, el } from './dom.js';
import { say, t } from './language.js';

/**
 * The invitation a person got on paper, lying above the chat before anything was said in it.
 * @param {NonNullable<import('./types.d.ts').Person['letter']>} letter
 * @param {() => unknown} open
 */
export function paperLetter(letter, open) {
  return el(
    'section',
    { class: 'letter', 'aria-label': t('letter') },
    el('p', { class: 'faint' }, t('letter')),
    el('p', { class: 'text' }, say(letter.text)),
    button(t('openLetter'), open, { class: 'main' }),
  );
}
