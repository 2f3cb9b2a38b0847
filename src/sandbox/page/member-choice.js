import { el } from './dom.js';
import { t } from './language.js';
import { fullName } from './world.js';

/**
 * As whom of a group's members one writes and presses.
 * @param {import('./types.d.ts').Person[]} members @param {number} chosen
 * @param {(personId: number) => unknown} choose
 */
export function memberChoice(members, chosen, choose) {
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    { onchange: () => choose(Number(select.value)) },
    ...members.map((one) =>
      el('option', { value: one.id, selected: one.id === chosen }, fullName(one)),
    ),
  );
  return el('label', { class: 'as-whom' }, `${t('asWhom')}: `, select);
}
