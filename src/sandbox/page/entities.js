import { el } from './dom.js';
import { t } from './language.js';

/** @import {Entity} from './types.d.ts' */
/** @typedef {{ openLink: (url: string, event: MouseEvent) => void, command: (text: string) => void }} Doings */

/** @type {Record<string, keyof HTMLElementTagNameMap>} */
const PLAIN = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

/**
 * Text with its entities as nodes. Entities nest and never cross (the Bot API's rule); offsets
 * count UTF-16 units, which is what JavaScript strings count.
 * @param {string} text
 * @param {Entity[]} entities
 * @param {Doings} doings what a pressed link or command does
 * @returns {DocumentFragment}
 */
export function rich(text, entities, doings) {
  const sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  const out = document.createDocumentFragment();
  fill(out, text, 0, text.length, sorted, doings);
  return out;
}

/**
 * @param {Node} into @param {string} text @param {number} from @param {number} to
 * @param {Entity[]} entities those inside from..to, outermost first @param {Doings} doings
 */
function fill(into, text, from, to, entities, doings) {
  let at = from;
  for (let i = 0; i < entities.length; ) {
    const outer = /** @type {Entity} */ (entities[i]);
    const end = outer.offset + outer.length;
    let next = i + 1;
    while (next < entities.length && /** @type {Entity} */ (entities[next]).offset < end) next++;
    into.appendChild(document.createTextNode(text.slice(at, outer.offset)));
    const { node, inner } = shell(outer, text.slice(outer.offset, end), doings);
    fill(inner, text, outer.offset, end, entities.slice(i + 1, next), doings);
    into.appendChild(node);
    // A quote is a block: the line break behind it is its own end, not an empty line.
    at = outer.type.endsWith('blockquote') && text[end] === '\n' ? end + 1 : end;
    i = next;
  }
  into.appendChild(document.createTextNode(text.slice(at, to)));
}

/**
 * @param {Entity} entity @param {string} covered @param {Doings} doings
 * @returns {{ node: Node, inner: Node }}
 */
function shell(entity, covered, doings) {
  if (entity.type === 'expandable_blockquote') return expandable();
  if (entity.type === 'text_link') return link(entity.url ?? '', doings);
  if (entity.type === 'url') return link(withScheme(covered), doings);
  if (entity.type === 'bot_command') {
    const press = () => doings.command(covered);
    const node = el('button', { type: 'button', class: 'in-text', onclick: press });
    return { node, inner: node };
  }
  const node = el(PLAIN[entity.type] ?? 'span');
  return { node, inner: node };
}

/** @param {string} text */
function withScheme(text) {
  return /^[a-z]+:/i.test(text) ? text : `https://${text}`;
}

/** @param {string} url @param {Doings} doings */
function link(url, doings) {
  const safe = /^(https?|mailto|tel|tg):/i.test(url);
  const node = el('a', {
    href: safe ? url : null,
    target: '_blank',
    rel: 'noopener noreferrer',
    onclick: (/** @type {MouseEvent} */ event) => doings.openLink(url, event),
  });
  return { node, inner: node };
}

/** Three lines until opened, as Telegram folds it. The folded text stays readable by a screen reader. */
function expandable() {
  const inner = el('div', { class: 'folded' });
  const toggle = el('button', { type: 'button', class: 'in-text', 'aria-expanded': 'false' });
  toggle.textContent = t('showAll');
  toggle.addEventListener('click', () => {
    const open = !inner.classList.toggle('folded');
    toggle.setAttribute('aria-expanded', String(open));
    toggle.textContent = open ? t('showLess') : t('showAll');
  });
  return { node: el('blockquote', {}, inner, toggle), inner };
}
