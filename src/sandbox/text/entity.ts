/** A MessageEntity of the Bot API; offset and length count UTF-16 code units. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  user?: { id: number; is_bot: boolean; first_name: string };
  language?: string;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
}

/** A text after parsing, as clients get it. */
export interface FormattedText {
  text: string;
  entities: Entity[];
}

/** The order in which Telegram lists entities: by place, the longer first. */
export function sortEntities(entities: Entity[]): Entity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

/** The byte offset of a place in a text, as Telegram's messages of the parsers count. */
export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index));
}

/** TDLib's idea of a space; the end of the text, read as NUL, is one. */
export function isSpace(character: string): boolean {
  return /^[ \t\r\n\v\0]$/.test(character);
}

/** The entity of a link, or undefined if it is none Telegram accepts: the text then stays plain. */
export function linkEntity(url: string, offset: number, length: number): Entity | undefined {
  const mention = /^tg:\/\/user\?id=(\d+)$/i.exec(url);
  if (mention) {
    const user = { id: Number(mention[1]), is_bot: false, first_name: '' };
    return { type: 'text_mention', offset, length, user };
  }
  const accepted = acceptedLink(url);
  return accepted === undefined ? undefined : { type: 'text_link', offset, length, url: accepted };
}

function acceptedLink(url: string): string | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  if (/^(tg|ton|tonsite):/i.test(whole)) return whole;
  if (!URL.canParse(whole)) return undefined;
  const parsed = new URL(whole);
  if (!/^https?:$/.test(parsed.protocol) || !parsed.hostname.includes('.')) return undefined;
  return parsed.pathname === '/' && !/[/?#]$/.test(whole) && !whole.includes('?')
    ? `${whole}/`
    : whole;
}
