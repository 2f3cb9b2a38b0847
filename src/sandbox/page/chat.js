import { chatHead, titleOf } from './chat-head.js';
import { chatMenu } from './chat-menu.js';
import { composer } from './composer.js';
import * as control from './control.js';
import { showText, tell } from './dialogs.js';
import { button, el } from './dom.js';
import { acceptDrops } from './file-drop.js';
import { placeOf } from './focus-place.js';
import { t } from './language.js';
import { paperLetter } from './letter.js';
import { memberChoice } from './member-choice.js';
import { messageList } from './message-list.js';
import { toastPlace } from './toast.js';
import { GENERAL, topicTabs } from './topic-tabs.js';
import { chatOf, fullName, groupOf, personOf } from './world.js';

/** @import {Message} from './types.d.ts' */
/** @typedef {ReturnType<typeof createChat>} ChatView */

/**
 * One chat as a column: a person's private chat with the bot, or a group.
 * @param {import('./page.js').Page} page @param {number} chatId
 */
export function createChat(page, chatId) {
  const isPrivate = personOf(page.world, chatId) !== undefined;
  const { session } = page;
  const group = () => groupOf(page.world, chatId);
  const who = () =>
    isPrivate ? chatId : (session.actor.get(chatId) ?? group()?.memberIds[0] ?? 0);
  const topic = () => (group()?.isForum ? (session.topic.get(chatId) ?? GENERAL) : GENERAL);
  const place = () => ({ personId: who(), chatId, threadId: topic() || undefined });
  const all = () => chatOf(page.world, chatId)?.messages ?? [];
  const shown = () =>
    group()?.isForum ? all().filter((m) => (m.threadId ?? GENERAL) === topic()) : all();

  const toast = toastPlace();
  const typed = composer(place, {
    get: () => session.drafts.get(chatId) ?? '',
    set: (text) => session.drafts.set(chatId, text),
  });
  const letter = personOf(page.world, chatId)?.letter;
  const list = messageList(
    {
      nameOf: ({ from }) => {
        if (from === 'bot') return page.world.bot.first_name;
        const person = personOf(page.world, from);
        return person ? fullName(person) : String(from);
      },
      isOwn: ({ from }) => from === who(),
      showNames: !isPrivate,
      find: (id) => all().find((m) => m.id === id),
      presses: {
        callback: pressed,
        url: (url, event) => page.follow(url, who(), event),
        copy,
        unsupported: () => toast.show(t('unsupported')),
      },
      command: (text) => control.send(place(), text),
      reply: (message) => typed.setAbout({ kind: 'reply', message }),
      edit: (message) => typed.setAbout({ kind: 'edit', message }),
    },
    letter ? [paperLetter(letter, () => control.start(chatId, letter.startParameter))] : [],
  );
  const head = chatHead(page, chatId, chatMenu(page, place));
  const topics = el('div');
  const members = el('div');
  const below = button(t('newBelow'), list.toEnd, { class: 'below', hidden: true });
  const foot = el('div', { class: 'foot' });
  const node = el(
    'section',
    { class: 'chat', tabindex: -1, 'aria-label': t('chatWith', { name: titleOf(page, chatId) }) },
    head.node,
    topics,
    el('div', { class: 'log' }, list.node, below, toast.node),
    members,
    foot,
  );
  acceptDrops(node, typed.dropped);
  node.addEventListener('focusin', () => page.activate(chatId));
  node.addEventListener('pointerdown', () => page.activate(chatId));
  list.node.addEventListener('scroll', () => {
    if (list.isAtEnd()) below.hidden = true;
  });

  /** @param {Message} message @param {string} data @param {HTMLButtonElement} key */
  async function pressed(message, data, key) {
    const focus = placeOf(key);
    if (focus) session.pressed.set(who(), { chatId, focus });
    key.setAttribute('aria-busy', 'true');
    if (!(await control.press(place(), message.id, data))) key.removeAttribute('aria-busy');
  }

  /** @param {string} text */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return await showText(text);
    }
    toast.show(t('copied'));
  }

  function update() {
    list.update(shown());
    const person = personOf(page.world, chatId);
    if (person?.blocked) setFoot('blocked');
    else setFoot(isPrivate && all().length === 0 ? 'start' : 'write');
    typed.lay(chatOf(page.world, chatId)?.replyKeyboard ?? null);
    drawTopics();
    drawMembers();
  }

  /** @param {'start' | 'blocked' | 'write'} kind */
  function setFoot(kind) {
    if (foot.dataset.kind === kind) return;
    const within = foot.contains(document.activeElement);
    foot.dataset.kind = kind;
    if (kind === 'write') foot.replaceChildren(typed.node);
    else if (kind === 'start')
      foot.replaceChildren(
        el('p', { class: 'faint' }, t('emptyChat')),
        button(t('start'), () => control.start(chatId), { class: 'main' }),
      );
    else
      foot.replaceChildren(
        el('p', { class: 'faint' }, t('blocked')),
        button(t('unblock'), () => control.block(chatId, false), { class: 'main' }),
      );
    if (within) (kind === 'write' ? typed.field : foot.querySelector('button'))?.focus();
  }

  function drawTopics() {
    const forum = group();
    if (!forum?.isForum) return;
    const focused = document.activeElement?.closest('.topics button');
    const open = topics.contains(focused ?? null) ? focused?.getAttribute('data-topic') : null;
    topics.replaceChildren(
      topicTabs(
        forum.topics,
        topic(),
        (id) => page.unread.inTopic(chatId, id),
        (id) => {
          session.topic.set(chatId, id);
          page.looked(chatId);
          update();
          list.toEnd();
        },
      ),
    );
    if (open)
      for (const tab of topics.querySelectorAll('button'))
        if (tab.dataset.topic === open) tab.focus();
  }

  function drawMembers() {
    const of = group();
    if (!of || members.dataset.of === of.memberIds.join()) return;
    members.dataset.of = of.memberIds.join();
    const people = page.world.people.filter((person) => of.memberIds.includes(person.id));
    members.replaceChildren(
      memberChoice(people, who(), (personId) => {
        session.actor.set(chatId, personId);
        update();
      }),
    );
  }

  return {
    node,
    update,
    topic,
    who,
    typing: head.typing,
    toEnd: list.toEnd,
    list: list.list,
    /** The bot asked for an answer to this very message. @param {Message} message */
    reply: (message) => typed.setAbout({ kind: 'reply', message }),
    /** After a message came that the reader may not see. */
    hint() {
      below.hidden = list.isAtEnd();
    },
    /**
     * The bot answered a press.
     * @param {string} text @param {boolean} alert
     */
    answered(text, alert) {
      for (const key of list.list.querySelectorAll('[aria-busy]')) key.removeAttribute('aria-busy');
      if (!text) return;
      if (alert) void tell(text);
      else toast.show(text);
    },
  };
}
