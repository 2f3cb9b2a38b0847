import { button, el } from './dom.js';
import { t } from './language.js';

/** The topic every forum has; its messages carry no thread. */
export const GENERAL = 0;

/**
 * @param {import('./types.d.ts').Topic[]} topics @param {number} open
 * @param {(id: number) => number} unread @param {(id: number) => unknown} choose
 */
export function topicTabs(topics, open, unread, choose) {
  const all = [{ id: GENERAL, name: t('generalTopic') }, ...topics];
  return el(
    'nav',
    { class: 'topics', 'aria-label': t('topics') },
    ...all.map(({ id, name }) => {
      const n = unread(id);
      return button(n ? `${name} · ${t('unread', { n })}` : name, () => choose(id), {
        'aria-current': id === open ? 'true' : null,
        'data-topic': id,
      });
    }),
  );
}
