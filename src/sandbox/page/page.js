import { announce } from './announcer.js';
import { gist } from './bubble.js';
import { createChat } from './chat.js';
import { start, startInGroup } from './control.js';
import { choose } from './dialogs.js';
import { el } from './dom.js';
import { focusPlace } from './focus-place.js';
import { t } from './language.js';
import { ownLink } from './links.js';
import { pageHeader } from './page-header.js';
import { switcher } from './switcher.js';
import { unreadMarks } from './unread.js';
import { personOf } from './world.js';

/** @import {Message, World} from './types.d.ts' */
/** @import {ChatView} from './chat.js' */
/** @typedef {ReturnType<typeof createPage>} Page */

/**
 * The chats side by side, or one at a time where the screen is narrow.
 * @param {HTMLElement} root @param {World} first
 */
export function createPage(root, first) {
  /** What the reader chose and typed; outlives a redrawing. */
  const session = {
    active: 0,
    /** @type {Map<number, number>} group → as whom */
    actor: new Map(),
    /** @type {Map<number, number>} group → topic */
    topic: new Map(),
    /** @type {Map<number, string>} chat → unsent text */
    drafts: new Map(),
    /** @type {Map<number, { chatId: number, focus: import('./focus-place.js').FocusPlace }>} */
    pressed: new Map(),
  };
  /** @type {Map<number, ChatView>} */
  let chats = new Map();
  /** @type {ReturnType<typeof switcher>} */
  let names;
  /** @type {ReturnType<typeof pageHeader>} */
  let header;
  const page = {
    world: first,
    session,
    unread: unreadMarks(),
    redraw,
    read,
    cleared,
    activate,
    looked,
    follow,
    update,
    arrived,
    changed,
    answered,
    refocus,
    tick: () => header.tick(),
    /** @param {number} chatId */
    chat: (chatId) => chats.get(chatId),
  };

  const chatIds = () => [...page.world.people, ...page.world.groups].map(({ id }) => id);

  /** The world as it was just read. @param {World} world */
  function read(world) {
    page.world = world;
    if (chatIds().join() === [...chats.keys()].join()) update();
    else {
      const again = chats.size === 0 && session.active !== 0;
      redraw();
      if (again) go(session.active);
    }
  }

  /** Somebody started over: nothing of before counts. */
  function cleared() {
    page.unread.clearAll();
    for (const kept of [session.actor, session.topic, session.drafts, session.pressed])
      kept.clear();
    chats = new Map();
  }

  /** Draws everything anew: at the start, in another language, after starting over. */
  function redraw() {
    const ids = chatIds();
    if (!ids.includes(session.active)) session.active = ids[0] ?? 0;
    chats = new Map(ids.map((id) => [id, createChat(page, id)]));
    names = switcher(page, ids, go);
    header = pageHeader(page);
    const columns = el('main', { class: 'chats' }, ...[...chats.values()].map(({ node }) => node));
    root.replaceChildren(header.node, names.node, columns);
    update();
    for (const chat of chats.values()) chat.toEnd();
  }

  /** Brings every chat up to the world, drawing only what differs. */
  function update() {
    for (const chat of chats.values()) chat.update();
    mark();
    header.tick();
  }

  function mark() {
    names.update(session.active);
    for (const [id, chat] of chats) chat.node.classList.toggle('active', id === session.active);
  }

  /** The chat the reader is in; what is new in it counts as seen. @param {number} chatId */
  function activate(chatId) {
    if (session.active === chatId && page.unread.inChat(chatId) === 0) return;
    session.active = chatId;
    looked(chatId);
  }

  /** @param {number} chatId */
  function looked(chatId) {
    const chat = chats.get(chatId);
    if (chat && page.unread.clear(chatId, chat.topic())) chat.update();
    mark();
  }

  /** @param {number} chatId */
  function go(chatId) {
    activate(chatId);
    const chat = chats.get(chatId);
    chat?.node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    chat?.node.focus({ preventScroll: true });
  }

  /**
   * A pressed link. This bot's own are opened here, as Telegram opens them; others by the browser.
   * @param {string} url @param {number} personId @param {Event} [event] of the link pressed
   */
  function follow(url, personId, event) {
    const link = ownLink(url, page.world.bot.username);
    if (!link) return;
    event?.preventDefault();
    if (link.kind === 'startgroup') {
      void intoGroup(link.parameter, personId);
      return;
    }
    if (personOf(page.world, personId)) go(personId);
    if (link.kind === 'start') void start(personId, link.parameter);
  }

  /** @param {string} parameter @param {number} personId */
  async function intoGroup(parameter, personId) {
    const hers = page.world.groups.filter(({ memberIds }) => memberIds.includes(personId));
    const options = hers.map(({ id, title }) => ({ label: title, value: String(id) }));
    const chosen = await choose(t('chooseGroup'), options);
    if (!chosen) return;
    session.actor.set(Number(chosen), personId);
    await startInGroup(personId, Number(chosen), parameter);
    go(Number(chosen));
  }

  /** A new message is in the world. @param {Message} message */
  function arrived(message) {
    const chat = chats.get(message.chatId);
    if (!chat) return;
    if (message.from === chat.who()) {
      chat.update();
      return chat.toEnd();
    }
    const topic = message.threadId ?? 0;
    const inSight = session.active === message.chatId && chat.topic() === topic && !document.hidden;
    if (!inSight) page.unread.add(message.chatId, topic);
    chat.typing(false);
    chat.update();
    chat.hint();
    if (inSight) {
      announce(`${page.world.bot.first_name}: ${gist(message)}`);
      if (message.forceReply) chat.reply(message);
    }
    mark();
  }

  /** A message of the world is another one now. @param {Message} message */
  function changed(message) {
    chats.get(message.chatId)?.update();
    if (session.active === message.chatId && message.from === 'bot') announce(gist(message));
  }

  /** @param {import('./types.d.ts').Callback} callback */
  function answered({ personId, text, alert, url }) {
    const chatId = session.pressed.get(personId)?.chatId ?? personId;
    chats.get(chatId)?.answered(text ?? '', alert ?? false);
    if (url) follow(url, personId);
  }

  /** The focus after a dialog whose opener is no longer there. */
  function refocus() {
    const chat = chats.get(session.active);
    const last = chat && session.pressed.get(chat.who());
    if (chat && last?.chatId === session.active) focusPlace(chat.list, last.focus);
    else chat?.node.focus({ preventScroll: true });
  }

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) looked(session.active);
  });
  return page;
}
