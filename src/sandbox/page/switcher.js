import { avatar } from './avatar.js';
import { shortTitleOf, titleOf, underTitle } from './chat-head.js';
import { el } from './dom.js';
import { t } from './language.js';

/**
 * All chats by name, with what is unread in each.
 * @param {import('./page.js').Page} page @param {number[]} chatIds
 * @param {(chatId: number) => unknown} go
 */
export function switcher(page, chatIds, go) {
  const entries = chatIds.map((id) => {
    const title = titleOf(page, id);
    const mark = el('span', { class: 'mark', hidden: true });
    const node = el(
      'button',
      { type: 'button', onclick: () => go(id) },
      avatar(title),
      el(
        'span',
        { class: 'who' },
        el('span', { class: 'name' }, title),
        el('span', { class: 'short' }, shortTitleOf(page, id)),
        el('span', { class: 'faint role' }, underTitle(page, id)),
      ),
      mark,
    );
    return { id, title, node, mark };
  });
  const nav = el(
    'nav',
    { class: 'switcher', 'aria-label': t('chats') },
    ...entries.map(({ node }) => node),
  );
  /** @param {number} active */
  function update(active) {
    for (const { id, title, node, mark } of entries) {
      const n = page.unread.inChat(id);
      mark.hidden = n === 0;
      mark.textContent = String(n);
      const words = [title, underTitle(page, id), ...(n ? [t('unread', { n })] : [])];
      node.setAttribute('aria-label', words.join(', '));
      if (id === active) node.setAttribute('aria-current', 'true');
      else node.removeAttribute('aria-current');
    }
  }
  return { node: nav, update };
}
