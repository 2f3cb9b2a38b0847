import type { MessageView } from '../../src/sandbox/world/view.ts';
import type { ChatClient } from '../support/chat.ts';

const rowsOf = ({ keyboard }: MessageView): string[] =>
  (keyboard?.inline_keyboard ?? []).map((row) => row.map(({ text }) => `[${text}]`).join(' '));

/** A message as its reader sees it: a file's name, the words, the buttons row by row. */
export function seen(message: MessageView): string {
  const { text, caption, document, service } = message;
  const words = text ?? caption ?? service;
  return [
    ...(document ? [`{${document.name}}`] : []),
    ...(words === undefined ? [] : [words]),
    ...rowsOf(message),
  ].join('\n');
}

const ITEM_CARD = /^\d+\.\d+ · \d+ \/ 48/;
const LAST_ANSWER = /^\d+\.\d+: /;
/** What changes on the card of an item; the rest is the question, which the checklist's tests hold. */
const OF_THE_ANSWER =
  /^(Сиздин жооп|Себеби|Түшүндүрмө|Ырастоочу документтер|Чара|Жооптуу|Белгиленди)/;

/** The same, the card of an item cut to its place, what was answered, and the buttons. */
export function brief(message: MessageView): string {
  const { text = '' } = message;
  if (!ITEM_CARD.test(text)) return seen(message);
  const lines = text.split('\n');
  const head = lines.slice(0, LAST_ANSWER.test(lines[1] ?? '') ? 2 : 1);
  const answer = lines.filter((line) => OF_THE_ANSWER.test(line));
  return [...head, ...answer, ...rowsOf(message)].join('\n');
}

/** The lowest message with buttons; `above`: the one so many above it. */
export function card(chat: ChatClient, above = 0): string {
  const cards = chat.messages().filter((message) => rowsOf(message).length > 0);
  const found = cards.at(-1 - above);
  return found ? seen(found) : '';
}

export const briefCard = (chat: ChatClient): string => brief(chat.card());

/** What the bot put into the chat while `deed` was done, oldest first. */
export async function during(chat: ChatClient, deed: () => Promise<unknown>): Promise<string[]> {
  const before = new Set(chat.messages().map(({ id }) => id));
  await deed();
  return chat
    .messages()
    .filter(({ id, from }) => from === 'bot' && !before.has(id))
    .map(brief);
}
