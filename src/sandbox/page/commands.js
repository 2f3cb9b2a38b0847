/** @import {World} from './types.d.ts' */

/**
 * What the ☰ menu offers in this chat.
 * @param {World} world @param {number} chatId
 * @returns {{ command: string, description: string }[]}
 */
export function commandsIn(world, chatId) {
  const all = /** @type {Record<string, { command: string, description: string }[]>} */ (
    world.commands ?? {}
  );
  return all[String(chatId)] ?? all.default ?? [];
}
