import { cleanText } from './clean-text.rules.ts';

/** Windows' limit is 255; shorter names survive e-mail, ZIP archives and folders with long paths. */
const MAX_LENGTH = 100;

/** Names of devices, which Windows refuses whatever the ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * The one rule for names of files that people get: «Көк-Жар_айыл_өкмөтү_2026-0147_ky.docx».
 * Letters and digits of any script, hyphens and underscores, at most 100 characters with the
 * ending: safe on Windows, on phones and in archives. The first part is shortened when too long.
 */
export function paperFileName(parts: readonly [string, ...string[]], extension: string): string {
  const [first = '', ...rest] = parts.map(safePart).filter((part) => part !== '');
  const tail = rest.map((part) => `_${part}`).join('');
  const room = MAX_LENGTH - extension.length - 1;
  const head = shortened(first || 'file', Math.max(1, room - tail.length));
  const name = RESERVED.test(head + tail) ? `_${head}${tail}` : head + tail;
  return `${shortened(name, room)}.${extension}`;
}

const safePart = (part: string): string =>
  cleanText(part)
    .replace(/[^\p{Letter}\p{Number}\p{Mark}-]+/gu, '_')
    .replace(/_*-_+|_+-_*/g, '-')
    .replace(/^[_-]+|[_-]+$/g, '');

/** Cut between characters, never within a surrogate pair or before a combining mark. */
const shortened = (text: string, length: number): string =>
  text.length <= length
    ? text
    : text
        .slice(0, length)
        .toWellFormed()
        .replace(/[\uFFFD_-]+$/u, '');
