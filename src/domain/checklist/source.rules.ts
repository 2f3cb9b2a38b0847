import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { ChecklistMistake } from './mistakes.rules.ts';

/** A file being read: where things stand in it, and the mistakes found so far. */
export interface Source {
  readonly file: string;
  readonly mistakes: ChecklistMistake[];
  readonly counter: LineCounter;
  /** Where what was read from the file stands in it, for mistakes that show only later. */
  readonly lines: WeakMap<object, ReadonlyMap<string, number>>;
}

/** A key's value, and the line on which the key stands. */
export interface Place {
  readonly node: unknown;
  readonly line: number;
}
export type Fields = ReadonlyMap<string, Place>;

/**
 * Opens a YAML text. Every plain word is read as text ("yes", "12.10" and dates need no quotes),
 * so that YAML's own guesses cannot change what the editor wrote. Broken YAML is noted as a
 * mistake and gives null.
 */
export function openSource(text: string, file: string): { source: Source; root: Place | null } {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter });
  const source: Source = { file, mistakes: [], counter, lines: new WeakMap() };
  for (const error of document.errors) {
    const [first = 'broken YAML'] = error.message.split('\n');
    mistake(
      source,
      counter.linePos(error.pos[0]).line,
      `YAML cannot be read here: ${first.replace(/ at line \d+.*$/, '').replace(/\.$/, '')}`,
      error.code === 'DUPLICATE_KEY'
        ? 'Keep one of the two'
        : 'Compare the blanks, quotes and colons of this line with its neighbours',
    );
  }
  const root = document.errors.length === 0 ? { node: document.contents, line: 1 } : null;
  return { source, root };
}

export function mistake(source: Source, line: number, wrong: string, cure: string): void {
  source.mistakes.push({ file: source.file, line, wrong, cure });
}

/** The keys of a mapping: notes what is missing and what is not known. Always gives a map. */
export function fieldsOf(
  source: Source,
  place: Place,
  what: string,
  keys: { required: readonly string[]; optional?: readonly string[] },
): Fields {
  if (!isMap(place.node)) {
    const list = keys.required.join(', ');
    mistake(source, place.line, `${what} is not a group of keys`, `Write below it: ${list}`);
    return new Map();
  }
  const known = [...keys.required, ...(keys.optional ?? [])];
  const fields = new Map<string, Place>();
  for (const { key, value } of place.node.items) {
    const line = lineOf(source, key) ?? place.line;
    const name = isScalar(key) ? String(key.value) : '';
    if (known.includes(name)) fields.set(name, { node: value, line });
    else {
      mistake(
        source,
        line,
        `${what} has the unknown key "${name}"`,
        `Correct the spelling or remove it; known here: ${known.join(', ')}`,
      );
    }
  }
  const start = lineOf(source, place.node) ?? place.line;
  for (const key of keys.required) {
    if (!fields.has(key)) {
      mistake(source, start, `${what} has no "${key}"`, `Add the line "${key}: …" to it`);
    }
  }
  return fields;
}

/** The entries of a list; a missing place gives none, anything but a list is a mistake. */
export function listOf(source: Source, place: Place | undefined, what: string): readonly Place[] {
  if (!place) return [];
  if (!isSeq(place.node)) {
    mistake(source, place.line, `${what} is not a list`, 'Begin each entry with "- "');
    return [];
  }
  if (place.node.items.length === 0) {
    mistake(source, place.line, `${what} is empty`, 'Add an entry or remove the key');
  }
  return place.node.items.map((node) => ({ node, line: lineOf(source, node) ?? place.line }));
}

/** A text; a missing place was noted where its key was missed and gives ''. */
export function textOf(source: Source, place: Place | undefined, what: string): string {
  if (!place) return '';
  if (!isScalar(place.node) || typeof place.node.value !== 'string') {
    const cure =
      'Write the text behind the colon; put it in quotes if it holds ": " or begins with a sign';
    mistake(source, place.line, `${what} is not a text`, cure);
    return '';
  }
  const text = place.node.value.trim();
  if (text === '') mistake(source, place.line, `${what} is empty`, 'Write the text');
  return text;
}

/** One of a few words. */
export function wordOf<Word extends string>(
  source: Source,
  place: Place | undefined,
  what: string,
  words: readonly [Word, ...Word[]],
): Word {
  const text = textOf(source, place, what);
  const word = words.find((one) => one === text);
  if (place && text !== '' && !word) {
    mistake(source, place.line, `${what} is "${text}"`, `Use one of: ${words.join(', ')}`);
  }
  return word ?? words[0];
}

/** `true` or `false`; a missing key means false. */
export const flagOf = (source: Source, place: Place | undefined, what: string): boolean =>
  place !== undefined && wordOf(source, place, what, ['false', 'true']) === 'true';

/** A whole number from 0. */
export function numberOf(source: Source, place: Place | undefined, what: string): number {
  const text = textOf(source, place, what);
  if (place && text !== '' && !/^\d{1,5}$/.test(text)) {
    mistake(source, place.line, `${what} is "${text}"`, 'Write a whole number');
    return 0;
  }
  return Number(text);
}

/** Remembers where a thing just read stands, under '' its own line. */
export function remember(source: Source, thing: object, line: number, fields?: Fields): void {
  const lines = new Map([...(fields ?? [])].map(([key, { line }]) => [key, line] as const));
  source.lines.set(thing, lines.set('', line));
}

/** The line of a thing read before, or of one of its keys. */
export function recall(source: Source, thing: object, key = ''): number {
  const lines = source.lines.get(thing);
  return lines?.get(key) ?? lines?.get('') ?? 1;
}

function lineOf(source: Source, node: unknown): number | null {
  const start = (node as Node | null)?.range?.[0];
  return start === undefined ? null : source.counter.linePos(start).line;
}
