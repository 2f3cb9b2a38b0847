import { badRequest } from '../bot-api/refusal.ts';
import { detectEntities } from './detect.ts';
import { type Entity, type FormattedText, sortEntities } from './entity.ts';
import { checkEntities } from './given-entities.ts';
import { parseHtml } from './html.ts';
import { parseMarkdownV2 } from './markdown.ts';
import { parseMarkdown } from './markdown-legacy.ts';

/** Bytes of a text before parsing (tdlib/telegram-bot-api, get_formatted_text: 1 << 15). */
const RAW_BYTES = 32_768;
/** UTF-16 code units after parsing (core.telegram.org/bots/api, sendMessage). */
export const TEXT_LENGTH = 4096;
/** The same of a caption (sendDocument). */
export const CAPTION_LENGTH = 1024;

const PARSERS: Record<string, (text: string) => FormattedText> = {
  html: parseHtml,
  markdownv2: parseMarkdownV2,
  markdown: parseMarkdown,
};

/** A text with the two ways to format it; they exclude each other, parse_mode wins. */
export interface Formatting {
  text: string | undefined;
  parseMode?: string | undefined;
  entities?: Entity[] | undefined;
}

/** Parses, checks and trims a text as Telegram does before it looks at its length; may be empty. */
export function formatText({ text = '', parseMode, entities }: Formatting): FormattedText {
  if (text.length > RAW_BYTES / 4 && Buffer.byteLength(text) > RAW_BYTES) {
    throw badRequest('Text is too long');
  }
  if (!text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  const parse = parseMode === undefined ? undefined : PARSERS[parseMode.toLowerCase()];
  if (parseMode !== undefined && !parse && text !== '') throw badRequest('Unsupported parse_mode');
  const formatted = parse
    ? parse(text)
    : { text, entities: entities ? checkEntities(text, entities) : [] };
  const trimmed = trim(clean(formatted));
  const all = [...trimmed.entities, ...detectEntities(trimmed.text, trimmed.entities)];
  return { text: trimmed.text, entities: sortEntities(all) };
}

/** The text of a message: there must be one, and it must hold more than spaces. */
export function formatMessageText(formatting: Formatting): FormattedText {
  if (!formatting.text) throw badRequest('Message text is empty');
  const formatted = formatText(formatting);
  if (formatted.text === '') throw badRequest('Text must be non-empty');
  return formatted;
}

/** The caption of a file, possibly none. */
export function formatCaption(formatting: Formatting): FormattedText {
  const formatted = formatText(formatting);
  if (formatted.text.length > CAPTION_LENGTH) throw badRequest('Message caption is too long');
  return formatted;
}

/** Carriage returns go, other control characters become spaces (TDLib, clean_input_string). */
function clean({ text, entities }: FormattedText): FormattedText {
  const plain = text.replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/g, ' ');
  if (!plain.includes('\r')) return { text: plain, entities };
  const place = (at: number) => plain.slice(0, at).replaceAll('\r', '').length;
  const moved = entities.map((entity) => {
    const offset = place(entity.offset);
    return { ...entity, offset, length: place(entity.offset + entity.length) - offset };
  });
  return { text: plain.replaceAll('\r', ''), entities: moved };
}

function trim({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  if (kept.length === text.length) return { text, entities };
  const moved = entities.map((entity) => {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset + entity.length - start, kept.length);
    return { ...entity, offset: from, length: to - from };
  });
  return { text: kept, entities: moved.filter((entity) => entity.length > 0) };
}
