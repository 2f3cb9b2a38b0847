import { badRequest } from '../bot-api/refusal.ts';
import { byteOffset, type Entity, type FormattedText, isSpace, linkEntity } from './entity.ts';

const ENTITY_OF_TAG: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  blockquote: 'blockquote',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  'tg-emoji': 'custom_emoji',
  'tg-time': 'date_time',
};

interface OpenTag {
  name: string;
  attributes: Record<string, string>;
  offset: number;
}

interface Reader {
  text: string;
  at: number;
}

/**
 * Parses Telegram's HTML (core.telegram.org/bots/api, «HTML style») with the messages of TDLib's
 * parser. Offsets in those messages count bytes of the text as sent.
 */
export function parseHtml(text: string): FormattedText {
  const reader: Reader = { text, at: 0 };
  const entities: Entity[] = [];
  const open: OpenTag[] = [];
  let result = '';
  while (reader.at < text.length) {
    const character = text.charAt(reader.at);
    if (character === '<') {
      if (text[reader.at + 1] === '/') closeTag(reader, open, entities, result);
      else open.push(openTag(reader, result.length));
    } else {
      result += (character === '&' && decodeReference(reader)) || text.charAt(reader.at++);
    }
  }
  if (!result.isWellFormed()) {
    throw badRequest(
      "can't parse entities: Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
    );
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  return { text: result, entities };
}

function unparsable(reason: string): Error {
  return badRequest(`Can't parse entities: ${reason}`);
}

function peek(reader: Reader): string {
  return reader.text.charAt(reader.at) || '\0';
}

function skip(reader: Reader, stop: (character: string) => boolean): string {
  const from = reader.at;
  while (reader.at < reader.text.length && !stop(peek(reader))) reader.at++;
  return reader.text.slice(from, reader.at);
}

const skipSpaces = (reader: Reader) => skip(reader, (character) => !isSpace(character));

/** Reads `&lt;`, `&gt;`, `&amp;`, `&quot;` and numbers; leaves the reader alone for anything else. */
function decodeReference(reader: Reader): string | undefined {
  const rest = reader.text.slice(reader.at, reader.at + 12);
  const found = /^&(?:#x([0-9a-f]{1,7})|#(\d{1,8})|(lt|gt|amp|quot)(?![a-z0-9]));?/i.exec(rest);
  if (!found) return undefined;
  const [whole, hexadecimal, decimal, name] = found;
  if (name) {
    const character = { lt: '<', gt: '>', amp: '&', quot: '"' }[name];
    if (character) reader.at += whole.length;
    return character;
  }
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  if (code === 0 || code >= 0x10ffff) return undefined;
  reader.at += whole.length;
  return String.fromCodePoint(code);
}

function openTag(reader: Reader, offset: number): OpenTag {
  const where = byteOffset(reader.text, reader.at++);
  const name = skip(reader, (c) => isSpace(c) || c === '>').toLowerCase();
  if (peek(reader) === '\0') throw unparsable(`Unclosed start tag at byte offset ${where}`);
  if (!(name in ENTITY_OF_TAG)) {
    throw unparsable(`Unsupported start tag "${name}" at byte offset ${where}`);
  }
  const attributes: Record<string, string> = {};
  for (skipSpaces(reader); peek(reader) !== '>'; skipSpaces(reader)) {
    const key = skip(reader, (c) => isSpace(c) || '=>/"\''.includes(c)).toLowerCase();
    if (key === '') {
      throw unparsable(`Empty attribute name in the tag "${name}" at byte offset ${where}`);
    }
    skipSpaces(reader);
    attributes[key] = peek(reader) === '=' ? attributeValue(reader, name, where) : '';
    if (peek(reader) === '\0')
      throw unparsable(`Unclosed start tag "${name}" at byte offset ${where}`);
  }
  reader.at++;
  if (name === 'span' && attributes.class !== 'tg-spoiler') {
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${where}`);
  }
  return { name, attributes, offset };
}

function attributeValue(reader: Reader, tag: string, where: number): string {
  reader.at++;
  skipSpaces(reader);
  const quote = peek(reader);
  if (quote === '\0') throw unparsable(`Unclosed start tag "${tag}" at byte offset ${where}`);
  if (quote !== '"' && quote !== "'") {
    const begin = reader.at;
    const token = skip(reader, (c) => !/[a-z0-9.-]/i.test(c)).toLowerCase();
    if (!isSpace(peek(reader)) && peek(reader) !== '>') {
      throw unparsable(
        `Unexpected end of name token at byte offset ${byteOffset(reader.text, begin)}`,
      );
    }
    return token;
  }
  reader.at++;
  let value = '';
  while (peek(reader) !== quote && peek(reader) !== '\0') {
    value += (peek(reader) === '&' && decodeReference(reader)) || reader.text.charAt(reader.at++);
  }
  if (peek(reader) === quote) reader.at++;
  if (peek(reader) === '\0') throw unparsable(`Unclosed start tag at byte offset ${where}`);
  return value;
}

function closeTag(reader: Reader, open: OpenTag[], entities: Entity[], result: string): void {
  const where = byteOffset(reader.text, reader.at);
  const tag = open.pop();
  if (!tag) throw unparsable(`Unexpected end tag at byte offset ${where}`);
  reader.at += 2;
  const found = skip(reader, (c) => isSpace(c) || c === '>');
  skipSpaces(reader);
  if (peek(reader) !== '>') throw unparsable(`Unclosed end tag at byte offset ${where}`);
  reader.at++;
  if (found !== '' && found !== tag.name) {
    throw unparsable(
      `Unmatched end tag at byte offset ${where}, expected "</${tag.name}>", found "</${found}>"`,
    );
  }
  if (result.length > tag.offset) addEntity(tag, entities, result);
}

function addEntity(tag: OpenTag, entities: Entity[], result: string): void {
  const { offset, attributes } = tag;
  const length = result.length - offset;
  const inner = entities.at(-1);
  const wraps = (type: string) =>
    inner?.type === type && inner.offset === offset && inner.length === length;
  const language = /^language-(.+)$/.exec(attributes.class ?? '')?.[1];
  switch (tag.name) {
    case 'a': {
      const link = linkEntity(attributes.href || result.slice(offset), offset, length);
      if (link) entities.push(link);
      return;
    }
    case 'pre':
      // <pre><code class="language-x"> is one block with a language.
      if (wraps('code') && inner?.language) inner.type = 'pre';
      else entities.push({ type: 'pre', offset, length });
      return;
    case 'code':
      if (wraps('pre') && inner && language) inner.language = language;
      else entities.push({ type: 'code', offset, length, ...(language && { language }) });
      return;
    case 'blockquote': {
      const expandable = 'expandable' in attributes;
      entities.push({ type: expandable ? 'expandable_blockquote' : 'blockquote', offset, length });
      return;
    }
    case 'tg-emoji':
      entities.push({ ...customEmoji(attributes['emoji-id']), offset, length });
      return;
    case 'tg-time':
      entities.push({ ...dateTime(attributes), offset, length });
      return;
    default:
      entities.push({ type: ENTITY_OF_TAG[tag.name] ?? tag.name, offset, length });
  }
}

function customEmoji(id: string | undefined): { type: string; custom_emoji_id: string } {
  if (!id || !/^\d+$/.test(id)) throw unparsable('Invalid custom emoji identifier specified');
  return { type: 'custom_emoji', custom_emoji_id: id };
}

function dateTime(attributes: Record<string, string>): {
  type: string;
  unix_time: number;
  date_time_format?: string;
} {
  const { unix, format } = attributes;
  if (!unix || !/^\d+$/.test(unix)) throw unparsable('Invalid Unix time specified');
  return {
    type: 'date_time',
    unix_time: Number(unix),
    ...(format && { date_time_format: format }),
  };
}
