import { badRequest } from '../bot-api/refusal.ts';
import { byteOffset, type Entity, type FormattedText, isSpace, linkEntity } from './entity.ts';

const RESERVED = '_*[]()~`>#+-=|{}.!';

/** TDLib's names of entities, which its messages use. */
type Kind =
  | 'Bold'
  | 'Italic'
  | 'Underline'
  | 'Strikethrough'
  | 'Spoiler'
  | 'Code'
  | 'Pre'
  | 'PreCode'
  | 'TextUrl'
  | 'CustomEmoji'
  | 'BlockQuote';

const TYPE: Record<Kind, string> = {
  Bold: 'bold',
  Italic: 'italic',
  Underline: 'underline',
  Strikethrough: 'strikethrough',
  Spoiler: 'spoiler',
  Code: 'code',
  Pre: 'pre',
  PreCode: 'pre',
  TextUrl: 'text_link',
  CustomEmoji: 'custom_emoji',
  BlockQuote: 'blockquote',
};

interface Nested {
  kind: Kind;
  offset: number;
  /** Where its opening mark stands in the text as sent. */
  begin: number;
  language?: string;
}

interface Parsing {
  text: string;
  at: number;
  result: string;
  nested: Nested[];
  entities: Entity[];
}

/**
 * Parses MarkdownV2 (core.telegram.org/bots/api, «MarkdownV2 style») with the messages of TDLib's
 * parser. Offsets in those messages count bytes of the text as sent.
 */
export function parseMarkdownV2(text: string): FormattedText {
  const parsing: Parsing = { text, at: 0, result: '', nested: [], entities: [] };
  while (parsing.at < text.length) step(parsing);
  endQuote(parsing);
  const open = parsing.nested.at(-1);
  if (open) {
    throw unparsable(
      `Can't find end of ${open.kind} entity at byte offset ${byteOffset(text, open.begin)}`,
    );
  }
  return { text: parsing.result, entities: parsing.entities };
}

function unparsable(reason: string): Error {
  return badRequest(`Can't parse entities: ${reason}`);
}

function step(parsing: Parsing): void {
  const { text, at, nested } = parsing;
  const character = text.charAt(at);
  const innermost = nested.at(-1)?.kind;
  if (character === '\\' && /^[\x01-\x7e]$/.test(text.charAt(at + 1))) {
    parsing.result += text.charAt(at + 1);
    parsing.at += 2;
    return;
  }
  const inCode = innermost === 'Code' || innermost === 'Pre' || innermost === 'PreCode';
  if (character === '\n' && !inCode) {
    newLine(parsing);
    return;
  }
  if (inCode ? character !== '`' : !RESERVED.includes(character)) {
    parsing.result += character;
    parsing.at += 1;
    return;
  }
  const width = (innermost && CLOSING[innermost]?.exec(text.slice(at, at + 3))?.[0].length) ?? 0;
  if (width > 0) close(parsing, width);
  else open(parsing);
}

/** The mark that ends an entity; a quote ends with its line. */
const CLOSING: Record<Kind, RegExp | undefined> = {
  Bold: /^\*/,
  Italic: /^_(?!_)/,
  Underline: /^__/,
  Strikethrough: /^~/,
  Spoiler: /^\|\|/,
  Code: /^`/,
  Pre: /^```/,
  PreCode: /^```/,
  TextUrl: /^\]/,
  CustomEmoji: /^\]/,
  BlockQuote: undefined,
};

function open(parsing: Parsing): void {
  const { text, at, nested, result } = parsing;
  const begin = (kind: Kind, width: number, language?: string) => {
    nested.push({ kind, offset: result.length, begin: at, ...(language && { language }) });
    parsing.at += width;
  };
  const next = text.slice(at, at + 3);
  if (next.startsWith('__')) begin('Underline', 2);
  else if (next.startsWith('_')) begin('Italic', 1);
  else if (next.startsWith('*')) begin('Bold', 1);
  else if (next.startsWith('~')) begin('Strikethrough', 1);
  else if (next.startsWith('||')) openSpoiler(parsing, begin);
  else if (next.startsWith('[')) begin('TextUrl', 1);
  else if (next.startsWith('![')) begin('CustomEmoji', 2);
  else if (next === '```') openBlock(text, at, begin);
  else if (next.startsWith('`')) begin('Code', 1);
  else if (next.startsWith('>') && startsLine(parsing)) begin('BlockQuote', 1);
  else {
    throw unparsable(
      `Character '${text.charAt(at)}' is reserved and must be escaped with the preceding '\\'`,
    );
  }
}

/** `||` as the last mark of a quote makes the quote expandable instead of starting a spoiler. */
function openSpoiler(parsing: Parsing, begin: (kind: Kind, width: number) => void): void {
  const after = parsing.text.charAt(parsing.at + 2);
  if (parsing.nested.at(-1)?.kind !== 'BlockQuote' || (after !== '\n' && after !== '')) {
    begin('Spoiler', 2);
    return;
  }
  parsing.at += 2;
  endQuote(parsing, 'expandable_blockquote');
}

function openBlock(
  text: string,
  at: number,
  begin: (kind: Kind, width: number, language?: string) => void,
): void {
  const word = /^[^\s`]*/.exec(text.slice(at + 3))?.[0] ?? '';
  const after = at + 3 + word.length;
  const language = word !== '' && after < text.length && text[after] !== '`' ? word : undefined;
  const bodyStart = language ? after : at + 3;
  const lineBreak = /^(\r\n|\n\r|\n|\r)/.exec(text.slice(bodyStart, bodyStart + 2))?.[0] ?? '';
  begin(language ? 'PreCode' : 'Pre', bodyStart + lineBreak.length - at, language);
}

function startsLine({ result }: Parsing): boolean {
  return result === '' || result.endsWith('\n');
}

function newLine(parsing: Parsing): void {
  const inQuote = parsing.nested.some((entity) => entity.kind === 'BlockQuote');
  const quoteGoesOn = parsing.text.charAt(parsing.at + 1) === '>';
  if (inQuote && !quoteGoesOn) endQuote(parsing);
  parsing.result += '\n';
  parsing.at += inQuote && quoteGoesOn ? 2 : 1;
}

/** Ends the quote that is innermost, if one is; an entity open inside it stays and is refused. */
function endQuote(parsing: Parsing, type = 'blockquote'): void {
  const quote = parsing.nested.at(-1);
  if (quote?.kind !== 'BlockQuote') return;
  parsing.nested.pop();
  const length = parsing.result.length - quote.offset;
  if (length > 0) parsing.entities.push({ type, offset: quote.offset, length });
}

function close(parsing: Parsing, width: number): void {
  const entity = parsing.nested.pop();
  if (!entity) return;
  parsing.at += width;
  const { offset } = entity;
  const length = parsing.result.length - offset;
  const isLink = entity.kind === 'TextUrl' || entity.kind === 'CustomEmoji';
  const url = isLink ? linkTarget(parsing) || parsing.result.slice(offset) : '';
  if (length === 0) return;
  if (entity.kind === 'TextUrl') {
    const link = linkEntity(url, offset, length);
    if (link) parsing.entities.push(link);
  } else if (entity.kind === 'CustomEmoji') {
    const id = /^tg:\/\/emoji\?id=(\d+)$/.exec(url)?.[1];
    if (!id) throw unparsable('Custom emoji URL must have an emoji identifier');
    parsing.entities.push({ type: 'custom_emoji', offset, length, custom_emoji_id: id });
  } else {
    const { language } = entity;
    parsing.entities.push({
      type: TYPE[entity.kind],
      offset,
      length,
      ...(language && { language }),
    });
  }
}

/** Reads `(target)` after a link's text; nothing if no bracket follows. */
function linkTarget(parsing: Parsing): string {
  if (parsing.text.charAt(parsing.at) !== '(') return '';
  const begin = ++parsing.at;
  let target = '';
  while (parsing.at < parsing.text.length && parsing.text[parsing.at] !== ')') {
    if (parsing.text[parsing.at] === '\\' && !isSpace(parsing.text.charAt(parsing.at + 1))) {
      parsing.at++;
    }
    target += parsing.text.charAt(parsing.at++);
  }
  if (parsing.text[parsing.at] !== ')') {
    throw unparsable(`Can't find end of a URL at byte offset ${byteOffset(parsing.text, begin)}`);
  }
  parsing.at++;
  return target;
}
