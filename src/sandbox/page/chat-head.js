import { avatar } from './avatar.js';
import { el } from './dom.js';
import { say, t } from './language.js';
import { fullName, groupOf, personOf } from './world.js';

/** How long "typing" stands when nothing follows (the Bot API: 5 seconds or until a message). */
const TYPING = 5000;

/**
 * @param {import('./page.js').Page} page @param {number} chatId
 */
export function titleOf(page, chatId) {
  const person = personOf(page.world, chatId);
  return person ? fullName(person) : (groupOf(page.world, chatId)?.title ?? String(chatId));
}

/** Fits under a round mark. @param {import('./page.js').Page} page @param {number} chatId */
export function shortTitleOf(page, chatId) {
  return personOf(page.world, chatId)?.first_name ?? titleOf(page, chatId).split(' ')[0] ?? '';
}

/** The role of a person; of a group, its members. @param {import('./page.js').Page} page @param {number} chatId */
export function underTitle(page, chatId) {
  const person = personOf(page.world, chatId);
  if (person) return say(person.role);
  const members = groupOf(page.world, chatId)?.memberIds ?? [];
  return members.map((id) => personOf(page.world, id)?.first_name ?? '').join(', ');
}

/**
 * Whose chat it is, and whether the bot is typing in it.
 * @param {import('./page.js').Page} page @param {number} chatId @param {Node} menu
 */
export function chatHead(page, chatId, menu) {
  const title = titleOf(page, chatId);
  const under = el('p', { class: 'faint' }, underTitle(page, chatId));
  const node = el(
    'header',
    { class: 'chat-head' },
    avatar(title),
    el('div', { class: 'who' }, el('h2', {}, title), under),
    menu,
  );
  let timer = 0;
  /** @param {boolean} is */
  function typing(is) {
    clearTimeout(timer);
    under.textContent = is
      ? `${page.world.bot.first_name}: ${t('typing')}`
      : underTitle(page, chatId);
    if (is) timer = setTimeout(() => typing(false), TYPING);
  }
  return { node, typing };
}
