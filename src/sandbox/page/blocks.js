import { dayOf } from './clock-time.js';

/** @import {Message} from './types.d.ts' */
/**
 * @typedef {{ kind: 'day', key: string, text: string }
 *   | { kind: 'service', key: string, message: Message, service: string }
 *   | { kind: 'messages', key: string, messages: [Message, ...Message[]] }} Block
 */

/**
 * What stands in a chat, top to bottom: the days, the service notes, the messages, with those of
 * one album together.
 * @param {Message[]} messages in their order @returns {Block[]}
 */
export function blocksOf(messages) {
  /** @type {Block[]} */
  const blocks = [];
  let day = '';
  for (const message of messages) {
    if (message.deleted) continue;
    const key = `message ${message.id}`;
    const its = dayOf(message.date * 1000);
    if (its !== day) blocks.push({ kind: 'day', key: `day of ${key}`, text: its });
    day = its;
    const last = blocks.at(-1);
    if (message.service !== undefined)
      blocks.push({ kind: 'service', key, message, service: message.service });
    else if (
      message.album !== undefined &&
      last?.kind === 'messages' &&
      last.messages[0].album === message.album
    )
      last.messages.push(message);
    else blocks.push({ kind: 'messages', key, messages: [message] });
  }
  return blocks;
}
