import { announce, announcer } from './announcer.js';
import { dayOf, minuteOf } from './clock-time.js';
import { readState, tellRefusals } from './control.js';
import { refocusWith } from './dialogs.js';
import { el } from './dom.js';
import { follow } from './feed.js';
import { language, speak, t } from './language.js';
import { createPage } from './page.js';
import { toastPlace } from './toast.js';
import { chatOf, dropMessage, putMessage, worldOf } from './world.js';

speak(language());
const root = el('div', { class: 'page' }, el('p', { class: 'loading' }, t('loading')));
const notice = toastPlace();
const lost = el('p', { class: 'lost', role: 'status' });
document.body.append(root, lost, notice.node, announcer);
tellRefusals(notice.show);
refocusWith(() => page?.refocus());

/** @type {import('./page.js').Page | null} */
let page = null;

const feed = follow({
  async load() {
    const world = worldOf(await readState(), page?.world ?? null);
    page ??= createPage(root, world);
    page.read(world);
  },
  connected(is) {
    lost.textContent = is ? '' : t('lost');
  },
  happened({ name, data }) {
    if (page) reactions(page, name, data);
  },
});

/** @param {import('./page.js').Page} on @param {string} name @param {any} data */
function reactions(on, name, data) {
  const { world } = on;
  if (name === 'message') {
    putMessage(world, data);
    on.arrived(data);
  } else if (name === 'edit' || name === 'pin') {
    putMessage(world, data);
    if (name === 'edit') on.changed(data);
    else on.update();
  } else if (name === 'delete') {
    dropMessage(world, data.chatId, data.id);
    on.update();
  } else if (name === 'typing') on.chat(data.chatId)?.typing(true);
  else if (name === 'callback') on.answered(data);
  else if (name === 'keyboard') {
    const chat = chatOf(world, data.chatId);
    if (chat) chat.replyKeyboard = data.replyKeyboard;
    on.chat(data.chatId)?.update();
  } else if (name === 'clock') {
    world.now = data.now;
    world.readAt = performance.now();
    on.tick();
    announce(t('clockMoved', { time: `${dayOf(data.now)} ${minuteOf(data.now)}` }));
  } else {
    if (name === 'reset') on.cleared();
    void feed.reload();
  }
}

setInterval(() => page?.tick(), 1000);
