import { ListProblem } from './list-limits.ts';

/** Share of the letters beyond ASCII that may be neither Cyrillic nor a sign of typists. */
const STRANGE = 0.1;
const TYPED = /[\p{Script=Cyrillic}№«»„“”‘’–—…°§\u00A0]/u;

/**
 * The text of a CSV file: UTF-8, UTF-16 or Windows-1251. Throws ListProblem for bytes that are no
 * text, and `list.encoding` for text in another encoding or with letters already lost: names are
 * never guessed.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes);
  if (bytes.includes(0)) return withoutMark(bytes);
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof ListProblem) throw error;
    return windows1251(bytes);
  }
}

function decoded(encoding: string, bytes: Uint8Array): string {
  try {
    return checked(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    throw new ListProblem({ code: 'list.encoding' });
  }
}

/** UTF-16 without its mark; anything else with zero bytes is no text. */
function withoutMark(bytes: Uint8Array): string {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = new TextDecoder(encoding).decode(bytes);
    if (strangeness(text) < STRANGE && !text.includes('\0')) return checked(text);
  }
  throw new ListProblem({ code: 'list.notASpreadsheet' });
}

function windows1251(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1251').decode(bytes);
  // KOI8-R read so has its small and capital letters exchanged.
  const exchanged = text.match(/[а-я][А-Я]{2}/gu)?.length ?? 0;
  const usual = text.match(/[А-Яа-я][а-я]{2}/gu)?.length ?? 0;
  // Windows-1251 has no ө, ү, ң: Excel saves them as question marks.
  const lost = /\p{Script=Cyrillic}\?\p{Script=Cyrillic}/u.test(text);
  if (strangeness(text) >= STRANGE || exchanged > usual || lost) {
    throw new ListProblem({ code: 'list.encoding' });
  }
  return checked(text);
}

function checked(text: string): string {
  if (text.includes('\uFFFD')) throw new ListProblem({ code: 'list.encoding' });
  return text;
}

function strangeness(text: string): number {
  let beyond = 0;
  let strange = 0;
  for (const sign of text.slice(0, 100_000)) {
    if (sign < '\u0080') {
      if (sign < ' ' && !'\t\n\r'.includes(sign)) strange++;
      continue;
    }
    beyond++;
    if (!TYPED.test(sign)) strange++;
  }
  return strange / Math.max(1, beyond);
}
