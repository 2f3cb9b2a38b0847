import { attachment } from './attachments.js';
import { minuteOf } from './clock-time.js';
import { button, el } from './dom.js';
import { rich } from './entities.js';
import { inlineKeyboard } from './inline-keyboard.js';
import { t } from './language.js';

/** @import {Message} from './types.d.ts' */
/**
 * @typedef {object} Reader how one chat looks at its messages, and what its buttons do
 * @property {(message: Message) => string} nameOf who wrote it
 * @property {(message: Message) => boolean} isOwn
 * @property {boolean} showNames
 * @property {(id: number) => Message | undefined} find
 * @property {import('./inline-keyboard.js').Presses} presses
 * @property {(command: string) => unknown} command
 * @property {(message: Message) => unknown} reply
 * @property {(message: Message) => unknown} edit
 */

/** In one line, for a quote or a screen reader. @param {Message | undefined} message */
export function gist(message) {
  if (!message || message.deleted) return t('deleted');
  const words = message.text ?? message.caption ?? '';
  if (words) return words;
  if (message.document) return message.document.name;
  return message.photo ? t('photo') : (message.service ?? '');
}

/**
 * One message, or the several of an album, as one bubble.
 * @param {[Message, ...Message[]]} messages @param {Reader} reader
 */
export function bubble(messages, reader) {
  const [first] = messages;
  const own = reader.isOwn(first);
  const name = reader.nameOf(first);
  const time = minuteOf(first.date * 1000);
  const keyboard = messages.find((m) => m.keyboard?.inline_keyboard.length);
  const doings = { openLink: reader.presses.url, command: reader.command };
  const words = messages.map((m) => text(m, doings)).filter((node) => node !== null);
  const files = messages.map(attachment).filter((node) => node !== null);
  return el(
    'li',
    { class: own ? 'message own' : 'message', 'data-message': first.id },
    el(
      'article',
      { tabindex: -1, 'aria-label': `${name}, ${time}` },
      el(
        'div',
        { class: 'bubble' },
        reader.showNames && !own && el('span', { class: 'author' }, name),
        first.replyTo !== undefined && quote(first.replyTo, reader),
        files.length > 0 && el('div', { class: files.length > 1 ? 'album' : 'files' }, ...files),
        ...words,
        footer(messages, own, time, reader),
      ),
      keyboard && inlineKeyboard(keyboard, reader.presses),
    ),
  );
}

/** @param {Message} m @param {import('./entities.js').Doings} doings */
function text(m, doings) {
  const said = m.text ?? m.caption;
  if (!said) return null;
  const entities = (m.text === undefined ? m.captionEntities : m.entities) ?? [];
  return el('div', { class: 'text', dir: 'auto' }, rich(said, entities, doings));
}

/** @param {number} id @param {Reader} reader */
function quote(id, reader) {
  const target = reader.find(id);
  return el(
    'div',
    { class: 'quote' },
    target && el('span', { class: 'author' }, reader.nameOf(target)),
    el('span', { class: 'gist' }, gist(target)),
  );
}

/** @param {Message[]} messages @param {boolean} own @param {string} time @param {Reader} reader */
function footer(messages, own, time, reader) {
  const [first] = /** @type {[Message]} */ (messages);
  const changed = messages.some((m) => m.editedAt);
  const deed = (/** @type {string} */ word, /** @type {() => unknown} */ press) =>
    button(word, press, {
      class: 'faint deed',
      'aria-label': `${word}: ${gist(first).slice(0, 60)}`,
    });
  return el(
    'footer',
    { class: 'faint' },
    own && first.text !== undefined && deed(t('edit'), () => reader.edit(first)),
    deed(t('reply'), () => reader.reply(first)),
    first.pinned && el('span', {}, t('pinned')),
    changed && el('span', {}, t('edited')),
    el('time', { datetime: new Date(first.date * 1000).toISOString() }, time),
  );
}
