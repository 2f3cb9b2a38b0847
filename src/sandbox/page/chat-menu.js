import { block, send, start } from './control.js';
import { askText } from './dialogs.js';
import { disclosure } from './disclosure.js';
import { button, el } from './dom.js';
import { t } from './language.js';
import { ownLink } from './links.js';
import { personOf } from './world.js';

/**
 * The bot's commands, and what one does with a bot rather than says to it.
 * @param {import('./page.js').Page} page
 * @param {() => import('./control.js').Place} place
 */
export function chatMenu(page, place) {
  return disclosure(
    t('commands'),
    () => {
      const { chatId, personId } = place();
      const person = personOf(page.world, chatId);
      const items = (page.world.commands[chatId] ?? []).map(({ command, description }) => {
        const word = el('span', { class: 'author' }, `/${command}`);
        return el(
          'button',
          { type: 'button', onclick: () => send(place(), `/${command}`) },
          word,
          ` ${description}`,
        );
      });
      if (!person) return items;
      return [
        ...items,
        button(t('pasteLink'), () => pasteLink(page, personId)),
        button(person.blocked ? t('unblock') : t('block'), () => block(personId, !person.blocked)),
      ];
    },
    { class: 'quiet' },
  ).node;
}

/**
 * A link somebody else got (an invitation from the operator's chat) opened as this person.
 * @param {import('./page.js').Page} page @param {number} personId
 */
async function pasteLink(page, personId) {
  const { username } = page.world.bot;
  const parameterOf = (/** @type {string} */ typed) => {
    const link = ownLink(typed, username);
    return link?.kind === 'start' ? link.parameter : '';
  };
  const example = `t.me/${username}?start=…`;
  const typed = await askText(t('pasteLinkAsk'), t('open'), (text) =>
    parameterOf(text) ? '' : t('notALink', { example }),
  );
  if (typed) await start(personId, parameterOf(typed));
}
