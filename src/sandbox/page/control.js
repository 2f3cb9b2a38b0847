import { t } from './language.js';

/** @typedef {Record<string, string | number | boolean | undefined>} Body */

/** @type {(reason: string) => void} */
let onRefusal = () => {};

/** Where a refused deed is told to the person. @param {(reason: string) => void} tell */
export function tellRefusals(tell) {
  onRefusal = tell;
}

/**
 * One deed of a person through the control API. A refusal is shown to the person and is not an
 * exception: nothing has changed then.
 * @param {string} verb @param {Body} body
 * @returns {Promise<boolean>} whether it was done
 */
async function post(verb, body) {
  return await answered(() =>
    fetch(`/sandbox/${verb}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

/** @param {() => Promise<Response>} ask */
async function answered(ask) {
  let response;
  try {
    response = await ask();
  } catch {
    onRefusal(t('failed', { reason: t('lost') }));
    return false;
  }
  if (response.ok) return true;
  onRefusal(t('failed', { reason: reasonIn(await response.text()) || String(response.status) }));
  return false;
}

/** @param {string} body */
function reasonIn(body) {
  try {
    const said = JSON.parse(body);
    return String(said.error ?? said.description ?? body);
  } catch {
    return body;
  }
}

/** @returns {Promise<import('./types.d.ts').State>} */
export async function readState() {
  const response = await fetch('/sandbox/state');
  if (!response.ok) throw new Error(`the sandbox answered ${response.status}`);
  return await response.json();
}

/** @param {number} personId @param {string} [parameter] */
export const start = (personId, parameter) => post('start', { personId, parameter });

/** @typedef {{ personId: number, chatId: number, threadId?: number }} Place who acts, and where */

/** @param {Place} place @param {string} text @param {number} [replyTo] */
export const send = (place, text, replyTo) => post('send', { ...place, text, replyTo });

/** @param {Place} place @param {number} messageId @param {string} data */
export const press = ({ personId, chatId }, messageId, data) =>
  post('press', { personId, chatId, messageId, data });

/** @param {Place} place @param {number} messageId @param {string} text */
export const edit = ({ personId, chatId }, messageId, text) =>
  post('edit', { personId, chatId, messageId, text });

/** @param {Place} place @param {'sticker' | 'voice' | 'poll' | 'contact'} kind */
export const sendOdd = (place, kind) => post(kind, { ...place });

/** @param {number} personId @param {boolean} blocked */
export const block = (personId, blocked) => post('block', { personId, blocked });

/** The clock only goes forward. @param {number} ms */
export const moveClock = (ms) => post('clock', { ms });

/** To the next working morning at nine. */
export const moveToMorning = () => post('morning', {});

export const reset = () => post('reset', {});

/**
 * @param {number} personId @param {number} groupId @param {string} parameter
 */
export const startInGroup = (personId, groupId, parameter) =>
  post('start', { personId, chatId: groupId, parameter });

/**
 * Several files go as one album, as Telegram sends them.
 * @param {Place} place @param {File[]} files
 * @param {{ as: 'document' | 'photo', caption: string, replyTo?: number }} how
 */
export function upload(place, files, { as, caption, replyTo }) {
  const query = new URLSearchParams({
    personId: String(place.personId),
    chatId: String(place.chatId),
    as,
  });
  if (place.threadId) query.set('threadId', String(place.threadId));
  if (caption) query.set('caption', caption);
  if (replyTo) query.set('replyTo', String(replyTo));
  const body = new FormData();
  for (const file of files) body.append('file', file, file.name);
  return answered(() => fetch(`/sandbox/upload?${query}`, { method: 'POST', body }));
}

/** @param {string} fileId */
export const fileUrl = (fileId) => `/sandbox/file/${encodeURIComponent(fileId)}`;
