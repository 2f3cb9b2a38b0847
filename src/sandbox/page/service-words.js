import { t } from './language.js';

const KNOWN = /** @type {const} */ ([
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'pinned_message',
  'new_chat_members',
  'left_chat_member',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'voice',
  'sticker',
  'poll',
  'contact',
]);

/**
 * What happened in a chat, or came in a kind the page does not draw, in words.
 * @param {string} service the Bot API's name
 */
export function serviceWords(service) {
  const known = KNOWN.find((name) => name === service);
  return t(known ? `service_${known}` : 'service_other');
}
