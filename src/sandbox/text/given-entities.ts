import { badRequest } from '../bot-api/refusal.ts';
import type { Entity } from './entity.ts';

/** Kinds a bot may name itself; Telegram finds the others in the text. */
const SETTABLE = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'text_mention',
  'custom_emoji',
  'date_time',
]);

/** Checks entities given instead of a parse_mode against the text; returns those that format it. */
export function checkEntities(text: string, entities: Entity[]): Entity[] {
  for (const { offset, length, type, url } of entities) {
    if (offset < 0 || length <= 0) {
      throw badRequest(`Can't parse MessageEntity: wrong offset ${offset} or length ${length}`);
    }
    if (offset + length > text.length) {
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
      );
    }
    if (splitsPair(text, offset)) {
      throw badRequest(`Entity begins in a middle of a UTF-16 symbol at byte offset ${offset}`);
    }
    if (splitsPair(text, offset + length)) {
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol`,
      );
    }
    if (type === 'text_link' && url === undefined) {
      throw badRequest(`Can't parse MessageEntity: Can't find field "url"`);
    }
  }
  return entities.filter((entity) => SETTABLE.has(entity.type));
}

/** Whether a place stands between the two halves of one symbol. */
function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
