import { badRequest } from '../bot-api/refusal.ts';
import { byteOffset, type Entity, type FormattedText, linkEntity } from './entity.ts';

/**
 * Parses the old Markdown style, kept by Telegram for backward compatibility
 * (core.telegram.org/bots/api, «Markdown style»): no nesting, no escape inside an entity.
 */
export function parseMarkdown(text: string): FormattedText {
  const entities: Entity[] = [];
  let result = '';
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '\\' && /^[_*`[]$/.test(text.charAt(at + 1))) {
      result += text.charAt(at + 1);
      at += 2;
    } else if (!'_*`['.includes(character)) {
      result += character;
      at += 1;
    } else {
      const found = readEntity(text, at);
      const offset = result.length;
      result += found.inner;
      at = found.end;
      const { length } = found.inner;
      if (length > 0) {
        const link = found.url === undefined ? undefined : linkEntity(found.url, offset, length);
        if (link) entities.push(link);
        else if (found.url === undefined) {
          const { type, language } = found;
          entities.push({ type, offset, length, ...(language && { language }) });
        }
      }
    }
  }
  return { text: result, entities };
}

interface Found {
  type: string;
  inner: string;
  end: number;
  url?: string;
  language?: string;
}

const PLAIN: Record<string, string> = { _: 'italic', '*': 'bold', '`': 'code' };

function readEntity(text: string, begin: number): Found {
  const mark = text.charAt(begin);
  const isBlock = text.startsWith('```', begin);
  const closing = isBlock ? '```' : mark === '[' ? ']' : mark;
  const block = isBlock ? blockStart(text, begin + 3) : { start: begin + 1 };
  const stop = text.indexOf(closing, block.start);
  if (stop < 0) {
    throw badRequest(
      `Can't parse entities: Can't find end of the entity starting at byte offset ${byteOffset(text, begin)}`,
    );
  }
  const inner = text.slice(block.start, stop);
  const end = stop + closing.length;
  if (isBlock) return { type: 'pre', inner, end, ...block };
  if (mark !== '[') return { type: PLAIN[mark] ?? mark, inner, end };
  if (text[end] !== '(') return { type: 'text_link', inner, end, url: inner };
  const targetEnd = text.indexOf(')', end);
  const target = text.slice(end + 1, targetEnd < 0 ? undefined : targetEnd);
  return {
    type: 'text_link',
    inner,
    end: targetEnd < 0 ? text.length : targetEnd + 1,
    url: target,
  };
}

function blockStart(text: string, at: number): { start: number; language?: string } {
  const word = /^[^\s`]*/.exec(text.slice(at))?.[0] ?? '';
  const after = at + word.length;
  const hasLanguage = word !== '' && after < text.length && text[after] !== '`';
  const start = hasLanguage ? after : at;
  const lineBreak = /^(\r\n|\n\r|\n|\r)/.exec(text.slice(start, start + 2))?.[0] ?? '';
  return { start: start + lineBreak.length, ...(hasLanguage && { language: word }) };
}
