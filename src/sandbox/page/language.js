import { en } from './words/en.js';
import { ky } from './words/ky.js';
import { ru } from './words/ru.js';

/** @typedef {keyof typeof en} Key */
/** @typedef {'ky' | 'ru' | 'en'} Language */

const WORDS = { ky, ru, en };
const KEPT_UNDER = 'sandbox-language';

/** In their own words, in the order of the house: Kyrgyz first. */
export const LANGUAGES = /** @type {const} */ ({ ky: 'Кыргызча', ru: 'Русский', en: 'English' });

/** @type {Language} */
let current = remembered();

/** @returns {Language} */
function remembered() {
  const kept = localStorage.getItem(KEPT_UNDER);
  return kept === 'ru' || kept === 'en' ? kept : 'ky';
}

export function language() {
  return current;
}

/** Kept for the next visit of this browser. @param {Language} next */
export function speak(next) {
  current = next;
  localStorage.setItem(KEPT_UNDER, next);
  document.documentElement.lang = next;
}

/**
 * The page's own words; what the bot says comes from the bot.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return WORDS[current][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** @param {import('./types.d.ts').Localised} text */
export function say(text) {
  return text[current];
}
