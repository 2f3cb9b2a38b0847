import type { Entity } from './entity.ts';

const FIND = new RegExp(
  [
    String.raw`(?<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)`,
    String.raw`(?<url>(?:https?|tg|ton):\/\/[^\s<>"«»]+|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|info|io|me|kg|kz|ru)(?![\w])(?:[/?#][^\s<>"«»]*)?)`,
    String.raw`(?<bot_command>(?<![\w/<>])\/[a-z0-9_]{1,64}(?:@[a-z][a-z0-9_]{2,31})?(?![\w/]))`,
    String.raw`(?<mention>(?<!\w)@[a-z][a-z0-9_]{2,31}(?!\w))`,
    String.raw`(?<hashtag>(?<![\p{L}\w])#[\p{L}\w]*\p{L}[\p{L}\w]*)`,
  ].join('|'),
  'giu',
);

/** Entities inside which Telegram looks for nothing. */
const OPAQUE = new Set(['code', 'pre', 'text_link', 'text_mention', 'custom_emoji', 'date_time']);

/**
 * The entities Telegram finds by itself in any text: addresses, commands, mentions and tags.
 * Domains without a scheme are recognised under a few endings only.
 */
export function detectEntities(text: string, known: Entity[]): Entity[] {
  if (!/[/@#.]/.test(text)) return [];
  const found: Entity[] = [];
  for (const match of text.matchAll(FIND)) {
    const type = Object.keys(match.groups ?? {}).find((key) => match.groups?.[key] !== undefined);
    if (!type) continue;
    const offset = match.index;
    const length = type === 'url' ? match[0].replace(/[.,:;!?)'\]]+$/, '').length : match[0].length;
    const covered = known.some(
      (entity) =>
        OPAQUE.has(entity.type) &&
        entity.offset < offset + length &&
        offset < entity.offset + entity.length,
    );
    if (!covered) found.push({ type, offset, length });
  }
  return found;
}
