import { dayOf, minuteOf, DAY, HOUR } from './clock-time.js';
import { moveClock, moveToMorning, reset } from './control.js';
import { confirm } from './dialogs.js';
import { disclosure } from './disclosure.js';
import { button, el } from './dom.js';
import { LANGUAGES, language, speak, t } from './language.js';
import { nowIn } from './world.js';

/**
 * Above the chats: the name, the sandbox's clock, the page's language, starting over.
 * @param {import('./page.js').Page} page
 */
export function pageHeader(page) {
  const clock = page.world.canAdvance || page.world.canReset ? movable(page) : still(page);
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    { 'aria-label': t('language'), onchange: () => change(select.value) },
    ...Object.entries(LANGUAGES).map(([code, name]) =>
      el('option', { value: code, lang: code, selected: code === language() }, name),
    ),
  );
  /** @param {string} code */
  function change(code) {
    if (code !== 'ky' && code !== 'ru' && code !== 'en') return;
    speak(code);
    page.redraw();
    document.querySelector('select')?.focus();
  }
  const node = el(
    'header',
    { class: 'page-head' },
    el(
      'div',
      { class: 'name' },
      el('h1', {}, page.world.bot.first_name),
      el('p', { class: 'faint' }, t('subtitle')),
    ),
    clock.node,
    select,
  );
  return { node, tick: clock.tick };
}

/** @param {import('./page.js').Page} page */
const inWords = (page) => `${dayOf(nowIn(page.world))} ${minuteOf(nowIn(page.world))}`;

/** @param {import('./page.js').Page} page */
function still(page) {
  const node = el('time', { class: 'clock' }, inWords(page));
  return { node, tick: () => node.replaceChildren(inWords(page)) };
}

/** @param {import('./page.js').Page} page */
function movable(page) {
  const { node, toggle } = disclosure(inWords(page), choices, { class: 'clock' });
  function choices() {
    const move = (/** @type {string} */ label, /** @type {number} */ ms) =>
      button(label, () => moveClock(ms));
    return [
      ...(page.world.canAdvance
        ? [
            el('p', { class: 'faint' }, t('clockMove')),
            move(t('clockHour'), HOUR),
            button(t('clockMorning'), () => moveToMorning()),
            move(t('clockDay'), DAY),
            move(t('clockWeek'), 7 * DAY),
          ]
        : []),
      ...(page.world.canReset ? [button(t('reset'), startOver, { class: 'apart' })] : []),
    ];
  }
  const tick = () => {
    const time = inWords(page);
    if (toggle.textContent === time) return;
    toggle.textContent = time;
    toggle.setAttribute('aria-label', t('clock', { time }));
  };
  toggle.setAttribute('aria-label', t('clock', { time: inWords(page) }));
  return { node, tick };
}

async function startOver() {
  if (await confirm(t('resetAsk'), t('resetYes'))) await reset();
}
