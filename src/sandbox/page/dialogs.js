import { button, el } from './dom.js';
import { t } from './language.js';

/** @type {() => void} */
let findFocus = () => {};

/**
 * Where the focus goes when a dialog closes and the element it came from is no longer there
 * (a card edited behind an alert). @param {() => void} find
 */
export function refocusWith(find) {
  findFocus = find;
}

/** A real modal dialog; Escape closes it with ''. @param {string} text @param {Node[]} inside */
function open(text, inside) {
  const id = `dialog-${crypto.randomUUID()}`;
  const words = el('p', { id }, text);
  const dialog = el('dialog', { 'aria-labelledby': id }, words, ...inside);
  document.body.append(dialog);
  /** @type {Promise<string>} */
  const closed = new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (document.activeElement === document.body) findFocus();
      resolve(dialog.returnValue);
    });
  });
  dialog.showModal();
  return { dialog, closed };
}

/** @param {...Node} nodes */
const actions = (...nodes) => el('div', { class: 'actions' }, ...nodes);

/** Says something that must be seen. @param {string} text */
export async function tell(text) {
  const ok = button(t('understood'), () => dialog.close('ok'), { class: 'main' });
  const { dialog, closed } = open(text, [actions(ok)]);
  await closed;
}

/** A text to be copied by hand, where the browser refuses the clipboard. @param {string} text */
export async function showText(text) {
  const field = el('textarea', { readonly: true, rows: 3, 'aria-label': t('copyByHand') });
  field.value = text;
  const ok = button(t('understood'), () => dialog.close('ok'), { class: 'main' });
  const { dialog, closed } = open(t('copyByHand'), [field, actions(ok)]);
  field.select();
  await closed;
}

/** @param {string} text @param {string} yes @returns {Promise<boolean>} */
export async function confirm(text, yes) {
  const { dialog, closed } = open(text, [
    actions(
      button(t('cancel'), () => dialog.close('')),
      button(yes, () => dialog.close('yes'), { class: 'main' }),
    ),
  ]);
  return (await closed) === 'yes';
}

/**
 * @param {string} text @param {{ label: string, value: string }[]} options
 * @returns {Promise<string>} the value, or '' when none was chosen
 */
export async function choose(text, options) {
  const { dialog, closed } = open(text, [
    el(
      'div',
      { class: 'choices' },
      ...options.map(({ label, value }) => button(label, () => dialog.close(value))),
    ),
    actions(button(t('cancel'), () => dialog.close(''))),
  ]);
  return await closed;
}

/**
 * @param {string} text @param {string} go what the button says
 * @param {(typed: string) => string} problem '' when what was typed will do
 * @returns {Promise<string>} what was typed, or ''
 */
export async function askText(text, go, problem) {
  const field = el('input', { type: 'text', 'aria-label': text, autocomplete: 'off' });
  const trouble = el('p', { class: 'trouble', role: 'alert' });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    trouble.textContent = problem(field.value.trim());
    if (!trouble.textContent) dialog.close(field.value.trim());
  };
  const form = el(
    'form',
    { onsubmit: submit },
    field,
    trouble,
    actions(
      button(t('cancel'), () => dialog.close('')),
      el('button', { class: 'main' }, go),
    ),
  );
  const { dialog, closed } = open(text, [form]);
  field.focus();
  return await closed;
}
