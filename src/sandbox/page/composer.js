import { gist } from './bubble.js';
import * as control from './control.js';
import { disclosure } from './disclosure.js';
import { choose } from './dialogs.js';
import { button, el } from './dom.js';
import { t } from './language.js';
import { replyKeyboard } from './reply-keyboard.js';

/** @import {Message, ReplyKeyboard} from './types.d.ts' */
/** @typedef {{ kind: 'reply' | 'edit', message: Message } | null} About */

/** Lines the field grows to before it scrolls. */
const MOST_LINES = 6;

/**
 * Where a person writes, replies, edits and attaches.
 * @param {() => control.Place} place who writes, and where
 * @param {{ get: () => string, set: (text: string) => void }} draft outlives the composer
 */
export function composer(place, draft) {
  /** @type {About} */
  let about = null;
  let laid = 'null';
  const bar = el('div', { class: 'about', hidden: true });
  const ready = el('div');
  const field = el('textarea', { rows: 1, 'aria-label': t('message'), placeholder: t('message') });
  field.value = draft.get();
  const attach = disclosure(t('attach'), attachChoices, { class: 'quiet' });
  const submit = el('button', { class: 'main' }, t('send'));
  const node = el(
    'form',
    { class: 'composer' },
    bar,
    ready,
    el('div', { class: 'line' }, attach.node, field, submit),
  );

  node.addEventListener('submit', (event) => {
    event.preventDefault();
    void sendTyped();
  });
  field.addEventListener('input', () => {
    draft.set(field.value);
    grow();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && about) setAbout(null);
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    node.requestSubmit();
  });

  async function sendTyped() {
    const text = field.value.trim();
    if (!text) return;
    const { kind, message } = about ?? {};
    const done =
      kind === 'edit' && message
        ? control.edit(place(), message.id, text)
        : control.send(place(), text, message?.id);
    clear();
    if (await done) return;
    field.value = field.value || text; // refused: what was typed is not lost
    draft.set(field.value);
    grow();
  }
  function clear() {
    field.value = '';
    draft.set('');
    setAbout(null);
    grow();
  }
  function grow() {
    field.rows = Math.min(MOST_LINES, field.value.split('\n').length);
  }
  /** @param {About} next */
  function setAbout(next) {
    about = next;
    bar.hidden = !next;
    bar.replaceChildren();
    if (!next) return;
    const [title, stop] =
      next.kind === 'reply' ? [t('replyTo'), t('dropReply')] : [t('editing'), t('dropEdit')];
    bar.append(
      el('span', { class: 'author' }, title),
      el('span', { class: 'gist' }, gist(next.message)),
      button(
        stop,
        () => {
          setAbout(null);
          field.focus();
        },
        { class: 'quiet' },
      ),
    );
    field.placeholder = next.message.forceReply?.placeholder || t('message');
    if (next.kind === 'edit') field.value = next.message.text ?? '';
    grow();
    field.focus();
  }

  function attachChoices() {
    const pick = (/** @type {'document' | 'photo'} */ as) => {
      const input = el('input', {
        type: 'file',
        multiple: true,
        accept: as === 'photo' ? 'image/*' : null,
      });
      input.addEventListener('change', () => void sendFiles([...(input.files ?? [])], as));
      input.click();
    };
    const odd = (/** @type {'sticker' | 'voice' | 'poll' | 'contact'} */ kind) =>
      button(t(`send_${kind}`), () => control.sendOdd(place(), kind));
    return [
      button(t('asDocument'), () => pick('document')),
      button(t('asPhoto'), () => pick('photo')),
      .../** @type {const} */ (['voice', 'sticker', 'poll', 'contact']).map(odd),
    ];
  }

  /** What is written in the field goes along as the caption. */
  /** @param {File[]} files @param {'document' | 'photo'} as */
  async function sendFiles(files, as) {
    if (files.length === 0) return;
    const caption = field.value.trim();
    const replyTo = about?.kind === 'reply' ? about.message.id : undefined;
    if (await control.upload(place(), files, { as, caption, replyTo })) clear();
  }

  /** Pictures can go either way, so it is asked; anything else goes as a file. @param {File[]} files */
  async function dropped(files) {
    const pictures = files.length > 0 && files.every((file) => file.type.startsWith('image/'));
    if (!pictures) return await sendFiles(files, 'document');
    const as = await choose(t('dropHow'), [
      { label: t('asDocument'), value: 'document' },
      { label: t('asPhoto'), value: 'photo' },
    ]);
    if (as === 'document' || as === 'photo') await sendFiles(files, as);
  }

  /** @param {ReplyKeyboard | null} keyboard */
  function lay(keyboard) {
    const wanted = JSON.stringify(keyboard);
    if (wanted === laid) return;
    laid = wanted;
    const within = ready.contains(document.activeElement);
    const keys = replyKeyboard(
      keyboard,
      (text) => control.send(place(), text),
      () => control.sendOdd(place(), 'contact'),
    );
    ready.replaceChildren(...(keys ? [keys] : []));
    field.placeholder = keyboard?.input_field_placeholder ?? t('message');
    if (within) field.focus();
  }

  grow();
  return { node, field, lay, dropped, setAbout };
}
