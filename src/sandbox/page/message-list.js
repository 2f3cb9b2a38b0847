import { blocksOf } from './blocks.js';
import { bubble } from './bubble.js';
import { el } from './dom.js';
import { focusPlace, placeOfFocus } from './focus-place.js';
import { t } from './language.js';

/** @import {Message} from './types.d.ts' */
/** @import {Block} from './blocks.js' */

/** Nearer to the end than this counts as reading the end; pixels. */
const NEAR = 120;

/**
 * The messages of one chat. Only what changed is drawn anew; the focus stays where it was, by
 * position; who reads the end keeps seeing the end.
 * @param {import('./bubble.js').Reader} reader
 * @param {Node[]} above what lies above the first message
 */
export function messageList(reader, above) {
  const list = el('ol', { class: 'messages', 'aria-label': t('messages') });
  const scroller = el('div', { class: 'scroller' }, ...above, list);
  /** @type {Map<string, { made: unknown[], node: HTMLElement }>} */
  let drawn = new Map();

  /** @param {Message[]} messages */
  function update(messages) {
    const atEnd = isAtEnd();
    const focused = placeOfFocus(list);
    /** @type {typeof drawn} */
    const next = new Map();
    for (const block of blocksOf(messages)) {
      const made = madeOf(block, reader);
      const old = drawn.get(block.key);
      const same = old?.made.length === made.length && made.every((x, i) => x === old.made[i]);
      next.set(block.key, same ? old : { made, node: draw(block, reader) });
    }
    drawn = next;
    settle(
      list,
      [...next.values()].map(({ node }) => node),
    );
    if (focused && !list.contains(document.activeElement)) focusPlace(list, focused);
    if (atEnd) toEnd();
  }
  const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  let readsEnd = true;
  scroller.addEventListener('scroll', () => {
    readsEnd = isAtEnd();
  });
  // The keyboard of a phone, a reply's bar, the bot's ready answers: all take room from below.
  new ResizeObserver(() => {
    if (readsEnd) toEnd();
  }).observe(scroller);
  return { node: scroller, list, update, isAtEnd, toEnd };
}

/** All that a block's look depends on. @param {Block} block @param {import('./bubble.js').Reader} reader */
function madeOf(block, reader) {
  if (block.kind === 'day') return [block.text];
  if (block.kind === 'service') return [block.message];
  const [first] = block.messages;
  const quoted = first.replyTo === undefined ? undefined : reader.find(first.replyTo);
  return [...block.messages, quoted, reader.isOwn(first)];
}

/** @param {Block} block @param {import('./bubble.js').Reader} reader */
function draw(block, reader) {
  if (block.kind === 'messages') return bubble(block.messages, reader);
  const words =
    block.kind === 'day' ? block.text : `${reader.nameOf(block.message)}: ${block.service}`;
  return el('li', { class: 'note' }, words);
}

/** Puts the nodes in this order and moves none that stands right: a moved node loses the focus. */
/** @param {HTMLElement} list @param {HTMLElement[]} nodes */
function settle(list, nodes) {
  /** @type {Set<Element>} */
  const wanted = new Set(nodes);
  for (const child of Array.from(list.children)) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, i) => {
    if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null);
  });
}
